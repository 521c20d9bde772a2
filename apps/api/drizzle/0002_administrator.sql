ALTER TABLE "notification_addresses" ADD COLUMN "code_salt" "bytea";--> statement-breakpoint
ALTER TABLE "notification_addresses" ADD COLUMN "code_until" timestamptz(3);--> statement-breakpoint
ALTER TABLE "notification_addresses" ADD COLUMN "code_wrong" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "history_entries" ADD COLUMN "event_type" text GENERATED ALWAYS AS (event ->> 'type') STORED;--> statement-breakpoint
ALTER TABLE "history_entries" ADD COLUMN "concerns" text GENERATED ALWAYS AS (lower(coalesce(event ->> 'userId', event -> 'person' ->> 'userId'))) STORED;--> statement-breakpoint
ALTER TABLE "history_entries" ADD COLUMN "actor_name" text GENERATED ALWAYS AS (lower(case actor ->> 'kind' when 'USER' then actor ->> 'userId' when 'BANK' then (actor ->> 'clientId') || '/' || (actor ->> 'subject') else '@' || (actor ->> 'kind') end)) STORED;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "origin" text;--> statement-breakpoint
-- As definitions of a column, not as an update: row-level security shows the rows to nobody here.
ALTER TABLE "outbox" ALTER COLUMN "event" TYPE json USING json_build_array(event);--> statement-breakpoint
ALTER TABLE "outbox" RENAME COLUMN "event" TO "events";--> statement-breakpoint
-- Until now one mailbox could be registered in several letter cases: the one in force stays, else the first. Only
-- without the wall does the owner see the rows; it is down for this transaction alone, and for nobody else.
ALTER TABLE "notification_addresses" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
DELETE FROM "notification_addresses" one USING "notification_addresses" other
  WHERE one.contract_id = other.contract_id AND lower(one.address) = lower(other.address)
    AND (other.status <> 'IN_FORCE', other.added_at, other.address) < (one.status <> 'IN_FORCE', one.added_at, one.address);--> statement-breakpoint
ALTER TABLE "notification_addresses" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE UNIQUE INDEX "notification_addresses_once" ON "notification_addresses" USING btree ("contract_id",lower("address"));