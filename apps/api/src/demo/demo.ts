import { createDatabase, dropDatabase, type EmbeddedAddresses } from '../db/embedded-roles.ts';
import type { Services } from '../services.ts';
import { cast } from './cast.ts';
import { selectAnyContract, selectContractsCalled } from './demo.store.ts';
import { demoText } from './demo-text.ts';
import { type DemoContract, keepDemo, readKeptDemo } from './kept-demo.ts';
import { seedContract } from './seed-contract.ts';

/** What `npm start` has to show. */
export interface Demo {
  /** Null: the database holds contracts, but what was drawn for them is not kept. */
  readonly contracts: readonly DemoContract[] | null;
}

/**
 * Makes the demo in an embedded database that has no contract yet, through the product's own operations; later
 * starts find it, and what was drawn for it, in the data directory.
 */
export async function seedDemo(services: Services): Promise<Demo> {
  const { dataDir } = services.settings;
  const [found] = await services.database.across(({ queries }) => selectAnyContract(queries));
  if (found !== undefined) {
    const kept = readKeptDemo(dataDir);
    return { contracts: kept === 'UNFINISHED' ? null : kept };
  }
  keepDemo(dataDir, 'UNFINISHED');
  // One clerk has opened all of them, whatever holds from now on.
  const alone = { ...services, settings: { ...services.settings, twoPersons: false } };
  const contracts = await Promise.all(cast.map((part) => seedContract(alone, part)));
  keepDemo(dataDir, contracts);
  return { contracts };
}

/**
 * Empties the embedded database if the start that was making the demo was interrupted: it never served anybody, and
 * what was drawn for its contracts is lost. To be called before the migrations.
 */
export async function discardHalfDemo(dataDir: string, embedded: EmbeddedAddresses): Promise<void> {
  if (readKeptDemo(dataDir) !== 'UNFINISHED') return;
  await dropDatabase(embedded, 'monban');
  await createDatabase(embedded, 'monban');
}

/** Production starts on no database of a demo: what its people log on with stands in a file and in a terminal's past. */
export async function refuseDemo({ database }: Services): Promise<void> {
  const found = await database.across(({ queries }) => selectContractsCalled(queries, cast));
  if (found.length > 0)
    throw new Error('the database holds the demo; production needs one of its own.');
}

/** Shows who can log on with what. */
export function printDemo({ contracts }: Demo, url: string): void {
  const text =
    contracts === null
      ? 'The database holds contracts, but demo.json with their PINs is gone from MONBAN_DATA_DIR; empty that directory to begin anew.'
      : demoText(contracts, url);
  process.stdout.write(`${text}\n`);
}
