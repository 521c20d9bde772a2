import { readFileSync } from 'node:fs';

import type { Bank, Outcome } from './bank.ts';
import { carryOn } from './carry-on.ts';
import { openJournal } from './journal.ts';
import { connect } from './monban.ts';
import { personAt } from './person.ts';
import { openScreen, type Screen } from './screen.ts';
import { readSettings } from './settings.ts';
import { tokensOf } from './token.ts';
import { askedFor, readTransfers, type Transfer } from './transfer.ts';

/** `npm start -- transfers.jsonl`; without a file it carries on what earlier runs have left. */
async function main([file]: readonly string[]): Promise<number> {
  const settings = readSettings();
  const transfers = file === undefined ? [] : readTransfers(readFileSync(file, 'utf8'));
  const monban = connect(settings);
  const bank: Bank = {
    monban,
    journal: openJournal(settings.journal),
    tokens: tokensOf(monban, settings.issuer, settings.clientId),
    patienceSeconds: settings.patienceSeconds,
  };
  const screen = openScreen();
  for (const transfer of transfers) expectSame(transfer, bank);
  // First what an earlier run left, as far as it goes without anybody's PIN.
  for (const transfer of bank.journal.unfinished()) {
    screen.tell(lineOf(transfer, await carryOn(transfer, bank, null)));
  }
  const people = Map.groupBy(transfers, ({ contractId, userId }) => `${contractId} ${userId}`);
  const outcomes = await Promise.all(
    [...people.values()].map((theirs) => payAll(theirs, bank, screen)),
  );
  screen.close();
  bank.journal.close();
  return outcomes.flat().every(({ is }) => is === 'PAID') ? 0 : 1;
}

/** One person's transfers, one after the other as they confirm them; everybody else's meanwhile. */
async function payAll(
  theirs: readonly Transfer[],
  bank: Bank,
  screen: Screen,
): Promise<readonly Outcome[]> {
  const [first] = theirs;
  if (first === undefined) return [];
  const person = personAt(screen, first, bank);
  const outcomes: Outcome[] = [];
  for (const transfer of theirs) {
    const outcome = await carryOn(transfer, bank, person);
    screen.tell(lineOf(transfer, outcome));
    outcomes.push(outcome);
  }
  return outcomes;
}

function lineOf({ id }: Transfer, outcome: Outcome): string {
  return outcome.is === 'REFUSED'
    ? `${id} REFUSED ${outcome.code}: ${outcome.message}`
    : `${id} ${outcome.is}`;
}

/** A number that is used again for another payment would never be paid, and look as if it had been. */
function expectSame(transfer: Transfer, { journal }: Bank): void {
  const known = journal.standingOf(transfer.id)?.transfer ?? transfer;
  if (askedFor(known).transactionHash !== askedFor(transfer).transactionHash) {
    throw new Error(`${transfer.id} already stands for another transfer.`);
  }
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  // What nobody foresaw stops everything at once: the journal knows where to go on.
  (fault: unknown) => {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exit(1);
  },
);
