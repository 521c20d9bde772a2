import type { Instant } from '@monban/domain/instant';

import type { ContractRow, PersonRow } from '../../db/rows.ts';
import type { SessionView } from '../../sessions/session-life.ts';
import { contractView } from '../contracts/contract-view.ts';
import { administratorStatusOf } from './administrator-standing.ts';

/** The administrator as the schema shows them; `session` is the viewer's own. */
export function administratorView(
  contract: ContractRow,
  person: PersonRow,
  now: Instant,
  session: SessionView | null = null,
) {
  return {
    __typename: 'Administrator',
    name: person.name,
    status: administratorStatusOf(contract, person),
    logonNotices: person.logonNotices,
    lastLogonAt: person.lastLogonAt,
    previousLogonAt: person.previousLogonAt,
    wrongEntriesSinceLastLogon: person.wrongBeforeLastLogon + person.wrongSinceLastLogon,
    session,
    contract: contractView(contract, now),
  } as const;
}

export type AdministratorView = ReturnType<typeof administratorView>;
