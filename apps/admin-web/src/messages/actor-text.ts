import type { InsideMessages } from './inside/ja.ts';

/** Who did something, of the history: a kind in words, a user ID or a name at the desk as it is. */
export function actorText(m: InsideMessages, actor: string): string {
  const { actors } = m.history;
  return Object.hasOwn(actors, actor) ? actors[actor as keyof typeof actors] : actor;
}
