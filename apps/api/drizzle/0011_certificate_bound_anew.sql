-- One of the bank's that was bound to somebody by mistake, and taken back, may be bound anew (R12). No other row goes.
GRANT DELETE ON certificates TO monban_app;
--> statement-breakpoint
CREATE POLICY taken_back ON certificates AS RESTRICTIVE FOR DELETE TO monban_app
  USING (authority = 'BANK' AND revoked_at IS NOT NULL);
