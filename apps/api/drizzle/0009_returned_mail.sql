ALTER TABLE "outbox" DROP CONSTRAINT "outbox_one_end";--> statement-breakpoint
ALTER TABLE "notification_addresses" ADD COLUMN "confirmed_at" timestamptz(3);