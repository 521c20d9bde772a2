import type { UserQuery } from '../../graphql/generated/graphql.ts';

/** A user as their own page shows them. */
export type ShownUser = NonNullable<NonNullable<UserQuery['contract']>['user']>;
