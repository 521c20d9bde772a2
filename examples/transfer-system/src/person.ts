import type { Bank } from './bank.ts';
import { Lost, SessionOver } from './monban.ts';
import { logOnUser, type Operation } from './operations.ts';
import { patiently, waitAsTold } from './patience.ts';
import type { Screen } from './screen.ts';
import type { Transfer } from './transfer.ts';

/** A user in front of our screen. What they enter is sent on and forgotten. */
export interface Person {
  /** Asks in their session, logging them on first if need be. */
  ask<Data, Variables>(operation: Operation<Data, Variables>, variables: Variables): Promise<Data>;
  /** They see what they confirm (R6). Throws `NobodyThere`. */
  confirmationPin(transfer: Transfer): Promise<string>;
  tell(message: string): void;
}

/** Nobody entered anything. */
export class NobodyThere extends Error {
  override readonly name = 'NobodyThere';
}

/** Monban said no to a logon. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

const mostLogons = 3;

export function personAt(
  screen: Screen,
  { contractId, userId }: Pick<Transfer, 'contractId' | 'userId'>,
  { monban, patienceSeconds }: Bank,
): Person {
  // The address that their browser has; here they sit at our own terminal.
  const clientAddress = '127.0.0.1';
  let session: string | undefined;

  const enter = async (question: string): Promise<string> => {
    const entered = await screen.ask(`${userId} of ${contractId}: ${question}`);
    if (entered === '') throw new NobodyThere();
    return entered;
  };

  async function logOn(): Promise<string> {
    const userPin = await enter('user PIN');
    for (let tries = 0; tries < mostLogons; tries += 1) {
      const input = { contractId, userId, userPin };
      const answer = await monban.ask(logOnUser, { input }, { clientAddress }).then(
        (data) => data.answer,
        async (fault: unknown) => {
          if (!(fault instanceof Lost)) throw fault;
          // Until it is back: a logon may be repeated, but each that is lost could count as a wrong entry.
          await patiently(patienceSeconds, () => monban.publishedKeys());
          return null;
        },
      );
      if (answer === null) continue;
      if (answer.__typename === 'LoggedOn') {
        if (!answer.mustReplacePins && answer.sessionToken !== null) return answer.sessionToken;
        throw new Refused('TEMPORARY_PINS', 'Choose PINs of your own first, in Monban’s pages.');
      }
      const waited =
        answer.__typename === 'TryAgain' && (await waitAsTold(answer.retryAfterSeconds));
      if (!waited) throw new Refused(answer.code, answer.message);
    }
    throw new Lost('No logon came through.');
  }

  return {
    async ask(operation, variables) {
      session ??= await logOn();
      try {
        return await monban.ask(operation, variables, { session, clientAddress });
      } catch (fault) {
        if (!(fault instanceof SessionOver)) throw fault;
        session = await logOn();
        return monban.ask(operation, variables, { session, clientAddress });
      }
    },
    async confirmationPin({ id, amount, from, to }) {
      session ??= await logOn();
      return enter(`¥${amount} from ${from} to ${to} (${id}): confirmation PIN`);
    },
    tell: (message) => screen.tell(`${userId} of ${contractId}: ${message}`),
  };
}
