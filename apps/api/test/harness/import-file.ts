import type { Client } from './client.ts';
import { type Answered, ask, pins } from './seed.ts';

/** What the dry run of an import answers. */
export interface DryRun {
  readonly users: readonly {
    readonly line: number;
    readonly userId: string;
    readonly name: string;
    readonly email: string | null;
    readonly permissions: readonly { readonly service: string; readonly action: string }[];
    readonly limits: readonly { readonly service: string; readonly limit: unknown }[];
  }[];
  readonly problems: readonly {
    readonly line: number;
    readonly column: number | null;
    readonly field: string | null;
    readonly code: string;
    readonly message: string;
  }[];
  readonly problemCount: number;
}

/** A file of users without rights. */
export function fileOf(...userIds: readonly string[]): string {
  return `利用者ID,氏名\n${userIds.map((userId) => `${userId},利用者`).join('\n')}\n`;
}

export async function dryRun(client: Client, csv: string): Promise<DryRun> {
  const { contract } = await client.send<{ contract: { userImport: DryRun } }>(
    `query ($csv: CsvText!) { contract { userImport(csv: $csv) {
      users { line userId name email permissions { service action } limits { service limit { perTransaction perDay } } }
      problems { line column field code message } problemCount } } }`,
    { csv },
  );
  return contract.userImport;
}

/** Temporary PINs for these users, ten at a time, as the page has them prepared. */
export async function prepare(
  client: Client,
  userIds: readonly string[],
): Promise<readonly string[]> {
  const prepared: string[] = [];
  for (let from = 0; from < userIds.length; from += 10) {
    const answer = await ask(client, 'prepareTemporaryPins', {
      userIds: userIds.slice(from, from + 10),
    });
    if (answer.preparedPins === undefined)
      throw new Error(`not prepared: ${JSON.stringify(answer)}`);
    prepared.push(...answer.preparedPins);
  }
  return prepared;
}

export function importUsers(
  client: Client,
  csv: string,
  preparedPins: readonly string[],
  confirmationPin: string = pins.contractConfirmation,
): Promise<Answered> {
  return ask(client, 'importUsers', { csv, preparedPins, confirmationPin });
}
