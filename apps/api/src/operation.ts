import type { HistoryEvent, RefusedBecause } from '@monban/domain/history-event';
import type { Refusal } from '@monban/domain/refusal';
import type { Result } from '@monban/domain/result';

import type { Act } from './act.ts';
import type { Context } from './context.ts';
import type { Queries } from './db/client.ts';
import type { ContractRow } from './db/rows.ts';
import { forbidden, unauthenticated } from './graphql/faults.ts';
import type { Party } from './graphql/party.ts';
import type { Loaders } from './loaders.ts';
import type { Claim, Entry } from './secrets/claim.ts';
import type { DeskActView } from './modules/desk-acts/desk-act-view.ts';
import type { Services } from './services.ts';
import type { SessionSeen } from './sessions/session-seen.ts';

/** What every operation is given beside its input. */
export interface Asked extends Context {
  readonly services: Services;
  readonly loaders: Loaders;
}

/** What an act came to. `events` become history entries and notices; a refused act changes nothing. */
export type Decision<Success> =
  | { readonly done: Success; readonly events: readonly HistoryEvent[] }
  | Refusing;

/** A refusal; `evenSo` is written although nothing else of the act is: a count of wrong entries. */
export interface Refusing {
  readonly refused: Refusal;
  readonly evenSo?: { execute(): Promise<unknown> };
}

/** What an operation answers: its success, or the refusal as a value; or that it waits for a second person. */
export type Answer<Success> =
  | { readonly done: Success }
  | { readonly refused: Refusal }
  | { readonly waiting: DeskActView };

/** For whom a code was given out. */
export interface CodeHolder {
  readonly contractId: string;
  readonly personKey: string;
}

/** By what the caller of an operation is proven to be entitled to it. */
export type Proof<Entered, Loaded> =
  /** Secrets of the person who is logged on: a confirmation PIN, or both PINs of a pair. */
  | { readonly by: 'SECRETS'; entries(entered: Entered): readonly Entry[] }
  /** A stranger's secrets. `hopeless` asks again once the rows are locked. */
  | {
      readonly by: 'LOGON';
      claim(entered: Entered, asked: Asked): Promise<Claim | 'STALE_CHALLENGE'>;
      hopeless(act: Act, loaded: Loaded, claim: Claim, asked: Asked): RefusedBecause | null;
    }
  | { readonly by: 'SESSION' }
  /** Something that was given out for one person: whoever has it acts as them, without being logged on. */
  | { readonly by: 'CODE'; holder(entered: Entered): CodeHolder }
  /** The bank's token alone; `opens` makes the contract with whom it tells, `null` if its ID is taken. */
  | {
      readonly by: 'BANK_TOKEN';
      contractId(entered: Entered): string;
      opens?(queries: Queries, entered: Entered, asked: Asked): Promise<ContractRow | null>;
    };

/** What an act has to work with. */
export interface Given<Entered, Loaded, Prepared> {
  readonly entered: Entered;
  readonly asked: Asked;
  readonly loaded: Loaded;
  readonly prepared: Prepared;
}

/** A mutation: who may, what proves it, and what it does. The runner does all that every one of them needs. */
export interface CommandDefinition<Input, Entered, Success, Loaded, Prepared> {
  /** In the schema, the history, the logs and the metrics. */
  readonly name: string;
  readonly may: readonly Party[];
  /** Asked for by a machine of the bank's: where that stands is told to nobody. */
  readonly fromMachine?: true;
  /** Only beside the token of a bank system that may ask for transactions. */
  readonly throughBank?: boolean;
  /** Reads the input; what is wrong with it is said before any secret is compared. */
  read(input: Input, asked: Asked): Result<Entered, Refusal> | Promise<Result<Entered, Refusal>>;
  /** What the act needs to know, read right behind the lock. */
  load?(queries: Queries, contractId: string, entered: Entered, asked: Asked): PromiseLike<Loaded>;
  /** Hashing, which takes a permit: after the proof and before the transaction. */
  prepare?(entered: Entered, asked: Asked): Promise<Prepared>;
  readonly proof: Proof<Entered, Loaded>;
  /** Decide and save: within the transaction, all acts of the contract behind one lock. */
  act(
    act: Act,
    given: Given<Entered, Loaded, Prepared>,
  ): Decision<Success> | Promise<Decision<Success>>;
  /** Once it is committed. */
  afterwards?(success: Success, asked: Asked): void;
}

export type Command<Input, Entered, Success, Loaded, Prepared> = CommandDefinition<
  Input,
  Entered,
  Success,
  Loaded,
  Prepared
> &
  Required<
    Pick<CommandDefinition<Input, Entered, Success, Loaded, Prepared>, 'load' | 'afterwards'>
  >;

/** Gives a command its types, and nothing to do where it has nothing to do. */
export function command<Input, Entered, Success, Loaded = null, Prepared = null>(
  definition: CommandDefinition<Input, Entered, Success, Loaded, Prepared>,
): Command<Input, Entered, Success, Loaded, Prepared> {
  return {
    // A command that loads nothing has `null` for its type.
    load: () => Promise.resolve(null as Loaded),
    afterwards: () => undefined,
    ...definition,
  };
}

export function refuse(refused: Refusal, evenSo?: Refusing['evenSo']): Refusing {
  return evenSo === undefined ? { refused } : { refused, evenSo };
}

/** The bank system through which something is asked; nobody else may ask for it, in a browser or beside another scope. */
export function bankClientOf({ caller: { bank } }: Asked): string {
  if (bank === null || !bank.scopes.has('transactions')) throw forbidden();
  return bank.clientId;
}

/** The session of somebody who is logged on; the commands that ask for it are open to nobody else. */
export function sessionOf({ caller }: Asked): SessionSeen {
  if (caller.kind !== 'USER' && caller.kind !== 'ADMINISTRATOR') throw unauthenticated();
  return caller.session;
}
