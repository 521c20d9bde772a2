import type { sessions as japanese } from '../ja/sessions.ts';

export const sessions: typeof japanese = {
  title: 'Logged on',
  lead: (count: number) => `People who are logged on now: ${count}.`,
  refresh: 'Look again',
  gone: 'This session is over already.',
  caption: 'People who are logged on',
  columns: {
    who: 'Who',
    startedAt: 'Logged on',
    lastActAt: 'Last act',
    address: 'From',
    acts: 'Acts',
  },
  administrator: (name: string) => `Administrator (${name})`,
  own: 'This is the page you are in. To end it, use “Log off”.',
  end: 'End session',
  endOf: (who: string) => `End session: ${who}`,
  ask: {
    title: (who: string) => `End the session of ${who}?`,
    about: (since, address) => `Logged on ${since} from ${address}.`,
    follows: [
      'The next thing they do is refused, and they have to log on again. What they had not saved may be lost.',
      'Their PINs stay. If they are not to log on again, lock them instead.',
      'The registered addresses are told by email.',
    ],
    submit: 'End the session',
    done: (who: string) => `The session of ${who} was ended.`,
  },
};
