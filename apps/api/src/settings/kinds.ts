import { parseEmailAddress, parseName } from '@monban/domain/id';

/** How one kind of setting is read. */
export interface Kind<T> {
  /** What has to be written, as the end of a sentence: `must be …`. */
  readonly expected: string;
  /** `undefined` for what doesn't fit. */
  read(text: string): T | undefined;
}

/** A setting as it is declared: once, for the reader, the messages and `.env.example`. */
export interface Setting<T> {
  readonly name: string;
  readonly kind: Kind<T>;
  /** What holds when it is left out, as it would be written; `null` for nothing. */
  readonly standard: string | null;
  /** One line for whoever sets it. */
  readonly what: string;
}

export function text(expected = 'a text'): Kind<string> {
  return { expected, read: (value) => value };
}

export function wholeNumber(least: number, most: number): Kind<number> {
  return {
    expected: `a whole number from ${least} to ${most}`,
    read(value) {
      if (!/^\d{1,12}$/.test(value)) return undefined;
      const number = Number(value);
      return number >= least && number <= most ? number : undefined;
    },
  };
}

export function oneOf<const T extends string>(...values: readonly T[]): Kind<T> {
  return {
    expected: `one of ${values.join(', ')}`,
    read: (value) => values.find((one) => one === value),
  };
}

export function url(...protocols: readonly string[]): Kind<URL> {
  return {
    expected: `an address that begins with ${protocols.map((one) => `${one}//`).join(' or ')}`,
    read(value) {
      const read = URL.canParse(value) ? new URL(value) : undefined;
      return read !== undefined && protocols.includes(read.protocol) ? read : undefined;
    },
  };
}

/** An origin in the one spelling that browsers send it in. */
export const origin: Kind<string> = {
  expected: 'an origin as browsers send it (https://banking.example), without a path',
  read(value) {
    const read = URL.canParse(value) ? new URL(value) : undefined;
    const isWeb = read?.protocol === 'https:' || read?.protocol === 'http:';
    return isWeb && read.origin === value ? value : undefined;
  },
};

/** Three numbers: KiB of memory, passes, lanes. argon2 itself needs 8 KiB a lane. */
export const argon2: Kind<{ memoryKiB: number; time: number; parallelism: number }> = {
  expected: 'three whole numbers, memory in KiB, passes, lanes (19456,2,1)',
  read(value) {
    const [, memoryKiB = 0, time = 0, parallelism = 0] =
      /^(\d{1,8}),(\d{1,3}),(\d{1,2})$/.exec(value)?.map(Number) ?? [];
    const fits = parallelism >= 1 && time >= 1 && memoryKiB >= 8 * parallelism;
    return fits ? { memoryKiB, time, parallelism } : undefined;
  },
};

/** Who notices come from. */
export interface Sender {
  /** Null: the address alone. */
  readonly name: string | null;
  readonly address: string;
}

/** What a mail's From says: an address, or a name and an address. */
export const sender: Kind<Sender> = {
  expected: 'a mail address, or a name and one (Minato Bank <notice@bank.example>)',
  read(value) {
    const [, name = null, address = ''] = /^(?:([^<>]+) )?<?([^<> ]+)>?$/.exec(value) ?? [];
    const fits = parseEmailAddress(address, '').ok && (name === null || parseName(name, '').ok);
    return fits && (name !== null) === value.includes('<') ? { name, address } : undefined;
  },
};

/** A bank's name as its mails say it: in a subject, where no line may break, and in texts that hold no link. */
export const bankName: Kind<string> = {
  expected: 'a name of up to 60 characters in one line, and no web address',
  read: (value) =>
    parseName(value, '').ok && !/:\/\/|[.．]\p{L}/u.test(value) ? value.trim() : undefined,
};

/** Where mail is handed in. What could stand behind the host would switch the checks of TLS off: nothing may. */
export const mailServer: Kind<URL> = {
  expected: 'smtp:// or smtps://, user and password if need be, host and port, and nothing behind',
  read(value) {
    const read = url('smtp:', 'smtps:').read(value);
    const bare = read !== undefined && read.hostname !== '' && ['', '/'].includes(read.pathname);
    return bare && read.search === '' && read.hash === '' ? read : undefined;
  },
};
