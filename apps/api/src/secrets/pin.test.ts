import { inspect } from 'node:util';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import { openOneTimePassword, openPin } from './open-pin.ts';
import { OneTimePassword, Pin } from './pin.ts';

const text = 'Kanari-7261';

const printers: Readonly<Record<string, (secret: Pin | OneTimePassword) => string>> = {
  String: (secret) => String(secret),
  'a template': (secret) => `${String(secret)} ${secret.toString()}`,
  'a concatenation': (secret) => ['', secret].join('+'),
  JSON: (secret) => JSON.stringify({ secret, list: [secret] }),
  inspect: (secret) => inspect({ secret }, { depth: 9, showHidden: true, getters: true }),
  'inspect without its hook': (secret) =>
    inspect(secret, { customInspect: false, showHidden: true }),
  'a copy': (secret) => inspect(Object.assign({}, secret)) + inspect(structuredClone(secret)),
  'its keys': (secret) => Reflect.ownKeys(secret).join() + Object.values(secret).join(),
  'an error': (secret) => inspect(new Error(String(secret), { cause: secret })),
  pino(secret) {
    const lines: string[] = [];
    pino({}, { write: (line) => lines.push(line) }).info({ secret }, 'said %s %o', secret, secret);
    return lines.join();
  },
};

describe('R15: nobody reads a PIN where it was logged, printed or copied', () => {
  test.each(Object.entries(printers))('%s shows none of it', (_, print) => {
    expect(print(Pin.of(text))).not.toContain('7261');
    expect(print(OneTimePassword.of(text))).not.toContain('7261');
  });

  test('prints as [pin]', () => {
    expect([String(Pin.of(text)), JSON.stringify(Pin.of(text)), inspect(Pin.of(text))]).toEqual([
      '[pin]',
      '"[pin]"',
      '[pin]',
    ]);
  });

  test('secrets/ alone gets it out', () => {
    expect(openPin(Pin.of(text))).toBe(text);
    expect(openOneTimePassword(OneTimePassword.of('0123'))).toBe('0123');
  });

  test('a one-time password can’t stand for a PIN, not even by a cast', () => {
    // @ts-expect-error -- the types are apart
    const pin: Pin = OneTimePassword.of('0123');
    expect(() => openPin(pin)).toThrow(TypeError);
  });
});
