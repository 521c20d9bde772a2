export interface Settings {
  /** Where Monban is. */
  readonly url: string;
  /** Our own access token, scope `transactions`. A system that runs for days asks for a new one before it expires. */
  readonly bankToken: string;
  /** `client_id` of that token: what Monban calls us, and the audience of its tokens. */
  readonly clientId: string;
  /** What Monban calls itself in its tokens (its setting MONBAN_ISSUER). */
  readonly issuer: string;
  readonly journal: string;
  /** What the person reads: refusals are written for them. */
  readonly language: string;
  /** How long an answer is waited for through a restart of Monban's. */
  readonly patienceSeconds: number;
}

export function readSettings(): Settings {
  const { env } = process;
  const bankToken = env['BANK_TOKEN'] ?? '';
  if (bankToken === '') {
    throw new Error('Set BANK_TOKEN: npm run -s monban -- bank-token --scope transactions');
  }
  return {
    url: env['MONBAN_URL'] ?? 'http://127.0.0.1:4000',
    bankToken,
    clientId: env['BANK_CLIENT_ID'] ?? 'monban-development',
    issuer: env['MONBAN_ISSUER'] ?? 'urn:monban',
    journal: env['JOURNAL'] ?? 'transfers.journal',
    language: env['ACCEPT_LANGUAGE'] ?? 'ja',
    patienceSeconds: Number(env['PATIENCE_SECONDS'] ?? 60),
  };
}
