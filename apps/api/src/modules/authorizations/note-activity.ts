import { type Asked, bankClientOf, sessionOf } from '../../operation.ts';
import { sessionView } from '../../sessions/session-life.ts';

/** Whatever a person asks for prolongs their session; through a bank system nothing else may come of it for long. */
export function noteActivity(asked: Asked) {
  const { services } = asked;
  bankClientOf(asked);
  const session = { ...sessionOf(asked), lastActAt: services.now() };
  return { __typename: 'ActivityNoted', session: sessionView(session, services.settings) } as const;
}
