import { type Bank, type Outcome, refused } from './bank.ts';
import { Lost } from './monban.ts';
import { type Authorization, authorizationByKey, authorizeTransaction } from './operations.ts';
import { patiently, waitAsTold } from './patience.ts';
import type { Person } from './person.ts';
import { expectAsked } from './token.ts';
import { askedFor, type Transfer } from './transfer.ts';

/** How often a PIN is sent for one transfer: a request that is lost may count as a wrong entry until a right one is through. */
const mostTries = 6;

/** Null: it is authorised, and the journal knows under which ID. */
export async function authorize(
  transfer: Transfer,
  bank: Bank,
  person: Person | null,
): Promise<Outcome | null> {
  const { journal, monban, patienceSeconds } = bank;
  const before = journal.standingOf(transfer.id);
  const isNew = before === undefined || before.step === 'VOIDED';
  if (!isNew && before.step !== 'INTENDED') return null;
  if (isNew && person === null) return { is: 'WAITS_FOR_PERSON' };
  const key = isNew ? `${transfer.id}.${(before?.keys ?? 0) + 1}` : before.key;
  if (isNew) journal.append({ step: 'INTENDED', id: transfer.id, key, transfer });

  const { contractId, userId, ...asked } = askedFor(transfer);
  const byKey = { contractId, userId, idempotencyKey: key };
  // A request whose answer nobody heard: of an earlier life of this process, or of this one.
  let mayBeAuthorized = !isNew;
  let confirmationPin: string | null = null;
  for (let tries = 0; tries < mostTries; tries += 1) {
    if (mayBeAuthorized) {
      const found = await patiently(patienceSeconds, () => monban.ask(authorizationByKey, byKey));
      if (found.answer !== null) return takeAuthorization(transfer, bank, found.answer);
    }
    if (person === null) return { is: 'WAITS_FOR_PERSON' };
    confirmationPin ??= await person.confirmationPin(transfer);
    const input = { ...asked, idempotencyKey: key, confirmationPin };
    const answer = await unlessLost(person.ask(authorizeTransaction, { input }));
    if (answer === null) {
      // If it was authorised, the key finds it; if not, the same key can't authorise it twice.
      mayBeAuthorized = true;
    } else if (answer.__typename === 'TransactionAuthorized') {
      return takeAuthorization(transfer, bank, answer.authorization);
    } else if (answer.__typename === 'WrongPin') {
      // Never sent again by itself: it counts.
      confirmationPin = null;
      person.tell(answer.message);
    } else if (answer.__typename !== 'TryAgain' || !(await waitAsTold(answer.retryAfterSeconds))) {
      return refused(answer);
    }
  }
  return { is: 'UNANSWERED' };
}

/** Looks at what Monban authorised before relying on it. */
async function takeAuthorization(
  transfer: Transfer,
  { journal, patienceSeconds, tokens }: Bank,
  authorization: Authorization,
): Promise<Outcome | null> {
  const { id } = transfer;
  const { status, token, voidedBecause } = authorization;
  const asked = askedFor(transfer);
  expectAsked(asked, authorization);
  // The key is answered the same for 7 days, also when what it stands for is over.
  if (status === 'VOIDED') {
    journal.append({ step: 'VOIDED', id, because: voidedBecause ?? 'UNKNOWN' });
    return refused({ code: voidedBecause ?? 'VOIDED', message: 'Please confirm it once more.' });
  }
  if (status === 'CAPTURED') {
    // By a journal that is newer than this one, and that may have paid: no program can know.
    throw new Error(`${id} was captured, but not by this journal. Find out whether it was paid.`);
  }
  // Found by its key it comes without one; then we have Monban's own word, over our own connection.
  if (token !== null) await patiently(patienceSeconds, () => tokens.verify(token, asked));
  journal.append({ step: 'AUTHORIZED', id, authorizationId: authorization.id });
  return null;
}

/** Its answer, or null where it was lost. */
async function unlessLost<Answer>(
  asking: Promise<{ readonly answer: Answer }>,
): Promise<Answer | null> {
  try {
    return (await asking).answer;
  } catch (fault) {
    if (fault instanceof Lost) return null;
    throw fault;
  }
}
