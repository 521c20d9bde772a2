/** What the load's process can be asked for. Every job is bounded in count or time. */
export type LoadJob =
  /** One request over and over. */
  | {
      readonly kind: 'REPEAT';
      readonly url: string;
      readonly query: string;
      readonly headers: Readonly<Record<string, string>>;
      /** A part of every right answer. */
      readonly expected: string;
      readonly connections: number;
      readonly seconds: number;
    }
  /** Administrators who ask for the challenge, read their cards and log on, each after the other of its connection. */
  | {
      readonly kind: 'LOGONS';
      readonly url: string;
      readonly contracts: readonly LogonContract[];
      readonly contractPin: string;
      readonly connections: number;
      readonly seconds: number;
    }
  /** Bank systems in their users' names, each connection with sessions of its own: every transaction a new one. */
  | {
      readonly kind: 'AUTHORIZE';
      readonly url: string;
      /** The headers of each session. */
      readonly sessions: readonly Readonly<Record<string, string>>[];
      readonly confirmationPin: string;
      readonly connections: number;
      readonly seconds: number;
    }
  /** That many wrong PINs for one person, all at once, each over a connection of its own. */
  | {
      readonly kind: 'GUESSES';
      readonly url: string;
      readonly contractId: string;
      readonly userId: string;
      readonly count: number;
    };

export interface LogonContract {
  readonly contractId: string;
  /** The card's table, row by row. */
  readonly digits: string;
}

/** What a job came to. Any answer but the expected one fails the job. */
export interface LoadResult {
  /** Right answers within the time given. */
  readonly done: number;
  /** With those that came after it: what was begun is finished. */
  readonly all: number;
  /** The time given, or for counted jobs the time taken. */
  readonly seconds: number;
  /** 95 of 100 were answered within so many milliseconds. */
  readonly p95: number;
}

export function resultOf(
  milliseconds: readonly number[],
  done: number,
  seconds: number,
): LoadResult {
  const sorted = Float64Array.from(milliseconds).sort();
  return {
    done,
    all: sorted.length,
    seconds,
    p95: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN,
  };
}
