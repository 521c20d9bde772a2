import type { UserStatus } from '../graphql/generated/graphql.ts';

/** What can be done with one user from the list. */
export type UserActName = 'reset' | 'lock' | 'unlock';

/** The one maker of addresses. */
export const paths = {
  home: '/',
  users: (filter: { readonly search?: string; readonly status?: UserStatus | null } = {}) => {
    const query = new URLSearchParams();
    if (filter.search !== undefined && filter.search !== '') query.set('search', filter.search);
    if (filter.status !== undefined && filter.status !== null) query.set('status', filter.status);
    const text = query.toString();
    return text === '' ? '/users' : `/users?${text}`;
  },
  user: (userId: string) => `/users/${encodeURIComponent(userId)}`,
  userAct: (userId: string, act: UserActName) => `/users/${encodeURIComponent(userId)}/${act}`,
  addUser: '/add-user',
  importUsers: '/import-users',
  slips: '/slips',
  history: '/history',
  pins: '/pins',
  sessions: '/sessions',
  session: (sessionId: string) => `/sessions/${encodeURIComponent(sessionId)}`,
  emergency: '/emergency',
};
