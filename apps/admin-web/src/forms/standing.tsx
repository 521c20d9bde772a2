import { useState } from 'react';
import type { Refusal } from '../graphql/command.ts';
import type { RefusalCode } from '../graphql/generated/graphql.ts';
import { useMessages } from '../messages/inside.ts';
import { ChangeParts, type ChangesOf } from './changes-preview.tsx';

/** The refusals of somebody who saw something else than what stands. */
const behind: readonly RefusalCode[] = ['CONFLICT', 'NOT_FOUND', 'NOT_ALLOWED_NOW'];

export interface Standing<Thing> {
  /** What a form's changes are measured against, and whose version is sent. */
  readonly thing: Thing;
  /** What became different while the page was open; null: not known to be. */
  readonly meanwhile: readonly ChangesOf[] | null;
  /** After a refusal: if the page was behind, it isn't any more. Before the form says why. */
  readonly catchUp: (refusal: Refusal) => Promise<void>;
}

/**
 * The thing that a page changes, as it stood when the page was loaded. It stays so, whatever is fetched
 * anew for other reasons: somebody sees what they confirm. Once the API says that it is another by now
 * (CONFLICT), it is asked for again. A form holds edits and no copy: what was entered stays as it is.
 */
export function useStanding<Thing>(
  loaded: Thing,
  options: {
    /** Null: there is no such thing any more. */
    readonly ask: () => Promise<Thing | null>;
    readonly compare: (before: Thing, now: Thing) => readonly ChangesOf[];
  },
): Standing<Thing> {
  const [thing, setThing] = useState(loaded);
  const [meanwhile, setMeanwhile] = useState<readonly ChangesOf[] | null>(null);
  return {
    thing,
    meanwhile,
    catchUp: async (refusal) => {
      if (!behind.includes(refusal.code)) return;
      // Not to be had now: the refusal stands by itself, and the next attempt asks again.
      const now = await options.ask().catch(() => null);
      if (now === null) return;
      setMeanwhile(options.compare(thing, now));
      setThing(now);
    },
  };
}

/** What was changed while the page was open, and that nothing which was entered is lost. */
export function Meanwhile({ changed }: { readonly changed: readonly ChangesOf[] }) {
  const { changes: t } = useMessages();
  return (
    <div className="mt-3 flex flex-col gap-2">
      <p className="font-bold">{changed.length === 0 ? t.meanwhileElsewhere : t.meanwhile}</p>
      <ChangeParts parts={changed} />
      <p>{t.kept}</p>
    </div>
  );
}
