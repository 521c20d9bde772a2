import type { NoticeState } from '../delivery.ts';
import type { CardStatus } from '../card.ts';
import type { AbilityReason } from '../ability.ts';
import type { CertificateStatus } from '../certificate.ts';
import type { Change } from '../change.ts';
import type { Consequence } from '../consequence.ts';
import type {
  HistoryEvent,
  IdentityCheck,
  PinKind,
  RefusedBecause,
  WaitingOperation,
} from '../history-event.ts';
import type { HistoryKind } from '../history-kind.ts';
import type { Locale } from '../locale.ts';
import type { CountedSecret, LockLinkage, LockScope } from '../lockout.ts';
import type { NotificationAddressStatus } from '../notification-address.ts';
import type { Action, Service } from '../permission.ts';
import type { PinPolicy, PinProblemCode } from '../pin.ts';
import type { InputProblem } from '../problem.ts';
import type { Refusal, RefusalCode } from '../refusal.ts';
import type { AuthenticationMethod } from '../session.ts';
import type {
  AdministratorStatus,
  ContractStatus,
  LockReason,
  Obstacle,
  UserStatus,
} from '../status.ts';

/** Input fields that a problem can name: each segment of a path that isn't a number. */
export type FieldName =
  | 'contractId'
  | 'userId'
  | 'name'
  | 'email'
  | 'administratorName'
  | 'notificationAddress'
  | 'addresses'
  | 'address'
  | 'accounts'
  | 'code'
  | 'users'
  | 'filter'
  | 'concerns'
  | 'from'
  | 'to'
  | 'reference'
  | 'identityCheck'
  | 'lockLinkage'
  | 'idleMinutes'
  | 'authenticationMethod'
  | 'certificateFrom'
  | 'certificate'
  | 'certificateRequest'
  | 'retrievalCode'
  | 'thumbprint'
  | 'kind'
  | 'oneTimePassword'
  | 'registrationPin'
  | 'contractPin'
  | 'contractConfirmationPin'
  | 'userPin'
  | 'confirmationPin'
  | 'currentPin'
  | 'currentConfirmationPin'
  | 'temporaryConfirmationPin'
  | 'newPin'
  | 'newConfirmationPin'
  | 'userIds'
  | 'csv'
  | 'permissions'
  | 'limits'
  | 'services'
  | 'service'
  | 'amount'
  | 'accountNumber'
  | 'transactionHash'
  | 'messageId'
  | 'status'
  | 'idempotencyKey'
  | 'action'
  | 'ceiling'
  | 'limit'
  | 'perTransaction'
  | 'perDay';

/** The columns of an exported history, in their order. */
export type HistoryColumn = 'number' | 'at' | 'actor' | 'concerns' | 'kind' | 'text' | 'address';

export type UnnamedActor = '@administrator' | '@bank' | '@stranger' | '@system';

/** What the values of the product's enumerations are called. */
export interface Labels {
  readonly service: Readonly<Record<Service, string>>;
  readonly action: Readonly<Record<Action, string>>;
  readonly contractStatus: Readonly<Record<ContractStatus, string>>;
  readonly administratorStatus: Readonly<Record<AdministratorStatus, string>>;
  readonly userStatus: Readonly<Record<UserStatus, string>>;
  readonly lockReason: Readonly<Record<LockReason, string>>;
  readonly lockLinkage: Readonly<Record<LockLinkage, string>>;
  readonly lockScope: Readonly<Record<LockScope, string>>;
  readonly secret: Readonly<Record<CountedSecret, string>>;
  readonly pinKind: Readonly<Record<PinKind, string>>;
  readonly cardStatus: Readonly<Record<CardStatus, string>>;
  readonly authenticationMethod: Readonly<Record<AuthenticationMethod, string>>;
  readonly certificateStatus: Readonly<Record<CertificateStatus, string>>;
  readonly notificationAddressStatus: Readonly<Record<NotificationAddressStatus, string>>;
  readonly identityCheck: Readonly<Record<IdentityCheck, string>>;
  /** What the desk does, where two persons are wanted. */
  readonly waitingOperation: Readonly<Record<WaitingOperation, string>>;
  readonly refusedBecause: Readonly<Record<RefusedBecause, string>>;
  readonly refusalCode: Readonly<Record<RefusalCode, string>>;
  readonly historyKind: Readonly<Record<HistoryKind, string>>;
  readonly language: Readonly<Record<Locale, string>>;
  readonly noticeState: Readonly<Record<NoticeState, string>>;
  /** What each column of an exported history is called. */
  readonly historyColumn: Readonly<Record<HistoryColumn, string>>;
  /** Whoever did something and has no name of their own in the history. */
  readonly actor: Readonly<Record<UnnamedActor, string>>;
  readonly field: Readonly<Record<FieldName, string>>;
}

/** A change in three texts, for a line `what: from → to`. */
export interface ChangeText {
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

/** What forms say of entries before anything is sent; all of it that is needed before the logon. */
export interface ProblemWords {
  /** `label` instead of the field's own, where a page calls it otherwise. */
  readonly inputProblem: (problem: InputProblem, label?: string) => string;
  /** What is wrong with a proposed PIN, and what it has to be. */
  readonly pinProblem: (code: PinProblemCode, policy: PinPolicy) => string;
  /** The same rule as a line of a checklist, before anything is wrong. */
  readonly pinRule: (code: PinProblemCode, policy: PinPolicy) => string;
  /** What the field at a path is called: `limits.0.limit.perDay`. */
  readonly fieldLabel: (path: string) => string;
}

/** Everything that Monban says in one language. A word that is missing does not compile. */
export interface Words extends ProblemWords {
  readonly locale: Locale;
  readonly labels: Labels;
  /** Cause and remedy of a refusal, for the person who gets it; repeats nothing they entered. */
  readonly refusal: (refusal: Refusal) => string;
  readonly obstacle: (obstacle: Obstacle) => string;
  /** Why somebody can't do something right now, and who can mend it. */
  readonly abilityReason: (reason: AbilityReason) => string;
  /** One thing that an act changes: what, from, to. */
  readonly change: (change: Change) => ChangeText;
  /** What follows from a change of rights, before it happens. */
  readonly consequence: (consequence: Consequence) => string;
  /** One line of the history. */
  readonly event: (event: HistoryEvent) => string;
  /** The same without what changed, for where the changes stand beside it. */
  readonly headline: (event: HistoryEvent) => string;
  /** The same in parts, for where they stand below one another. */
  readonly parts: (event: HistoryEvent) => EventParts;
}

/** What a line of the history is made of. */
export interface EventParts {
  readonly what: string;
  /** From what to what, thing by thing. */
  readonly changes: readonly string[];
  /** What the desk wrote down with it. */
  readonly note: readonly string[];
}

type EventByType = { [E in HistoryEvent as E['type']]: E };

/** A text for each event. */
export type EventTexts = { readonly [T in keyof EventByType]: (event: EventByType[T]) => string };

/** Nothing where there is no text for it. */
export function eventText<T extends keyof EventByType>(
  texts: Partial<EventTexts>,
  type: T,
  event: EventByType[T],
): string {
  return texts[type]?.(event) ?? '';
}

type RefusalByCode = { [R in Refusal as R['code']]: R };

/** A text for each refusal. */
export type RefusalTexts = {
  readonly [C in keyof RefusalByCode]: (refusal: RefusalByCode[C]) => string;
};

export function refusalText<C extends keyof RefusalByCode>(
  texts: RefusalTexts,
  code: C,
  refusal: RefusalByCode[C],
): string {
  return texts[code](refusal);
}

/** The parts of a path that a reader understands: the field, the entry (from 1), what in it. */
export interface PathParts {
  readonly field: string | null;
  readonly entry: number | null;
  readonly part: string | null;
}

/** `limits.0.limit.perDay` → the labels of `limits` and `perDay`, entry 1. */
export function pathParts(path: string, labels: Labels['field']): PathParts {
  const segments = path.split('.');
  const index = segments.find((segment) => /^[0-9]+$/.test(segment));
  const named = segments.flatMap((segment) => (isFieldName(segment, labels) ? [segment] : []));
  const first = named[0];
  const last = named.at(-1);
  return {
    field: first === undefined ? null : labels[first],
    entry: index === undefined ? null : Number(index) + 1,
    part: last === undefined || last === first ? null : labels[last],
  };
}

function isFieldName(segment: string, labels: Labels['field']): segment is FieldName {
  return Object.hasOwn(labels, segment);
}
