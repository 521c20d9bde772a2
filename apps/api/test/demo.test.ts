import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, describe, expect, it } from 'vitest';

import { runCommand } from '../src/cli/run-command.ts';
import { findRunningEmbedded } from '../src/db/embedded-running.ts';
import { type Demo, seedDemo } from '../src/demo/demo.ts';
import { demoText } from '../src/demo/demo-text.ts';
import { type DemoContract, keepDemo, readKeptDemo } from '../src/demo/kept-demo.ts';
import { readSettings } from '../src/settings.ts';
import { columnsOf } from '../src/terminal/columns.ts';
import { connect } from './harness/client.ts';
import { ask, challenge, logOnAdministrator, logOnUser, readCard } from './harness/seed.ts';
import {
  type Ground,
  layGround,
  type OwnServer,
  startHere,
  startProcess,
} from './harness/server.ts';

let ground: Ground;
let server: OwnServer | null = null;

afterEach(async () => {
  await server?.close();
  server = null;
  await ground.clear();
});

/** A clock that goes on by 10 ms with every look at it, on a slow machine as on a fast one. */
function ticking(): () => number {
  let now = Date.now();
  return () => (now += 10);
}

/** A demo on a database of its own, and the server that serves it. */
async function seeded(env: Readonly<Record<string, string>> = {}) {
  ground = await layGround(env);
  server = await startHere(ground, { now: ticking() });
  const { services } = server;
  return {
    demo: contractsOf(await seedDemo(services)),
    url: server.url,
    again: () => seedDemo(services),
  };
}

function contractsOf({ contracts }: Demo): readonly DemoContract[] {
  if (contracts === null) throw new Error('The demo is not known.');
  return contracts;
}

const digitsOf = ({ card }: DemoContract): string => card.digits.join('');

/** How the logons that a demo shows come out. */
async function logons(url: string, { contractId, users }: DemoContract) {
  const results = [];
  for (const { userId, pin, status, lockedBecause } of users) {
    const { __typename, mustReplacePins } = await logOnUser(connect(url), contractId, userId, pin);
    results.push([lockedBecause ?? status, __typename, mustReplacePins]);
  }
  return results;
}

describe('the demo', () => {
  it('shows what works: each administrator and user gets in with what is printed, unless they are locked', async () => {
    const { demo, url } = await seeded();
    const [linked, unlinked, newcomer] = demo;
    if (linked === undefined || unlinked === undefined || newcomer === undefined)
      throw new Error('Three contracts.');
    expect(demo.map(({ lockLinkage }) => lockLinkage)).toEqual(['LINKED', 'UNLINKED', 'LINKED']);
    for (const contract of [linked, unlinked]) {
      const { contractId, administrator } = contract;
      const logon = { contractId, digits: digitsOf(contract) };
      expect(await logOnAdministrator(connect(url), logon, administrator.pins?.pin)).toMatchObject({
        __typename: 'LoggedOn',
      });
      expect(administrator.pins?.confirmationPin).not.toBe(administrator.pins?.pin);
    }
    const active = ['ACTIVE', 'LoggedOn', false];
    const temporary = ['AWAITING_FIRST_LOGON', 'LoggedOn', true];
    const stopped = ['BY_ADMINISTRATOR', 'SimpleRefusal', undefined];
    expect(await logons(url, linked)).toEqual([active, active, active, temporary, stopped]);
    const erred = ['WRONG_PINS', 'SimpleRefusal', undefined];
    expect(await logons(url, unlinked)).toEqual([active, active, erred, temporary, stopped]);
  });

  it('R2: has an administrator who has yet to register, with the registration PIN and the card printed', async () => {
    const { demo, url } = await seeded();
    const newcomer = demo.at(-1);
    if (newcomer === undefined) throw new Error('A contract.');
    const { contractId, registrationPin, administrator } = newcomer;
    expect([administrator.pins, newcomer.users]).toEqual([null, []]);
    const stranger = connect(url);
    const asked = await challenge(stranger, contractId);
    const registered = await ask(stranger, 'registerAdministrator', {
      contractId,
      registrationPin,
      oneTimePassword: readCard(digitsOf(newcomer), asked),
      challengeId: asked.id,
      contractPin: 'river-stone-42',
      contractConfirmationPin: 'paper-crane-77',
    });
    expect(registered).toMatchObject({ __typename: 'LoggedOn' });
  });

  it('shows the same at every start, from a file that nobody else may read, and makes nothing a second time', async () => {
    const { demo, again } = await seeded();
    expect(await again()).toEqual({ contracts: demo });
    expect(statSync(join(ground.dataDir, 'demo.json')).mode & 0o777).toBe(0o600);
  });

  it('says that its PINs are gone if that file is, and starts', async () => {
    const { again } = await seeded();
    rmSync(join(ground.dataDir, 'demo.json'));
    expect(await again()).toEqual({ contracts: null });
  });

  it.each([
    ['the shinkin policy', { MONBAN_PIN_POLICY: 'shinkin' }, 5],
    ['room for two users', { MONBAN_MAX_USERS: '2' }, 2],
    ['sessions that end after two seconds', { MONBAN_IDLE_SECONDS: '2' }, 5],
    ['two persons at the desk', { MONBAN_TWO_PERSONS: 'on' }, 5],
  ])('can be made under %s', async (_setting, env, users) => {
    const { demo } = await seeded(env);
    expect(demo[0]?.users.length).toBe(users);
  });

  it('fits a terminal of 100 columns, with what follows Japanese names one below the other', async () => {
    const { demo } = await seeded();
    const lines = demoText(demo, 'http://127.0.0.1:4000').split('\n');
    expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(100);
    for (const { users, contractId, card, name } of demo) {
      const starts = users.map(({ userId, pin }) => {
        const line = lines.find((one) => one.trimStart().startsWith(userId)) ?? '';
        return columnsOf(line.slice(0, line.indexOf(pin)));
      });
      expect(new Set(starts).size).toBeLessThanOrEqual(1);
      for (const text of [
        contractId,
        card.serial,
        name,
        ...card.digits.map((row) => [...row].join('  ')),
      ]) {
        expect(lines.some((line) => line.includes(text))).toBe(true);
      }
    }
  });

  it('monban demo says it once more', async () => {
    const { demo } = await seeded();
    const out: string[] = [];
    const terminal = {
      print: (text: string) => void out.push(text),
      complain: (text: string) => void out.push(text),
    };
    expect(await runCommand(['demo', '--json'], terminal, () => readSettings(ground.env))).toBe(0);
    expect(JSON.parse(out[0] ?? '')).toEqual({ url: 'http://127.0.0.1:4000', contracts: demo });
  });
});

describe('npm start, with a database of its own', () => {
  it('killed without a word shows the same demo at the next start, and ends with nothing left behind', async () => {
    ground = await layGround();
    const own = { DATABASE_URL: '', DATABASE_MIGRATION_URL: '' };
    const shown = (output: string): string => output.split('\nOpen ')[0] ?? '';

    const first = await startProcess(ground, own);
    const kept = readFileSync(join(ground.dataDir, 'demo.json'), 'utf8');
    await first.stop('SIGKILL');
    const second = await startProcess(ground, own);
    expect(await findRunningEmbedded(ground.dataDir)).not.toBeNull();
    expect(shown(second.output())).toBe(shown(first.output()));
    expect(readFileSync(join(ground.dataDir, 'demo.json'), 'utf8')).toBe(kept);
    await second.stop();
    expect([second.process.exitCode, second.process.signalCode]).toEqual([0, null]);
    expect(await findRunningEmbedded(ground.dataDir)).toBeNull();

    // As if the first start had been interrupted: what it had made is lost, and made anew.
    keepDemo(ground.dataDir, 'UNFINISHED');
    const third = await startProcess(ground, own);
    const anew = readKeptDemo(ground.dataDir);
    if (anew === null || anew === 'UNFINISHED' || anew[0] === undefined)
      throw new Error('No demo was kept.');
    const logon = { contractId: anew[0].contractId, digits: digitsOf(anew[0]) };
    const loggedOn = await logOnAdministrator(
      connect(third.url),
      logon,
      anew[0].administrator.pins?.pin,
    );
    expect(loggedOn).toMatchObject({ __typename: 'LoggedOn' });
    await third.stop();
    expect(third.process.exitCode).toBe(0);
  });
});
