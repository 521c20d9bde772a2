/** So long, or so often. */
export type VerifyJob = { readonly seconds: number } | { readonly times: number };

export interface VerifyResult {
  /** Within the time given. */
  readonly done: number;
  readonly all: number;
  readonly seconds: number;
  /** For all. */
  readonly processorSeconds: number;
}
