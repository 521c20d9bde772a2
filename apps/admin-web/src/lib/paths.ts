import type { HistoryKind, UserStatus } from '../graphql/generated/graphql.ts';

/** What can be done with one user. */
export type UserActName = 'update' | 'reset' | 'lock' | 'unlock' | 'remove';

/** What is looked for in the history, as the address says it; empty: whatever it is. */
export interface HistorySearch {
  readonly kinds: readonly HistoryKind[];
  /** Who did it. */
  readonly by: string;
  /** Whom it concerns. */
  readonly user: string;
  /** Days in Japan, `2026-11-22`; both belong to the period. */
  readonly from: string;
  readonly to: string;
  /** Where it came from. */
  readonly address: string;
  /** Which page: what is older than this cursor. */
  readonly after: string;
}

/** Which users a list shows: where they stand, or those to whom mail does not get. */
export type UserChoice = UserStatus | 'EMAIL_BOUNCED';

/** The one maker of addresses. */
export const paths = {
  home: '/',
  users: (filter: { readonly search?: string; readonly status?: UserChoice | null } = {}) => {
    const query = new URLSearchParams();
    if (filter.search !== undefined && filter.search !== '') query.set('search', filter.search);
    if (filter.status !== undefined && filter.status !== null) query.set('status', filter.status);
    const text = query.toString();
    return text === '' ? '/users' : `/users?${text}`;
  },
  user: (userId: string) => `/users/${encodeURIComponent(userId)}`,
  userAct: (userId: string, act: UserActName) => `/users/${encodeURIComponent(userId)}/${act}`,
  userRights: (userId: string) => `/users/${encodeURIComponent(userId)}/rights`,
  /** Of these users alone, or of everybody. */
  permissions: (userIds: readonly string[] = []) => `/permissions${chosen(userIds)}`,
  limits: '/limits',
  contractLimits: '/limits/contract',
  usersLimits: (userIds: readonly string[]) => `/limits/users${chosen(userIds)}`,
  addUser: '/add-user',
  importUsers: '/import-users',
  slips: '/slips',
  history: '/history',
  historyOf: (search: Partial<HistorySearch>) => `/history${historyQuery(search)}`,
  exportHistory: (search: Partial<HistorySearch>) => `/history/export${historyQuery(search)}`,
  notices: (after?: string) =>
    after === undefined
      ? '/settings/notices'
      : `/settings/notices?${new URLSearchParams({ after }).toString()}`,
  pins: '/settings/pins',
  settings: '/settings',
  mails: (act: 'mail-language' | 'logon-mails') => `/settings/${act}`,
  addresses: '/settings/addresses',
  /** A new card, to be put in force. */
  card: '/settings/card',
  /** A new address's code: to be entered, or to be sent once more. */
  addressCode: (act: 'code' | 'new-code', address: string) =>
    `/settings/${act}?${new URLSearchParams({ address }).toString()}`,
  /** For strangers: a certificate by a retrieval code. A page of its own, outside the router. */
  certificate: '/certificate',
  certificates: '/certificates',
  certificateOf: (act: 'grant' | 'revoke', of: string) =>
    `/certificates/${act}/${encodeURIComponent(of)}`,
  /** One's own. */
  ownCertificate: '/settings/certificate',
  revokeOwnCertificate: (thumbprint: string) => `/settings/certificate/${thumbprint}`,
  sessions: '/sessions',
  session: (sessionId: string) => `/sessions/${encodeURIComponent(sessionId)}`,
  emergency: '/emergency',
};

function historyQuery({ kinds = [], ...others }: Partial<HistorySearch>): string {
  const query = new URLSearchParams();
  for (const kind of kinds) query.append('kind', kind);
  for (const [key, value] of Object.entries(others)) if (value !== '') query.set(key, value);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

function chosen(userIds: readonly string[]): string {
  return userIds.length === 0 ? '' : `?users=${userIds.map(encodeURIComponent).join(',')}`;
}

/** The users whom an address names; none: everybody. */
export function chosenUsers(query: URLSearchParams): readonly string[] {
  return (query.get('users') ?? '').split(',').filter((userId) => userId !== '');
}
