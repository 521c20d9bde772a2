-- The second wall: whatever a query forgets, the application's role sees the rows of one contract, the one named by
-- monban.contract for the running transaction; without that, none. The owner of the tables is held to it as well.
--
-- monban_app    serves requests.
-- monban_across is what the application's role may turn into where several contracts must be seen: sweeps,
--               verification, the desk's list. It reads, and writes nothing.
DO $$
DECLARE
  walled text;
BEGIN
  FOREACH walled IN ARRAY ARRAY['contracts', 'contract_services', 'notification_addresses', 'persons', 'user_permissions',
    'user_limits', 'cards', 'sessions', 'history_entries', 'refusal_tallies', 'outbox']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format('CREATE POLICY one_contract ON %I TO monban_app
      USING (contract_id = current_setting(''monban.contract'', true))
      WITH CHECK (contract_id = current_setting(''monban.contract'', true))', walled);
    EXECUTE format('CREATE POLICY across_contracts ON %I FOR SELECT TO monban_across USING (true)', walled);
    EXECUTE format('GRANT SELECT ON %I TO monban_app, monban_across', walled);
  END LOOP;
END
$$;
--> statement-breakpoint
GRANT INSERT, UPDATE ON contracts, contract_services, notification_addresses, persons, cards, sessions, refusal_tallies TO monban_app;
--> statement-breakpoint
GRANT INSERT, DELETE ON user_permissions, user_limits TO monban_app;
--> statement-breakpoint
GRANT DELETE ON sessions, refusal_tallies, notification_addresses TO monban_app;
--> statement-breakpoint
-- History can only grow.
GRANT INSERT ON history_entries TO monban_app;
--> statement-breakpoint
GRANT INSERT ON outbox TO monban_app;
--> statement-breakpoint
GRANT UPDATE (sent_at) ON outbox TO monban_app;
--> statement-breakpoint
-- Belongs to no contract, and names none.
GRANT SELECT, INSERT, UPDATE, DELETE ON address_tries TO monban_app;
--> statement-breakpoint
-- Decoys: what cannot succeed is tried on one of these, so that it costs what a real attempt costs.
CREATE POLICY decoys ON contracts FOR INSERT TO monban_owner WITH CHECK (contract_id LIKE 'D%');
--> statement-breakpoint
CREATE POLICY decoys ON persons FOR INSERT TO monban_owner WITH CHECK (contract_id LIKE 'D%');
--> statement-breakpoint
INSERT INTO contracts (contract_id, name, lock_linkage, opened_at)
  SELECT 'D' || lpad(n::text, 10, '0'), '-', 'LINKED', now() FROM generate_series(0, 4095) n;
--> statement-breakpoint
INSERT INTO persons (contract_id, person_key, name, added_at)
  SELECT 'D' || lpad(n::text, 10, '0'), '@administrator', '-', now() FROM generate_series(0, 4095) n;
