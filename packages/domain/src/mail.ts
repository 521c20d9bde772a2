import type { HistoryEvent } from './history-event.ts';
import { type ContractId, contractIdTail, parseEmailAddress } from './id.ts';
import { after, type Instant } from './instant.ts';
import { confirmationCode, sameAddress } from './notification-address.ts';

/** The code that a new address is asked for (R10): in the mail to that address, and nowhere else. */
export interface MailedCode {
  /** 6 digits. */
  readonly digits: string;
  readonly until: Instant;
}

/** What is known of the address that a mail goes to, if it is one of the contract's. */
export interface CodeHolder {
  readonly status: string;
  /** Until when the code that was drawn last is good; null: none waits. */
  readonly codeUntil: Instant | null;
}

/**
 * Whether a mail tells the code: the mail by which a new address hears that it was added. One that was written before
 * the code was drawn told another.
 */
export function tellsCode(
  mail: {
    readonly to: string;
    readonly at: Instant;
    readonly events: readonly HistoryEvent[];
  },
  { status, codeUntil }: CodeHolder,
): boolean {
  const added = mail.events.some(
    (event) => event.type === 'NOTIFICATION_ADDRESS_ADDED' && sameAddress(event.address, mail.to),
  );
  return added && status === 'PENDING' && codeUntil !== null && mail.at >= drawnAt(codeUntil);
}

function drawnAt(codeUntil: Instant): Instant {
  return after(codeUntil, -confirmationCode.hours * secondsAnHour);
}

const secondsAnHour = 3600;

/**
 * Events as a mail may tell them: names and references are what people typed, and could hold what a mail program
 * makes a link of, or the contract ID.
 */
export function mailedEvents(
  events: readonly HistoryEvent[],
  contractId: ContractId,
): readonly HistoryEvent[] {
  // Texts stay texts, so what comes out has the shape that went in.
  return mapTexts(events, (text) =>
    unlinked(text).replaceAll(contractId, `…${contractIdTail(contractId)}`),
  ) as readonly HistoryEvent[];
}

/** A mail address may be told as it is; elsewhere no dot stays before a letter, and no scheme whole. */
function unlinked(text: string): string {
  if (parseEmailAddress(text, 'address').ok) return text;
  return text.replaceAll('://', ': //').replace(/(?<=[\p{L}\p{N}-])[.．](?=\p{L})/gu, '$& ');
}

function mapTexts(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, map));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, mapTexts(each, map)]),
  );
}
