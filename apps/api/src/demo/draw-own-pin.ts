import { randomInt } from 'node:crypto';

import { type PinContext, pinProblems } from '@monban/domain/pin';

/** A PIN as a person of the demo would choose it, and the one that confirms. */
export interface PinPair {
  readonly pin: string;
  readonly confirmationPin: string;
}

/** Mountain, river, wood … */
const written =
  'yama kawa mori hana tori yuki kumo kaze sora niwa mizu kiku take kusa ishi tani hama nami fune kame saru kuma tako kaki momo koto fude kami mado kado mura kuni';
const wordList = written.split(' ');

/** Two PINs that differ (R22) and keep to either policy: easy to type, drawn anew for each demo. */
export function drawPinPair(ids: Pick<PinContext, 'contractId' | 'userIds'>): PinPair {
  const pin = drawPin(ids);
  return { pin, confirmationPin: drawPin({ ...ids, partner: pin }) };
}

/** Two words and three digits: `kazeyama482`. */
function drawPin(context: PinContext): string {
  for (;;) {
    const pin = `${drawWord()}${drawWord()}${randomInt(100, 1000)}`;
    const amiss = [...pinProblems('modern', pin, context), ...pinProblems('shinkin', pin, context)];
    if (amiss.length === 0) return pin;
  }
}

function drawWord(): string {
  return wordList[randomInt(wordList.length)] ?? '';
}
