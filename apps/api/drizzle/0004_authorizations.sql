CREATE TABLE "authorizations" (
	"contract_id" text NOT NULL,
	"authorization_id" text NOT NULL,
	"client_id" text NOT NULL,
	"person_key" text NOT NULL,
	"session_id" text NOT NULL,
	"idempotency_key" text,
	"input_hash" "bytea" NOT NULL,
	"service" text NOT NULL,
	"action" text NOT NULL,
	"amount" bigint NOT NULL,
	"account_number" text,
	"transaction_hash" text NOT NULL,
	"day" text NOT NULL,
	"reserved" bigint NOT NULL,
	"status" text NOT NULL,
	"voided_because" text,
	"capture_reference" text,
	"authorized_at" timestamptz(3) NOT NULL,
	"expires_at" timestamptz(3) NOT NULL,
	"ended_at" timestamptz(3),
	CONSTRAINT "authorizations_contract_id_authorization_id_pk" PRIMARY KEY("contract_id","authorization_id"),
	CONSTRAINT "authorizations_status" CHECK ("authorizations"."status" in ('AUTHORIZED', 'CAPTURED', 'VOIDED')),
	CONSTRAINT "authorizations_ended" CHECK (("authorizations"."status" = 'AUTHORIZED') = ("authorizations"."ended_at" is null) and ("authorizations"."status" = 'CAPTURED') = ("authorizations"."capture_reference" is not null) and ("authorizations"."status" = 'VOIDED') = ("authorizations"."voided_because" is not null)),
	CONSTRAINT "authorizations_amounts" CHECK ("authorizations"."amount" between 0 and 9999999999999 and "authorizations"."reserved" in (0, "authorizations"."amount"))
);
--> statement-breakpoint
CREATE TABLE "day_usage" (
	"contract_id" text NOT NULL,
	"day" text NOT NULL,
	"holder" text NOT NULL,
	"service" text NOT NULL,
	"used" bigint NOT NULL,
	CONSTRAINT "day_usage_contract_id_day_holder_service_pk" PRIMARY KEY("contract_id","day","holder","service"),
	CONSTRAINT "day_usage_used" CHECK ("day_usage"."used" >= 0)
);
--> statement-breakpoint
ALTER TABLE "authorizations" ADD CONSTRAINT "authorizations_contract_id_person_key_persons_contract_id_person_key_fk" FOREIGN KEY ("contract_id","person_key") REFERENCES "public"."persons"("contract_id","person_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_usage" ADD CONSTRAINT "day_usage_contract_id_contracts_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "authorizations_key" ON "authorizations" USING btree ("contract_id","client_id","person_key","idempotency_key");--> statement-breakpoint
CREATE INDEX "authorizations_open" ON "authorizations" USING btree ("contract_id","expires_at") WHERE status = 'AUTHORIZED';--> statement-breakpoint
CREATE INDEX "authorizations_created" ON "authorizations" USING btree ("contract_id","transaction_hash") WHERE action = 'CREATE';--> statement-breakpoint
CREATE INDEX "authorizations_keyed" ON "authorizations" USING btree ("contract_id","authorized_at") WHERE idempotency_key is not null;--> statement-breakpoint
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['authorizations', 'day_usage']
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
$$;
--> statement-breakpoint
-- What was authorised stands; only what became of it is written later.
GRANT UPDATE (status, voided_because, capture_reference, ended_at, idempotency_key) ON authorizations TO monban_app;
--> statement-breakpoint
GRANT UPDATE (used), DELETE ON day_usage TO monban_app;
