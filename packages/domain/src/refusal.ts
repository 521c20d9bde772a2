import type { LockScope } from './lockout.ts';
import type { Yen } from './money.ts';
import type { PinPolicy, PinProblemCode } from './pin.ts';
import type { InputProblem } from './problem.ts';
import type { Obstacle } from './status.ts';

/** What is wrong with a proposed PIN; `pin` is the input field's name, never the PIN. */
export interface PinProblem {
  readonly pin: string;
  readonly code: PinProblemCode;
}

/** Why a user may not have a transaction authorised (R13). */
export type Prohibition = 'NO_PERMISSION' | 'ACCOUNT_NOT_ALLOWED' | 'CREATED_BY_THEMSELVES';

/**
 * Every way in which Monban says no. A fault of ours is not among them: it is thrown.
 * Whoever handles a refusal narrows it by `code`, exhaustively.
 */
export type Refusal =
  /** The one answer to strangers (ASVS 6.3.8): it holds nothing that could differ. */
  | { readonly code: 'LOGON_REFUSED' }
  | {
      readonly code: 'WRONG_PIN';
      readonly attemptsLeft: number;
      readonly locks: LockScope;
      /** A one-time password was entered beside it: which of both was wrong is not told. */
      readonly withCard?: true;
    }
  | {
      readonly code: 'PIN_POLICY';
      /** The bounds in its text depend on it. */
      readonly policy: PinPolicy;
      readonly problems: readonly PinProblem[];
    }
  | { readonly code: 'INVALID_INPUT'; readonly problems: readonly InputProblem[] }
  | { readonly code: 'NOT_PERMITTED'; readonly because: Prohibition }
  | {
      readonly code: 'LIMIT_EXCEEDED';
      readonly layer: 'USER' | 'CONTRACT';
      readonly period: 'TRANSACTION' | 'DAY';
      /** What is left of the limit; null for the contract's, of which a user learns no more. */
      readonly left: Yen | null;
    }
  | { readonly code: 'CONFLICT'; readonly about: Collision }
  | { readonly code: 'NOT_FOUND'; readonly what: Missing }
  | { readonly code: 'NOT_ALLOWED_NOW'; readonly because: Obstacle }
  | {
      readonly code: 'TRY_AGAIN';
      readonly because: Hindrance;
      /** 0: at once. */
      readonly retryAfterSeconds: number;
    };

/**
 * Why nothing was compared, counted or changed. `BUSY`: too much is going on. `ADDRESS_LIMITED`: too many wrong entries
 * came from where the request comes from (A17). `CHALLENGE_PASSED`: the entries answer cells that are asked no more.
 * `AUTHORITY_AWAY`: the built-in authority's key can't be read.
 */
export type Hindrance = 'BUSY' | 'ADDRESS_LIMITED' | 'CHALLENGE_PASSED' | 'AUTHORITY_AWAY';

/** What a request collided with. IDs once given out are never free again. */
export type Collision =
  | 'VERSION'
  | 'USER_ID_TAKEN'
  | 'CONTRACT_ID_TAKEN'
  | 'IDEMPOTENCY_KEY_TAKEN'
  | 'CERTIFICATE_TAKEN';

/** What was asked for and is not there; what belongs to another contract is not there either. */
export type Missing =
  | 'CONTRACT'
  | 'USER'
  | 'SESSION'
  | 'NOTIFICATION_ADDRESS'
  | 'NOTICE'
  | 'AUTHORIZATION'
  | 'DESK_ACT'
  | 'CERTIFICATE'
  | 'RETRIEVAL_CODE';

export type RefusalCode = Refusal['code'];

/** The end of an exhaustive `switch`: a case that is forgotten does not compile. */
export function unreachable(nothing: never): never {
  throw new Error(`unhandled case: ${typeof nothing}`);
}
