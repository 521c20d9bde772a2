DROP INDEX "outbox_failed";--> statement-breakpoint
CREATE INDEX "outbox_failed_of_contract" ON "outbox" USING btree ("contract_id","failed_at","message_id") WHERE failed_at is not null;--> statement-breakpoint
CREATE INDEX "outbox_failed" ON "outbox" USING btree ("failed_at","message_id") WHERE failed_at is not null;