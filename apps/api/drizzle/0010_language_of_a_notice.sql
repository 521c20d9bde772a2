ALTER TABLE "outbox" ADD COLUMN "locale" text;--> statement-breakpoint
-- In which language those until now were sent nobody has noted; the contract's is the best guess. Only without the walls
-- does the owner see the rows; they are down for this transaction alone, and for nobody else.
ALTER TABLE "outbox" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "contracts" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "outbox" SET "locale" = "contracts"."locale" FROM "contracts" WHERE "contracts"."contract_id" = "outbox"."contract_id";--> statement-breakpoint
ALTER TABLE "contracts" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "outbox" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "outbox" ALTER COLUMN "locale" SET NOT NULL;
