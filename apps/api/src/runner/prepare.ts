import { turnOf } from '../secrets/turns.ts';
import type { Run } from './running.ts';

/**
 * Null: no permit was to be had. A command with nothing to prepare has `null` for its type. Somebody in a session has
 * one thing hashed at a time, so that nobody takes the permits of others by asking for much at once (A18).
 */
export async function prepareUnderPermit<E, S, L, P>(
  { command, entered, asked }: Run<E, S, L, P>,
  contractId: string,
  personKey: string | null,
): Promise<{ readonly ready: P } | null> {
  const { prepare } = command;
  if (prepare === undefined) return { ready: null as P };
  const { permits, turns } = asked.services;
  const prepared = async () => {
    const permit = await permits.acquire('LOGGED_ON');
    if (permit === null) return null;
    try {
      return { ready: await prepare(entered, asked) };
    } finally {
      permit.release();
    }
  };
  return personKey === null ? prepared() : turns.inTurn(turnOf(contractId, personKey), prepared);
}
