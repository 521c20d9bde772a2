import { describe, expect, test } from 'vitest';
import { createLog, errorFields } from './log.ts';

function logged(
  write: (log: ReturnType<typeof createLog>) => void,
): readonly Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog('debug', (line) => lines.push(line)));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('A9: the log holds what is on its list, and a PIN is not', () => {
  test('known fields are written, with the time in ISO', () => {
    const [line] = logged((log) =>
      log.info('Request', { requestId: 'r1', status: 200, milliseconds: 3 }),
    );
    expect(line).toEqual({
      level: 30,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      event: 'Request',
      requestId: 'r1',
      status: 200,
      milliseconds: 3,
    });
  });

  test('unknown fields and known ones of another kind are dropped, however they came along', () => {
    const fields = {
      requestId: 'r1',
      pin: 'kanari',
      input: { pin: 'kanari' },
      route: { kanari: 1 },
      status: 'kanari',
      frames: 'kanari',
      msg: 'kanari',
      event: 'kanari',
    };
    const [line] = logged((log) => log.warn('Request', fields as object));
    expect(Object.keys(line ?? {})).toEqual(['level', 'time', 'requestId', 'event']);
    expect(JSON.stringify(line)).not.toContain('kanari');
  });

  test('long texts are cut', () => {
    const [line] = logged((log) => log.info('Request', { reason: 'x'.repeat(5000) }));
    expect(String(line?.['reason']).length).toBe(200);
  });

  test('an event is a literal: a text put together at run time does not compile', () => {
    const pin: string = 'kanari';
    // @ts-expect-error -- not a literal
    logged((log) => log.info(pin));
    // @ts-expect-error -- not a literal either
    logged((log) => log.info(`PIN ${pin}`));
  });

  test('of an error: its class, the database’s code and where it arose; none of its text', () => {
    const text = 'Failed query: params: kanari\n    at kanari (/kanari.ts:1:1)\nkanari';
    const cause = Object.assign(new TypeError('kanari'), { code: '23505' });
    const fields = errorFields(new Error(text, { cause }));
    expect(fields).toMatchObject({ error: 'TypeError', sqlState: '23505' });
    expect(fields.frames?.[0]).toContain('log.test.ts');
    expect(JSON.stringify(fields)).not.toContain('kanari');
  });

  test('what was thrown and is no error is named by its kind', () => {
    expect(errorFields('kanari')).toEqual({ error: 'string' });
  });
});
