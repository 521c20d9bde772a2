import { anyoneAtTheBank } from '@monban/domain/history-filter';
import type { HistoryQuery } from '../../graphql/generated/graphql.ts';
import { actorText } from '../../messages/actor-text.ts';
import type { InsideMessages } from '../../messages/inside.ts';

type Contract = NonNullable<HistoryQuery['contract']>;

interface Person {
  readonly value: string;
  readonly text: string;
}

/** Those whom a history can be about: the users of today, and those who were removed. */
export interface People {
  readonly users: readonly Person[];
  /** Whether somebody of that ID is a user now, so that their rights can be set. */
  readonly isUser: (userId: string | null) => boolean;
}

export function peopleOf({ removed, users }: Contract, m: InsideMessages): People {
  const now = users?.nodes ?? [];
  const gone = removed?.nodes ?? [];
  const who = (user: { readonly userId: string; readonly name: string }) =>
    m.users.who(user.userId, user.name);
  return {
    users: [
      ...now.map((user) => ({ value: user.userId, text: who(user) })),
      ...gone.map((user) => ({ value: user.userId, text: m.history.filter.removed(who(user)) })),
    ],
    isUser: (userId) => now.some((user) => user.userId === userId),
  };
}

/** Whoever can have done something: those without a user ID first. */
export function actorsOf({ users }: People, m: InsideMessages): readonly Person[] {
  const unnamed = ['@administrator', anyoneAtTheBank, '@stranger', '@system'];
  return [...unnamed.map((value) => ({ value, text: actorText(m, value) })), ...users];
}

/** How somebody is called in a filter; whoever isn't among those offered goes by their ID. */
export function nameIn(people: readonly Person[], value: string): string {
  return people.find((person) => sameId(person.value, value))?.text ?? value;
}

/** One of those offered, whatever the letters in the address; somebody else is offered besides. */
export function choicesWith(people: readonly Person[], value: string): readonly Person[] {
  return value === '' || people.some((person) => person.value === value)
    ? people
    : [...people, { value, text: nameIn(people, value) }];
}

function sameId(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
