/** What a bank token may stand for. */
export type BankScope = 'desk' | 'transactions' | 'read' | 'mail';

/** The scopes there are. Others in a token are the identity provider's own affair and left alone. */
export const bankScopes: readonly BankScope[] = ['desk', 'transactions', 'read', 'mail'];

/** A client of the bank's, proven by its access token. */
export interface BankCaller {
  /** `client_id`: the bank system. */
  readonly clientId: string;
  /** `sub`: the human, or the client itself where no human is behind the request. */
  readonly subject: string;
  readonly scopes: ReadonlySet<BankScope>;
  /** RFC 8705: the token is bound to the client certificate that the connection was authenticated with. */
  readonly bound: boolean;
}
