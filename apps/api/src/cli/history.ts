import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

import { parseContractId } from '@monban/domain/id';

import { type VerifiedHistory, verifyHistory } from '../history/verify-history.ts';
import type { BreakKind, KeptHead } from '../history/verify-chain.ts';
import { type Command, CommandError, type Output } from './command.ts';
import { withDatabase } from './open-database.ts';

/** Checks that no entry of the history was changed, taken out or put in. */
export const history: Command = {
  usage: 'history verify [--contract ID] [--against FILE] [--json]',
  async run(words, readSettings): Promise<Output> {
    const { contract = null, against = null } = readWords(words);
    if (contract !== null && !parseContractId(contract, 'contract').ok) {
      throw new CommandError('--contract takes 11 digits.', true);
    }
    const kept = against === null ? new Map<string, KeptHead>() : readKeptHeads(against);
    const histories = await withDatabase(readSettings(), async (database) => {
      const verified: VerifiedHistory[] = [];
      for await (const each of verifyHistory(database, { contractId: contract, kept })) {
        verified.push(each);
      }
      return verified;
    });
    return report(histories);
  },
};

function readWords(words: readonly string[]): { contract?: string; against?: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { contract: { type: 'string' }, against: { type: 'string' } },
    });
    if (positionals.join(' ') === 'verify') return values;
  } catch {
    // Said below.
  }
  throw new CommandError(`expected: ${history.usage}`, true);
}

/** What an earlier `history verify --json` printed, kept outside the database. */
function readKeptHeads(file: string): ReadonlyMap<string, KeptHead> {
  try {
    const { histories } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly histories: readonly VerifiedHistory[];
    };
    return new Map(histories.map(({ contractId, head }) => [contractId, head]));
  } catch {
    throw new CommandError('--against takes a file that history verify --json has written.');
  }
}

const said: Readonly<Record<BreakKind, (number: number) => string>> = {
  MISSING: (number) => `entry ${number} is missing`,
  UNEXPECTED: (number) => `entry ${number} does not belong to the history`,
  ALTERED: (number) => `entry ${number} does not say what it said when it was written`,
  UNCHAINED: (number) => `entry ${number} followed another entry than the one now before it`,
  NOT_THE_HEAD: (number) => `entry ${number} is not the one that was written last`,
  NOT_AS_KEPT: (number) => `up to entry ${number} the history was written anew`,
};

function report(histories: readonly VerifiedHistory[]): Output {
  const lines = histories.flatMap(({ contractId, broken }) =>
    broken === null ? [] : [`${contractId}: ${said[broken.kind](broken.number)}.`],
  );
  const entries = histories.reduce((sum, { head }) => sum + head.count, 0);
  const counted = `${histories.length} ${histories.length === 1 ? 'history' : 'histories'}`;
  const intact = `${counted} with ${entries} entries: all as they were written.`;
  return {
    text: lines.length === 0 ? intact : lines.join('\n'),
    json: { intact: lines.length === 0, histories },
    failed: lines.length > 0,
  };
}
