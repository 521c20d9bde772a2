ALTER TABLE "contract_services" DROP CONSTRAINT "contract_services_limits_below_ceilings";--> statement-breakpoint
ALTER TABLE "contract_services" ADD CONSTRAINT "contract_services_amounts" CHECK ("contract_services"."ceiling_per_transaction" between 0 and 9999999999999 and "contract_services"."ceiling_per_day" between 0 and 9999999999999 and "contract_services"."limit_per_transaction" between 0 and 9999999999999 and "contract_services"."limit_per_day" between 0 and 9999999999999);--> statement-breakpoint
-- A service that the desk takes from a contract goes.
GRANT DELETE ON contract_services TO monban_app;
