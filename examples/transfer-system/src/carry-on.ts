import { authorize } from './authorize.ts';
import { type Bank, type Outcome, refused } from './bank.ts';
import { Lost } from './monban.ts';
import { captureAuthorization, voidAuthorization } from './operations.ts';
import { patiently } from './patience.ts';
import { NobodyThere, type Person, Refused } from './person.ts';
import type { Transfer } from './transfer.ts';

/**
 * Carries a transfer on from wherever the journal says that it stands, step by step, each written down before the next
 * is taken. After a crash this is all there is to recovery.
 * @param person null: nobody is there to enter a PIN
 */
export async function carryOn(
  transfer: Transfer,
  bank: Bank,
  person: Person | null,
): Promise<Outcome> {
  try {
    const stopped = (await authorize(transfer, bank, person)) ?? (await capture(transfer, bank));
    return stopped ?? pay(transfer, bank);
  } catch (fault) {
    if (fault instanceof Refused) return refused(fault);
    if (fault instanceof NobodyThere) return { is: 'WAITS_FOR_PERSON' };
    if (fault instanceof Lost) return { is: 'UNANSWERED' };
    throw fault;
  }
}

/** Null: it is captured, and the journal knows. Needs nobody's session: what was confirmed stays confirmed. */
async function capture({ id }: Transfer, bank: Bank): Promise<Outcome | null> {
  const { journal, monban, patienceSeconds } = bank;
  const standing = journal.standingOf(id);
  if (standing?.step !== 'AUTHORIZED') return null;
  const which = { id: standing.authorizationId };
  // Our own number of the payment is the reference, so that it may be asked any number of times.
  const { answer } = await patiently(patienceSeconds, () =>
    monban.ask(captureAuthorization, { input: { ...which, reference: id } }),
  );
  if (answer.__typename === 'AuthorizationCaptured') {
    journal.append({ step: 'CAPTURED', id });
    return null;
  }
  // It expired, or somebody's right has ended. Another key is safe only when this one can't come back.
  const { answer: given } = await patiently(patienceSeconds, () =>
    monban.ask(voidAuthorization, { input: which }),
  );
  if (given.__typename !== 'AuthorizationVoided') {
    throw new Error(`${id} is neither ours to capture nor void: ${given.code}. ${given.message}`);
  }
  journal.append({ step: 'VOIDED', id, because: given.authorization.voidedBecause ?? 'UNKNOWN' });
  return refused(answer);
}

/** The money moves. Once: the journal takes no PAID but after CAPTURED. */
function pay({ id }: Transfer, { journal }: Bank): Outcome {
  if (journal.standingOf(id)?.step === 'CAPTURED') journal.append({ step: 'PAID', id });
  return { is: 'PAID' };
}
