import type { ReactNode } from 'react';

/** One part in all its states. */
export interface Entry {
  /** Its folder in `src/`, and its address: `#meter`. */
  readonly name: string;
  readonly states: readonly State[];
  /** It covers the page, or is very large: shown at its own address alone. */
  readonly alone?: boolean;
}

export interface State {
  readonly title: string;
  /** A component of its own, so that a state can be worked with. */
  readonly Show: () => ReactNode;
}
