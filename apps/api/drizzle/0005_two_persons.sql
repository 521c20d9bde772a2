CREATE TABLE "desk_acts" (
	"contract_id" text NOT NULL,
	"act_id" text NOT NULL,
	"operation" text NOT NULL,
	"input" json NOT NULL,
	"status" text DEFAULT 'WAITING' NOT NULL,
	"asked_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	"asked_client" text NOT NULL,
	"asked_subject" text NOT NULL,
	"decided_at" timestamptz(3),
	"decided_client" text,
	"decided_subject" text,
	CONSTRAINT "desk_acts_contract_id_act_id_pk" PRIMARY KEY("contract_id","act_id"),
	CONSTRAINT "desk_acts_status" CHECK ("desk_acts"."status" in ('WAITING', 'APPROVED', 'DECLINED')),
	CONSTRAINT "desk_acts_another_person" CHECK ("desk_acts"."status" <> 'APPROVED' or ("desk_acts"."decided_subject" is not null and "desk_acts"."decided_subject" <> "desk_acts"."asked_subject"))
);
--> statement-breakpoint
CREATE TABLE "secrets_seen" (
	"contract_id" text NOT NULL,
	"secret" text NOT NULL,
	"card_id" text DEFAULT '' NOT NULL,
	"subject" text NOT NULL,
	"at" timestamptz(3) NOT NULL,
	CONSTRAINT "secrets_seen_contract_id_secret_card_id_subject_pk" PRIMARY KEY("contract_id","secret","card_id","subject"),
	CONSTRAINT "secrets_seen_secret" CHECK ("secrets_seen"."secret" in ('REGISTRATION_PIN', 'CARD'))
);
--> statement-breakpoint
ALTER TABLE "secrets_seen" ADD CONSTRAINT "secrets_seen_contract_id_contracts_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "desk_acts_waiting" ON "desk_acts" USING btree ("act_id") WHERE status = 'WAITING';--> statement-breakpoint
-- Every card that there is was shown when it was issued. Only without the wall does the owner see them; it is down for
-- this transaction alone, and for nobody else.
ALTER TABLE "cards" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
INSERT INTO "secrets_seen" (contract_id, secret, card_id, subject, at)
  SELECT contract_id, 'CARD', card_id, '', issued_at FROM "cards";--> statement-breakpoint
ALTER TABLE "cards" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['desk_acts', 'secrets_seen']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY one_contract ON %I TO monban_app
      USING (contract_id = current_setting(''monban.contract'', true))
      WITH CHECK (contract_id = current_setting(''monban.contract'', true))', walled);
    EXECUTE format('CREATE POLICY across_contracts ON %I FOR SELECT TO monban_across USING (true)', walled);
    EXECUTE format('GRANT SELECT, INSERT ON %I TO monban_app', walled);
    EXECUTE format('GRANT SELECT ON %I TO monban_across', walled);
  END LOOP;
END
$$;--> statement-breakpoint
-- Decided once: what was asked for, and by whom, stays as it was. That a secret was seen, too.
GRANT UPDATE (status, decided_at, decided_client, decided_subject) ON desk_acts TO monban_app;
