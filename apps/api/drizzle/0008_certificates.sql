CREATE TABLE "certificate_grants" (
	"contract_id" text NOT NULL,
	"person_key" text NOT NULL,
	"code_hash" "bytea" NOT NULL,
	"granted_at" timestamptz(3) NOT NULL,
	"until" timestamptz(3) NOT NULL,
	"request_hash" "bytea",
	"thumbprint" text,
	CONSTRAINT "certificate_grants_contract_id_person_key_pk" PRIMARY KEY("contract_id","person_key")
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"contract_id" text NOT NULL,
	"thumbprint" text NOT NULL,
	"person_key" text NOT NULL,
	"authority" text NOT NULL,
	"issuer" text NOT NULL,
	"serial" text NOT NULL,
	"der" "bytea" NOT NULL,
	"issued_at" timestamptz(3) NOT NULL,
	"until" timestamptz(3) NOT NULL,
	"revoked_at" timestamptz(3),
	"warned_days" integer,
	CONSTRAINT "certificates_contract_id_thumbprint_pk" PRIMARY KEY("contract_id","thumbprint"),
	CONSTRAINT "certificates_thumbprint" CHECK ("certificates"."thumbprint" ~ '^[0-9a-f]{64}$'),
	CONSTRAINT "certificates_authority" CHECK ("certificates"."authority" in ('BUILT_IN', 'BANK'))
);
--> statement-breakpoint
ALTER TABLE "contracts" ADD COLUMN "certificate_from" timestamptz(3);--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "certificate_since" timestamptz(3);--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "certificate" jsonb;--> statement-breakpoint
ALTER TABLE "certificate_grants" ADD CONSTRAINT "certificate_grants_contract_id_person_key_persons_contract_id_person_key_fk" FOREIGN KEY ("contract_id","person_key") REFERENCES "public"."persons"("contract_id","person_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_contract_id_person_key_persons_contract_id_person_key_fk" FOREIGN KEY ("contract_id","person_key") REFERENCES "public"."persons"("contract_id","person_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "certificate_grants_code" ON "certificate_grants" USING btree ("contract_id","code_hash");--> statement-breakpoint
CREATE INDEX "certificates_person" ON "certificates" USING btree ("contract_id","person_key");--> statement-breakpoint
CREATE INDEX "certificates_ending" ON "certificates" USING btree ("until") WHERE revoked_at is null;
--> statement-breakpoint
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['certificates', 'certificate_grants']
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
-- Whose a certificate is, and until when, stays as it was issued.
GRANT UPDATE (revoked_at, warned_days) ON certificates TO monban_app;
--> statement-breakpoint
GRANT UPDATE (code_hash, granted_at, until, request_hash, thumbprint), DELETE ON certificate_grants TO monban_app;
