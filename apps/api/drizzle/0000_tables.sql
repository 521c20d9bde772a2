CREATE TABLE "address_tries" (
	"address" text NOT NULL,
	"contract_key" text NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"wrong" integer NOT NULL,
	CONSTRAINT "address_tries_address_contract_key_pk" PRIMARY KEY("address","contract_key")
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"contract_id" text NOT NULL,
	"card_id" text NOT NULL,
	"serial" text NOT NULL,
	"status" text NOT NULL,
	"issued_at" timestamptz(3) NOT NULL,
	"key_id" text NOT NULL,
	"salt" "bytea" NOT NULL,
	"uses" integer[] NOT NULL,
	"challenge_id" text NOT NULL,
	"challenge_cells" integer[] NOT NULL,
	CONSTRAINT "cards_contract_id_card_id_pk" PRIMARY KEY("contract_id","card_id"),
	CONSTRAINT "cards_status" CHECK ("cards"."status" in ('SENT', 'IN_FORCE', 'LOST', 'REPLACED', 'EXHAUSTED'))
);
--> statement-breakpoint
CREATE TABLE "contract_services" (
	"contract_id" text NOT NULL,
	"service" text NOT NULL,
	"ceiling_per_transaction" bigint,
	"ceiling_per_day" bigint,
	"limit_per_transaction" bigint,
	"limit_per_day" bigint,
	CONSTRAINT "contract_services_contract_id_service_pk" PRIMARY KEY("contract_id","service"),
	CONSTRAINT "contract_services_limits_below_ceilings" CHECK ("contract_services"."limit_per_transaction" <= "contract_services"."ceiling_per_transaction" and "contract_services"."limit_per_day" <= "contract_services"."ceiling_per_day")
);
--> statement-breakpoint
CREATE TABLE "contracts" (
	"contract_id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"lock_linkage" text NOT NULL,
	"authentication_method" text DEFAULT 'ID_PIN' NOT NULL,
	"idle_minutes" integer DEFAULT 10 NOT NULL,
	"locale" text DEFAULT 'ja' NOT NULL,
	"locks" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"opened_at" timestamptz(3) NOT NULL,
	"registered_at" timestamptz(3),
	"closed_at" timestamptz(3),
	"sessions_epoch" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"history_count" bigint DEFAULT 0 NOT NULL,
	"history_hash" "bytea" DEFAULT decode(repeat('00', 32), 'hex') NOT NULL,
	CONSTRAINT "contracts_contract_id" CHECK ("contracts"."contract_id" ~ '^([0-9]{11}|D[0-9]{10})$'),
	CONSTRAINT "contracts_lock_linkage" CHECK ("contracts"."lock_linkage" in ('LINKED', 'UNLINKED')),
	CONSTRAINT "contracts_authentication_method" CHECK ("contracts"."authentication_method" in ('ID_PIN', 'CERTIFICATE')),
	CONSTRAINT "contracts_idle_minutes" CHECK ("contracts"."idle_minutes" between 1 and 60)
);
--> statement-breakpoint
CREATE TABLE "notification_addresses" (
	"contract_id" text NOT NULL,
	"address" text NOT NULL,
	"status" text NOT NULL,
	"added_at" timestamptz(3) NOT NULL,
	"leaves_at" timestamptz(3),
	CONSTRAINT "notification_addresses_contract_id_address_pk" PRIMARY KEY("contract_id","address"),
	CONSTRAINT "notification_addresses_status" CHECK ("notification_addresses"."status" in ('PENDING', 'IN_FORCE', 'LEAVING'))
);
--> statement-breakpoint
CREATE TABLE "history_entries" (
	"contract_id" text NOT NULL,
	"number" bigint NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"operation" text NOT NULL,
	"actor" json NOT NULL,
	"address" text,
	"event" json NOT NULL,
	"previous_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "history_entries_contract_id_number_pk" PRIMARY KEY("contract_id","number")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"contract_id" text NOT NULL,
	"number" bigint NOT NULL,
	"address" text NOT NULL,
	"at" timestamptz(3) NOT NULL,
	"event" json NOT NULL,
	"sent_at" timestamptz(3),
	CONSTRAINT "outbox_contract_id_number_address_pk" PRIMARY KEY("contract_id","number","address")
);
--> statement-breakpoint
CREATE TABLE "refusal_tallies" (
	"contract_id" text NOT NULL,
	"hour" timestamptz(3) NOT NULL,
	"because" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "refusal_tallies_contract_id_hour_because_pk" PRIMARY KEY("contract_id","hour","because")
);
--> statement-breakpoint
CREATE TABLE "persons" (
	"contract_id" text NOT NULL,
	"person_key" text NOT NULL,
	"user_id" text,
	"name" text NOT NULL,
	"email" text,
	"locks" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"added_at" timestamptz(3) NOT NULL,
	"removed_at" timestamptz(3),
	"version" integer DEFAULT 1 NOT NULL,
	"registration_hash" text,
	"registration_until" timestamptz(3),
	"logon_hash" text,
	"confirmation_hash" text,
	"temporary_until" timestamptz(3),
	"pins_version" integer DEFAULT 1 NOT NULL,
	"wrong_registration" integer DEFAULT 0 NOT NULL,
	"wrong_logon" integer DEFAULT 0 NOT NULL,
	"wrong_confirmation" integer DEFAULT 0 NOT NULL,
	"wrong_one_time_password" integer DEFAULT 0 NOT NULL,
	"attempts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"current_session" text,
	"last_logon_at" timestamptz(3),
	"previous_logon_at" timestamptz(3),
	"wrong_since_last_logon" integer DEFAULT 0 NOT NULL,
	"wrong_before_last_logon" integer DEFAULT 0 NOT NULL,
	"accounts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "persons_contract_id_person_key_pk" PRIMARY KEY("contract_id","person_key"),
	CONSTRAINT "persons_user_id" CHECK ("persons"."user_id" ~ '^[0-9A-Za-z]{1,30}$'),
	CONSTRAINT "persons_person_key" CHECK ("persons"."person_key" = coalesce(lower("persons"."user_id"), '@administrator'))
);
--> statement-breakpoint
CREATE TABLE "user_limits" (
	"contract_id" text NOT NULL,
	"person_key" text NOT NULL,
	"service" text NOT NULL,
	"per_transaction" bigint NOT NULL,
	"per_day" bigint NOT NULL,
	CONSTRAINT "user_limits_contract_id_person_key_service_pk" PRIMARY KEY("contract_id","person_key","service"),
	CONSTRAINT "user_limits_amounts" CHECK ("user_limits"."per_transaction" between 0 and 9999999999999 and "user_limits"."per_day" between 0 and 9999999999999)
);
--> statement-breakpoint
CREATE TABLE "user_permissions" (
	"contract_id" text NOT NULL,
	"person_key" text NOT NULL,
	"service" text NOT NULL,
	"action" text NOT NULL,
	CONSTRAINT "user_permissions_contract_id_person_key_service_action_pk" PRIMARY KEY("contract_id","person_key","service","action")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"contract_id" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"session_id" text NOT NULL,
	"person_key" text NOT NULL,
	"epoch" integer NOT NULL,
	"started_at" timestamptz(3) NOT NULL,
	"last_act_at" timestamptz(3) NOT NULL,
	"address" text NOT NULL,
	"bank_client_id" text,
	CONSTRAINT "sessions_contract_id_token_hash_pk" PRIMARY KEY("contract_id","token_hash")
);
--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_contract_id_contracts_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contract_services" ADD CONSTRAINT "contract_services_contract_id_contracts_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_addresses" ADD CONSTRAINT "notification_addresses_contract_id_contracts_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "history_entries" ADD CONSTRAINT "history_entries_contract_id_contracts_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_contract_id_contracts_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refusal_tallies" ADD CONSTRAINT "refusal_tallies_contract_id_contracts_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "persons" ADD CONSTRAINT "persons_contract_id_contracts_contract_id_fk" FOREIGN KEY ("contract_id") REFERENCES "public"."contracts"("contract_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_limits" ADD CONSTRAINT "user_limits_contract_id_person_key_persons_contract_id_person_key_fk" FOREIGN KEY ("contract_id","person_key") REFERENCES "public"."persons"("contract_id","person_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_permissions" ADD CONSTRAINT "user_permissions_contract_id_person_key_persons_contract_id_person_key_fk" FOREIGN KEY ("contract_id","person_key") REFERENCES "public"."persons"("contract_id","person_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_contract_id_person_key_persons_contract_id_person_key_fk" FOREIGN KEY ("contract_id","person_key") REFERENCES "public"."persons"("contract_id","person_key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cards_one_in_force" ON "cards" USING btree ("contract_id") WHERE status = 'IN_FORCE';--> statement-breakpoint
CREATE UNIQUE INDEX "cards_one_sent" ON "cards" USING btree ("contract_id") WHERE status = 'SENT';--> statement-breakpoint
CREATE INDEX "cards_serial" ON "cards" USING btree ("serial");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("contract_id","person_key");