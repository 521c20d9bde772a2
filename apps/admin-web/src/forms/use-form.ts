import { useEffect, useRef, useState } from 'react';
import { draftOf, dropDraft, keepDraft } from '../session/drafts.ts';

type Problems<Name extends string> = Readonly<Partial<Record<Name, string>>>;

export interface FormOptions<Values extends object> {
  /** Unique among forms: field IDs and the draft go by it. */
  readonly name: string;
  readonly initial: Values;
  /** What somebody has just asked to begin with: it goes before what they typed earlier. */
  readonly begin?: Partial<Values> | null;
  /** Never kept as a draft, and emptied after each attempt. */
  readonly secrets: readonly (keyof Values & string)[];
  /** Whether what was typed comes back after the session ended in the middle of it. */
  readonly kept?: boolean;
}

export interface Form<Values extends object> {
  readonly name: string;
  readonly values: Values;
  readonly problems: Problems<keyof Values & string>;
  /** What is wrong, but with no one field. */
  readonly general: readonly string[];
  /** Counts what was said; a summary takes focus when it changes. */
  readonly attempt: number;
  readonly busy: boolean;
  set<Name extends keyof Values & string>(name: Name, value: Values[Name]): void;
  /** Sets many at once. */
  fill(values: Partial<Values>): void;
  fieldId(name: keyof Values & string): string;
  say(problems: Problems<keyof Values & string>, general?: readonly string[]): void;
  forgetSecrets(): void;
  finish(): void;
  /** Runs what is sent, once at a time. */
  sending(send: () => Promise<void>): void;
}

export function useForm<Values extends object>(options: FormOptions<Values>): Form<Values> {
  const { begin = null, initial, kept = true, name, secrets } = options;
  const [values, setValues] = useState<Values>(() =>
    begin === null && kept ? { ...initial, ...draftOf(name) } : { ...initial, ...begin },
  );
  const [said, setSaid] = useState<Said<Values>>(() => ({
    problems: noProblems(),
    general: [],
    attempt: 0,
  }));
  const [busy, setBusy] = useState(false);
  const underWay = useRef(false);

  useEffect(() => {
    if (kept) keepDraft(name, withoutSecrets(values, secrets));
    // `secrets` is a literal at every caller's: it changes its identity, not what it says.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [kept, name, values]);

  return {
    name,
    values,
    problems: said.problems,
    general: said.general,
    attempt: said.attempt,
    busy,
    set(field, value) {
      setValues((before) => ({ ...before, [field]: value }));
      setSaid((before) => {
        if (before.problems[field] === undefined) return before;
        const others = Object.entries(before.problems).filter(([other]) => other !== field);
        return { ...before, problems: { ...noProblems<Values>(), ...Object.fromEntries(others) } };
      });
    },
    fill: (some) => {
      setValues((before) => ({ ...before, ...some }));
      setSaid((before) => ({ ...before, problems: noProblems() }));
    },
    fieldId: (field) => `${name}-${field}`,
    say: (problems, general = []) =>
      setSaid((before) => ({ problems, general, attempt: before.attempt + 1 })),
    forgetSecrets: () =>
      setValues((before) => {
        const emptied = Object.fromEntries(secrets.map((secret) => [secret, initial[secret]]));
        return { ...before, ...emptied };
      }),
    finish: () => dropDraft(name),
    sending(send) {
      if (underWay.current) return;
      underWay.current = true;
      setBusy(true);
      void send().finally(() => {
        underWay.current = false;
        setBusy(false);
      });
    },
  };
}

interface Said<Values extends object> {
  readonly problems: Problems<keyof Values & string>;
  readonly general: readonly string[];
  readonly attempt: number;
}

/** TypeScript can't tell that nothing is missing from no problems while `Values` is open. */
export function noProblems<Values extends object>(): Problems<keyof Values & string> {
  return {} as Problems<keyof Values & string>;
}

function withoutSecrets<Values extends object>(
  values: Values,
  secrets: readonly (keyof Values & string)[],
): Record<string, unknown> {
  const hidden = new Set<string>(secrets);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !hidden.has(name)));
}

export function hasProblems(problems: object): boolean {
  return Object.keys(problems).length > 0;
}
