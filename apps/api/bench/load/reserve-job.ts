/** What the process that reserves without being asked over the network can do. */
export interface ReserveJob {
  /** `RESERVE`: the whole transaction of authorising, without its PIN; `UPDATE`: one row, in a transaction of its own. */
  readonly kind: 'RESERVE' | 'UPDATE';
  /** Where the database and its keys are; the same in every job. */
  readonly env: Readonly<Record<string, string>>;
  /** For the limit: no wall stands before it. */
  readonly superuserUrl: string;
  readonly contractIds: readonly string[];
  readonly connections: number;
  readonly seconds: number;
}

export interface ReserveResult {
  /** Within the time given. */
  readonly done: number;
  readonly seconds: number;
}
