import type { Caller } from '../caller.ts';
import type { ReplySeen, RequestSeen } from '../context.ts';
import { createLoaders } from '../loaders.ts';
import type { Answer, Asked, Command } from '../operation.ts';
import { run } from '../runner/run.ts';
import type { Services } from '../services.ts';
import { resolveCaller } from '../sessions/resolve-caller.ts';

/** Somebody who uses the product's own operations, as if over the network. */
export interface Visitor {
  /** What reads are given. */
  asked(): Promise<Asked>;
  ask<Input, Entered, Success extends object, Loaded, Prepared>(
    command: Command<Input, Entered, Success, Loaded, Prepared>,
    input: Input,
  ): Promise<Answer<Success>>;
  /** The same, where nothing stands against it. */
  do<Input, Entered, Success extends object, Loaded, Prepared>(
    command: Command<Input, Entered, Success, Loaded, Prepared>,
    input: Input,
  ): Promise<Success>;
}

/** An address of nobody's (RFC 5737): what the demo errs counts against nobody who tries it out (A17). */
const address = '192.0.2.1';

/** A clerk at the bank's desk. */
export function visitAsDesk(services: Services): Visitor {
  const bank = {
    clientId: 'monban-demo',
    subject: 'clerk1',
    scopes: new Set(['desk'] as const),
    bound: false,
  };
  const reply: ReplySeen = { setSessionCookie: () => undefined, clearSession: () => undefined };
  return visitor(services, reply, async () => {
    const request = requestWith(null);
    const { origin } = await resolveCaller(services, request, true);
    return { caller: { kind: 'BANK', origin, bank }, request };
  });
}

/** A person in a browser: a stranger until they log on, then whoever their cookie says. */
export function visitInBrowser(services: Services): Visitor {
  let cookie: string | null = null;
  const reply: ReplySeen = {
    setSessionCookie: (token) => void (cookie = token),
    clearSession: () => void (cookie = null),
  };
  return visitor(services, reply, async () => {
    const request = requestWith(cookie);
    return { caller: await resolveCaller(services, request, false), request };
  });
}

function visitor(
  services: Services,
  reply: ReplySeen,
  arrive: () => Promise<{ readonly caller: Caller; readonly request: RequestSeen }>,
): Visitor {
  const asked = async (): Promise<Asked> => {
    const loaders = createLoaders(services);
    return { ...(await arrive()), reply, services, loaders };
  };
  const ask: Visitor['ask'] = async (command, input) => run(command, input, await asked());
  return {
    asked,
    ask,
    do: async (command, input) => {
      const answer = await ask(command, input);
      if ('done' in answer) return answer.done;
      const answered = 'refused' in answer ? answer.refused.code : 'that it waits';
      throw new Error(`The demo could not be made: ${command.name} answered ${answered}.`);
    },
  };
}

function requestWith(session: string | null): RequestSeen {
  return {
    cookies: { session },
    sessionHeader: null,
    pageHeader: null,
    authorization: null,
    clientAddress: null,
    connectionCertificate: null,
    passedOnCertificate: null,
    remoteAddress: address,
    acceptLanguage: 'ja',
    requestId: 'demo',
  };
}
