import type { ViewerQuery } from '../graphql/generated/plain/graphql.ts';

/** Who is logged on in this page, and under which session. */
export interface Person {
  readonly kind: 'ADMINISTRATOR' | 'USER';
  readonly sessionId: string;
  readonly contractId: string;
  readonly contractName: string;
  /** Null for the administrator. */
  readonly userId: string | null;
  readonly name: string;
  /** The logon before this one; null: this is the first. */
  readonly previousLogonAt: string | null;
  /** Wrong entries since the logon before this one; null for users, who aren't told. */
  readonly wrongEntries: number | null;
  readonly mustReplacePins: boolean;
  /** By the server's clock, in milliseconds. */
  readonly idleEndsAt: number;
  /** How long the session may be left alone. */
  readonly idleSeconds: number;
  readonly endsAt: number;
}

/** Null: nobody, or nobody of a browser's. */
export function personOf(viewer: ViewerQuery['viewer']): Person | null {
  if (viewer === null || viewer.__typename === 'BankClient' || viewer.session === null) return null;
  const shared = {
    sessionId: viewer.session.id,
    contractId: viewer.contract.contractId,
    contractName: viewer.contract.name,
    name: viewer.name,
    previousLogonAt: viewer.previousLogonAt,
    idleEndsAt: Date.parse(viewer.session.idleEndsAt),
    idleSeconds: viewer.session.idleSeconds,
    endsAt: Date.parse(viewer.session.endsAt),
  };
  if (viewer.__typename === 'Administrator') {
    return {
      ...shared,
      kind: 'ADMINISTRATOR',
      userId: null,
      wrongEntries: viewer.wrongEntriesSinceLastLogon,
      mustReplacePins: false,
    };
  }
  return {
    ...shared,
    kind: 'USER',
    userId: viewer.userId,
    wrongEntries: null,
    mustReplacePins: viewer.mustReplacePins,
  };
}

/** The same for the same person's next session. */
export function personKey(person: Person): string {
  return `${person.contractId}/${person.userId ?? ''}`;
}
