ALTER TABLE "notification_addresses" ADD COLUMN "bounced_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "message_id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "recipient" text GENERATED ALWAYS AS (hashtextextended(contract_id || '/' || lower(address), 0)::text) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "reply" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "failed_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "resent_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "email_bounced_at" timestamptz(3);--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "logon_notices" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_message_id" ON "outbox" USING btree ("message_id");--> statement-breakpoint
CREATE INDEX "outbox_waiting" ON "outbox" USING btree ("contract_id","recipient","number") WHERE sent_at is null and failed_at is null;--> statement-breakpoint
CREATE INDEX "outbox_failed" ON "outbox" USING btree ("failed_at") WHERE failed_at is not null;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_one_end" CHECK ("outbox"."sent_at" is null or "outbox"."failed_at" is null);--> statement-breakpoint
-- What becomes of a notice on its way; what it says, and to whom, stays as it was.
GRANT UPDATE (tries, reply, failed_at, resent_at) ON outbox TO monban_app;
