import { inspect } from 'node:util';

let pinText: (pin: Pin) => string;
let passwordText: (password: OneTimePassword) => string;

/**
 * A PIN of any kind. However it is printed, serialised, inspected or copied, its text stays inside;
 * only `openPin` takes it out.
 */
export class Pin {
  readonly #text: string;

  static {
    pinText = (pin) => pin.#text;
  }

  private constructor(text: string) {
    this.#text = text;
  }

  static of(text: string): Pin {
    return new Pin(text);
  }

  toString(): string {
    return '[pin]';
  }

  toJSON(): string {
    return '[pin]';
  }

  [Symbol.toPrimitive](): string {
    return '[pin]';
  }

  [inspect.custom](): string {
    return '[pin]';
  }
}

/** A one-time password. A type of its own, so that one can never stand where a PIN is meant. */
export class OneTimePassword {
  readonly #text: string;

  static {
    passwordText = (password) => password.#text;
  }

  private constructor(text: string) {
    this.#text = text;
  }

  static of(text: string): OneTimePassword {
    return new OneTimePassword(text);
  }

  toString(): string {
    return '[one-time password]';
  }

  toJSON(): string {
    return '[one-time password]';
  }

  [Symbol.toPrimitive](): string {
    return '[one-time password]';
  }

  [inspect.custom](): string {
    return '[one-time password]';
  }
}

/** The text of a PIN. For `secrets/` alone: nothing outside imports this file. */
export function openPin(pin: Pin): string {
  return pinText(pin);
}

/** The digits of a one-time password. For `secrets/` alone. */
export function openOneTimePassword(password: OneTimePassword): string {
  return passwordText(password);
}
