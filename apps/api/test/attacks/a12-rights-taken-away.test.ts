import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { type Client, connect } from '../harness/client.ts';
import { asSuperuser } from '../harness/database.ts';
import { figure } from '../harness/figure.ts';
import {
  ask,
  bank,
  bankToken,
  logOnUser,
  pins,
  seedContract,
  type SeededContract,
  seedUser,
} from '../harness/seed.ts';
import { type Ground, layGround, type OwnServer, startHere } from '../harness/server.ts';

let ground: Ground;
/** Where the right is taken away, and where it was used and is tried again. */
let here: OwnServer;
let there: OwnServer;
let contract: SeededContract;
let people: Readonly<Record<Person, Client>>;

type Person = keyof typeof person;
/** Who is in, and how. Suzuki has nothing to do with any of it. */
const person = {
  administrator: null,
  user: 'Sato',
  'user through a bank': 'Tanaka',
  'another user': 'Suzuki',
} as const;
const everybody = Object.keys(person) as readonly Person[];
const users = ['user', 'user through a bank'] as const;

beforeAll(async () => {
  ground = await layGround();
  here = await startHere(ground);
  there = await startHere(ground);
});
afterAll(async () => {
  await here.close();
  await there.close();
  await ground.clear();
});

/** The same session at the other server. */
function elsewhere({ cookie }: Client): Client {
  return connect(there.url, cookie === null ? {} : { cookie });
}

async function openCompany(lockLinkage: 'LINKED' | 'UNLINKED' = 'UNLINKED'): Promise<void> {
  contract = await seedContract(here.url, ground, { lockLinkage });
  const [sato, , suzuki] = [
    await seedUser(contract, 'Sato'),
    await seedUser(contract, 'Tanaka'),
    await seedUser(contract, 'Suzuki'),
  ];
  const authorization = `Bearer ${bankToken(ground, ['transactions'])}`;
  const { sessionToken } = await logOnUser(
    connect(here.url, { authorization }),
    contract.contractId,
    'Tanaka',
  );
  people = {
    administrator: elsewhere(contract.administrator),
    user: elsewhere(sato),
    'user through a bank': connect(there.url, {
      authorization,
      'monban-session': sessionToken ?? '',
    }),
    'another user': elsewhere(suzuki),
  };
}
beforeEach(() => openCompany());

const confirmed = { confirmationPin: pins.contractConfirmation };
const desk = () => bank(here.url, ground, ['desk']);
const own = () => ({ contractId: contract.contractId });

/** Who of them is still let in with their next request, whichever it is. */
async function stillIn(): Promise<readonly Person[]> {
  const found: Person[] = [];
  for (const each of everybody) {
    const client = people[each];
    const answers = [
      await client.raw('{ contract { name } }'),
      await client.raw('{ viewer { __typename ... on User { name } } }'),
      await client.raw(
        'mutation ($input: ChangePinInput!) { changePin(input: $input) { __typename } }',
        {
          input: {
            kind: 'LOGON',
            // Too short: nothing is compared, and nothing counted.
            newPin: 'x',
            currentPin: pins.wrong,
            currentConfirmationPin: pins.wrong,
          },
        },
      ),
    ];
    const turnedAway = answers.filter(
      ({ body }) => body.includes('UNAUTHENTICATED') || body.includes('{"viewer":null}'),
    );
    // One way or the other, and not some of both.
    expect([0, answers.length]).toContain(turnedAway.length);
    if (turnedAway.length === 0) found.push(each);
  }
  return found;
}

async function idOfSession(userId: string): Promise<string> {
  const { contract: found } = await contract.administrator.send<{
    readonly contract: {
      readonly sessions: readonly { readonly id: string; readonly person: string }[];
    };
  }>('{ contract { sessions { id person } } }');
  return found.sessions.find((session) => session.person === userId)?.id ?? '';
}

async function seven(wrong: () => Promise<unknown>): Promise<unknown> {
  for (let each = 0; each < 7; each += 1) await wrong();
  return null;
}

interface Taking {
  /** Those who are out by it. */
  readonly out: readonly Person[];
  readonly take: () => Promise<unknown>;
  /** What would let them back in: it lets no old session live again. */
  readonly giveBack?: () => Promise<unknown>;
  readonly lockLinkage?: 'LINKED';
}

/** Everything that takes somebody's session away, each user in turn. */
const ofOneUser = users.flatMap((each): readonly (readonly [string, Taking])[] => {
  const userId = person[each];
  const target = { userId, ...confirmed };
  const unlock = () => ask(contract.administrator, 'unlockUser', target);
  const act = (name: 'lockUser' | 'removeUser' | 'resetUserPins') => () =>
    ask(contract.administrator, name, target);
  const out = [each];
  return [
    [`lockUser: ${each}`, { out, take: act('lockUser'), giveBack: unlock }],
    [`removeUser: ${each}`, { out, take: act('removeUser') }],
    [`resetUserPins: ${each}`, { out, take: act('resetUserPins') }],
    [
      `endSession: ${each}`,
      {
        out,
        take: async () =>
          ask(contract.administrator, 'endSession', {
            sessionId: await idOfSession(userId),
            ...confirmed,
          }),
      },
    ],
    [
      `lockMyself: ${each}`,
      {
        out,
        take: () => ask(people[each], 'lockMyself', { confirmationPin: pins.userConfirmation }),
        giveBack: unlock,
      },
    ],
    [`logOff: ${each}`, { out, take: () => ask(people[each], 'logOff') }],
    [
      `a logon of their own in another browser: ${each}`,
      { out, take: () => logOnUser(connect(here.url), contract.contractId, userId) },
    ],
    [
      `R20, seven wrong PINs: ${each}`,
      {
        out,
        take: () =>
          seven(() => logOnUser(connect(here.url), contract.contractId, userId, pins.wrong)),
        giveBack: unlock,
      },
    ],
    [
      `R19, seven wrong PINs where locks are linked: ${each}`,
      {
        out: everybody,
        lockLinkage: 'LINKED',
        take: () =>
          seven(() => logOnUser(connect(here.url), contract.contractId, userId, pins.wrong)),
        giveBack: () => ask(desk(), 'unlockContract', own()),
      },
    ],
  ];
});

const ofTheCompany: readonly (readonly [string, Taking])[] = [
  [
    'lockContract, in an emergency',
    {
      out: everybody,
      take: () => ask(contract.administrator, 'lockContract', confirmed),
      giveBack: () => ask(desk(), 'unlockContract', own()),
    },
  ],
  [
    'lockContract, at the desk',
    {
      out: everybody,
      take: () => ask(desk(), 'lockContract', own()),
      giveBack: () => ask(desk(), 'unlockContract', own()),
    },
  ],
  [
    'R21, seven wrong confirmation PINs of the administrator’s',
    {
      out: everybody,
      take: () =>
        seven(() =>
          ask(contract.administrator, 'lockUser', {
            userId: 'Sato',
            confirmationPin: pins.wrong,
          }),
        ),
      giveBack: () => ask(desk(), 'unlockContract', own()),
    },
  ],
  [
    'R18, reportCardLost by the administrator',
    {
      out: ['administrator'],
      take: () => ask(contract.administrator, 'reportCardLost', confirmed),
    },
  ],
  [
    'R18, reportCardLost at the desk',
    { out: ['administrator'], take: () => ask(desk(), 'reportCardLost', own()) },
  ],
];

let taken = 0;
let refused = 0;
afterAll(() => {
  figure(
    'A12',
    `${taken} ways to lose a session, in a browser and through a bank: ${refused} of ${taken} refused with the next request, at another server`,
  );
});

describe('A12: what was taken away is gone with the next request, and nobody else’s with it', () => {
  it.each([...ofOneUser, ...ofTheCompany])(
    '%s',
    async (_name, { giveBack, lockLinkage, out, take }) => {
      if (lockLinkage !== undefined) await openCompany(lockLinkage);
      expect(await stillIn()).toEqual(everybody);
      // A wrong entry of each stands now: not of those who are about to err.
      taken += 1;
      await take();
      const left = everybody.filter((each) => !out.includes(each));
      expect(await stillIn()).toEqual(left);
      if (giveBack === undefined) {
        refused += 1;
        return;
      }
      expect(await giveBack()).not.toHaveProperty('code');
      expect(await stillIn()).toEqual(left);
      refused += 1;
    },
  );
});

interface Able {
  readonly viewer: {
    readonly ability: readonly {
      readonly service: string;
      readonly action: string;
      readonly allowed: boolean;
      readonly reasons: readonly string[];
    }[];
  };
}

/** What a user may do right now, by themselves, in transferring funds. */
async function transfer(who: (typeof users)[number]) {
  const { viewer } = await people[who].send<Able>(
    '{ viewer { ... on User { ability { service action allowed reasons } } } }',
  );
  const found = viewer.ability.find(
    ({ service, action }) => service === 'FUNDS_TRANSFER' && action === 'EXECUTE',
  );
  return { allowed: found?.allowed, reasons: found?.reasons };
}

async function versionOf(
  userId: string,
): Promise<{ readonly contract: number; readonly user: number }> {
  const { contract: found } = await contract.administrator.send<{
    readonly contract: { readonly version: number; readonly user: { readonly version: number } };
  }>('query ($userId: UserId!) { contract { version user(userId: $userId) { version } } }', {
    userId,
  });
  return { contract: found.version, user: found.user.version };
}

describe.each(users)('A12: a right that was cut is none with the next request of a %s', (who) => {
  const userId = person[who];
  const zero = [{ service: 'FUNDS_TRANSFER', limit: { perTransaction: 0, perDay: 0 } }];
  const versioned = async () => ({
    userId,
    expectedVersion: (await versionOf(userId)).user,
    ...confirmed,
  });
  const bulk = async (rights: object) => ({
    changes: [{ users: [{ userId, expectedVersion: (await versionOf(userId)).user }], ...rights }],
    ...confirmed,
  });

  it.each([
    [
      'setUserPermissions',
      'NO_PERMISSION',
      async () =>
        ask(contract.administrator, 'setUserPermissions', {
          ...(await versioned()),
          permissions: [{ service: 'FUNDS_TRANSFER', action: 'VIEW' }],
        }),
    ],
    [
      'setUserRights',
      'NO_PERMISSION',
      async () => ask(contract.administrator, 'setUserRights', await bulk({ permissions: [] })),
    ],
    [
      'setUserLimits',
      'USER_LIMIT_IS_ZERO',
      async () =>
        ask(contract.administrator, 'setUserLimits', { ...(await versioned()), limits: zero }),
    ],
    [
      'setUserRights, limits',
      'USER_LIMIT_IS_ZERO',
      async () => ask(contract.administrator, 'setUserRights', await bulk({ limits: [] })),
    ],
    [
      'setContractLimits',
      'CONTRACT_LIMIT_IS_ZERO',
      async () =>
        ask(contract.administrator, 'setContractLimits', {
          limits: zero,
          expectedVersion: (await versionOf(userId)).contract,
          ...confirmed,
        }),
    ],
  ] as const)('%s', async (_name, reason, cut) => {
    expect(await transfer(who)).toEqual({ allowed: true, reasons: [] });
    expect(await cut()).not.toHaveProperty('code');
    expect(await transfer(who)).toEqual({ allowed: false, reasons: [reason] });
  });
});

describe('A12: what was on its way when the right was taken away', () => {
  it('of 30 acts at two servers with an emergency stop among them, none stands in the history behind the stop, and each that was answered as done stands before it', async () => {
    const act = (client: Client, index: number) =>
      ask(client, 'addUser', {
        userId: `late${index}`,
        name: 'Late',
        permissions: [],
        limits: [],
        ...confirmed,
      }).catch((fault: unknown) => ({ __typename: String(fault) }));
    const clients = [contract.administrator, people.administrator];
    const many = (from: number) =>
      Array.from({ length: 15 }, (_, index) =>
        act(clients[index % 2] ?? contract.administrator, from + index),
      );
    const before = many(0);
    const stop = ask(contract.administrator, 'lockContract', confirmed);
    const answers = await Promise.all([...before, ...many(15)]);
    expect(await stop).toMatchObject({ __typename: 'ContractLocked' });

    const sql = asSuperuser(ground);
    const types = await sql<{ type: string }[]>`
      select event_type as type from history_entries where contract_id = ${contract.contractId} order by number`;
    await sql.end();
    const told = types.map(({ type }) => type);
    const stopAt = told.indexOf('CONTRACT_LOCKED');
    const added = answers.filter(({ __typename }) => __typename === 'UserAdded').length;
    const seeded = 3;
    figure(
      'A12',
      `30 acts around an emergency stop: ${added} done before it, ${30 - added} refused, ${told.slice(stopAt).filter((type) => type === 'USER_ADDED').length} behind it`,
    );
    expect(told.slice(stopAt)).not.toContain('USER_ADDED');
    expect(told.filter((type) => type === 'USER_ADDED')).toHaveLength(added + seeded);
  });
});
