import type { HomeQuery } from '../../graphql/generated/graphql.ts';

/** The contract as its administrator's first page shows it. */
export type HomeContract = NonNullable<HomeQuery['contract']>;

export type Attention = NonNullable<HomeContract['attention']>[number];
export type WaitingUser = Attention['users'][number];

/** Something that waits, in words, and the way to do something about it. */
export interface Waiting {
  readonly key: string;
  readonly text: string;
  readonly note?: string;
  /** None: it is not the administrator's to do, and the note says whose. */
  readonly way?: {
    readonly to: string;
    readonly text: string;
    /** What a screen reader says, where the text alone could be anybody's. */
    readonly label?: string;
  };
}
