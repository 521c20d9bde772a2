import { type DestinationStream, pino } from 'pino';
import type { Settings } from './settings.ts';

/**
 * All that a log line can hold beside time, level and event: an allow-list, so that nothing has to
 * be hidden. No value that a client sent is among it, and no error's message: a driver's message
 * repeats the parameters of its statement.
 */
export interface LogFields {
  /** The answer's `Monban-Request-Id`. */
  readonly requestId?: string;
  readonly method?: string;
  /** The route as declared, never the address as asked for. */
  readonly route?: string;
  readonly status?: number;
  readonly milliseconds?: number;
  /** The operation's root field as the schema names it; never the name that the client gave it. */
  readonly operation?: string;
  /** The kind of caller, or the code of a fault or refusal. */
  readonly caller?: string;
  readonly code?: string;
  /** Why a token, a request or a file was refused, in words of ours. */
  readonly reason?: string;
  /** What one of the bank's own authorities calls itself in its certificate. */
  readonly authority?: string;
  readonly url?: string;
  readonly count?: number;
  /** The class of an error, the database's code for it, and where it arose. */
  readonly error?: string;
  readonly sqlState?: string;
  readonly frames?: readonly string[];
}

/** Writes one JSON line an event. `event` is a literal of ours: a computed text doesn't compile. */
export type LogLine = <Event extends string>(event: Literal<Event>, fields?: LogFields) => void;

/** A record by a text or a template needs no entry; by a literal it needs that one. */
// oxlint-disable-next-line typescript/no-generated-empty-object-type -- the empty record is what is asked about
type Literal<Text extends string> = Record<never, never> extends Record<Text, 1> ? never : Text;

export interface Log {
  readonly debug: LogLine;
  readonly info: LogLine;
  readonly warn: LogLine;
  readonly error: LogLine;
  readonly fatal: LogLine;
}

const texts = [
  'requestId',
  'method',
  'route',
  'operation',
  'caller',
  'code',
  'reason',
  'authority',
  'url',
  'error',
  'sqlState',
] as const;
const numbers = ['status', 'milliseconds', 'count'] as const;
const longestText = 200;
const mostFrames = 20;

/** @param write takes one line with its line break; standard output when left out */
export function createLog(level: Settings['logLevel'], write?: (line: string) => void): Log {
  const out = pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, messageKey: 'event' },
    write === undefined ? standardOutput() : { write },
  );
  const line =
    (at: keyof Log): LogLine =>
    (event, fields = {}) =>
      out[at](allowed(fields), event);
  return {
    debug: line('debug'),
    info: line('info'),
    warn: line('warn'),
    error: line('error'),
    fatal: line('fatal'),
  };
}

/**
 * What a turn of the event loop has to say is written at its end, in one go: a write for each request is dearer than
 * most of what a request does. It is written by this thread: libuv's have PINs to compare.
 */
function standardOutput(): DestinationStream {
  const out = pino.destination({ fd: 1, sync: true });
  let lines = '';
  const writeOut = (): void => {
    const all = lines;
    lines = '';
    if (all !== '') out.write(all);
  };
  // Whatever ends the process, its last words are written.
  process.once('exit', writeOut);
  return {
    write(line) {
      if (lines === '') setImmediate(writeOut);
      lines += line;
    },
  };
}

/** Of whatever came along, what the list names and what is of its kind. */
function allowed(fields: LogFields): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of texts) {
    const value: unknown = fields[name];
    if (typeof value === 'string') kept[name] = value.slice(0, longestText);
  }
  for (const name of numbers) {
    const value: unknown = fields[name];
    if (typeof value === 'number') kept[name] = value;
  }
  const frames: unknown = fields.frames;
  if (Array.isArray(frames)) kept['frames'] = frames.filter((one) => typeof one === 'string');
  return kept;
}

/** What of an error may be logged: its class, the database's code, where it arose; not its text. */
export function errorFields(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const deepest = error.cause instanceof Error ? error.cause : error;
  const sqlState = 'code' in deepest && typeof deepest.code === 'string' ? deepest.code : undefined;
  return {
    error: deepest.name,
    frames: framesOf(error),
    ...(sqlState !== undefined && { sqlState }),
  };
}

const frame = /^\s+at (?:[\w$.#<>[\] ]+ \()?(?:file:\/\/|node:|\/)[^\s()]*:\d+:\d+\)?$/;

/** A stack begins with the message; lines of that which look like frames are none. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const at = stack.indexOf(message);
  return stack
    .slice(at < 0 ? 0 : at + message.length)
    .split('\n')
    .filter((line) => frame.test(line))
    .slice(0, mostFrames)
    .map((line) => line.trim());
}
