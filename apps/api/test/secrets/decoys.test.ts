import { createSecretKey, randomBytes } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { createDecoys, decoyCount } from '../../src/secrets/decoys.ts';
import { figure } from '../harness/figure.ts';

const withKey = (bytes: Buffer) =>
  createDecoys({ current: { id: 'd1', key: createSecretKey(bytes) } });
const key = Buffer.alloc(32, 'decoys');
const decoys = withKey(key);
const hour = 3_600_000;
const day = 24 * hour;
/** Midnight in Japan. */
const midnight = Date.UTC(2026, 10, 22, 15);
const ids = Array.from({ length: 50 }, (_, each) => String(each * 7_919_337 + 10 ** 10));

describe('A8: what stands in for an ID that cannot log on', () => {
  it('one ID has one decoy, on every server that has the key; another key gives another', () => {
    const elsewhere = withKey(key);
    const [other] = [withKey(randomBytes(32))];
    for (const id of ids) {
      expect(elsewhere.contractFor(id, 'sato')).toBe(decoys.contractFor(id, 'sato'));
      expect(elsewhere.challengeFor(id, midnight)).toEqual(decoys.challengeFor(id, midnight));
    }
    expect(
      ids.filter((id) => other.contractFor(id, 'sato') === decoys.contractFor(id, 'sato')).length,
    ).toBeLessThan(3);
    expect(
      ids.every(
        (id) => other.challengeFor(id, midnight).id !== decoys.challengeFor(id, midnight).id,
      ),
    ).toBe(true);
  });

  it('decoys are of those that the database has, spread so that strangers rarely share one', () => {
    const drawn = Array.from({ length: 4096 }, (_, each) =>
      decoys.contractFor(String(each).padStart(11, '0'), '@administrator'),
    );
    expect(drawn.every((id) => /^D[0-9]{10}$/.test(id) && Number(id.slice(1)) < decoyCount)).toBe(
      true,
    );
    figure('A8', `4,096 IDs fall on ${new Set(drawn).size} of ${decoyCount} decoys`);
    expect(new Set(drawn).size).toBeGreaterThan(2400);
  });

  it('a challenge names four distinct cells and an ID that looks like a working one’s', () => {
    for (const id of ids) {
      const challenge = decoys.challengeFor(id, midnight);
      expect(new Set(challenge.cells).size).toBe(4);
      expect(
        challenge.cells.every((cell) => Number.isInteger(cell) && cell >= 0 && cell < 100),
      ).toBe(true);
      expect(challenge.id).toMatch(/^[A-Za-z0-9_-]{22}$/);
    }
  });

  it('a challenge stays as it is but for its moments: none to two a day, by day as people work, and not everybody’s at once', () => {
    const few = ids.slice(0, 10);
    const moments = few.map((id) => changes(id, midnight, midnight + 14 * day));
    const perDay = moments.map((found) => found.length / 14);
    figure(
      'A8',
      `a decoy’s challenge moves ${Math.min(...perDay).toFixed(2)}–${Math.max(...perDay).toFixed(2)} times a day`,
    );
    expect(Math.min(...perDay)).toBeGreaterThan(0.4);
    expect(Math.max(...perDay)).toBeLessThan(1.6);
    expect(Math.max(...counted(moments.flat()).values())).toBeLessThan(few.length);
    for (const moment of moments.flat()) {
      const inJapan = (moment - midnight) % day;
      expect(inJapan).toBeGreaterThan(8 * hour);
      expect(inJapan).toBeLessThanOrEqual(19 * hour);
    }
  });

  it('no cell comes twice within a card, as on a real one', () => {
    for (const id of ids.slice(0, 1)) {
      const seen = new Map<string, readonly number[]>();
      // In small steps, so that none of two moves in one hour is missed.
      for (let at = Date.UTC(2026, 0, 1); seen.size < 26; at += hour / 20) {
        const { id: name, cells } = decoys.challengeFor(id, at);
        seen.set(name, cells);
      }
      const card = [...seen.values()].slice(0, 25).flat();
      expect(new Set(card).size).toBe(card.length);
    }
  });
});

/** When the challenge of an ID changed, to the hour. */
function changes(id: string, from: number, to: number): readonly number[] {
  const moments: number[] = [];
  let last = decoys.challengeFor(id, from).id;
  for (let at = from + hour; at <= to; at += hour) {
    const now = decoys.challengeFor(id, at).id;
    if (now !== last) moments.push(at);
    last = now;
  }
  return moments;
}

function counted(all: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const each of all) counts.set(each, (counts.get(each) ?? 0) + 1);
  return counts;
}
