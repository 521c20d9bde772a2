ALTER TABLE "persons" ADD COLUMN "email_since" timestamptz(3);--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "leaving_emails" jsonb DEFAULT '[]'::jsonb NOT NULL;