import type { Change } from '@monban/domain/change';
import type { Consequence } from '@monban/domain/consequence';
import { words } from '@monban/domain/wording/words';
import { Changes } from '@monban/ui/changes/changes';
import type { ReactNode } from 'react';
import { useLanguage } from '../messages/inside.ts';
import { Consequences } from './consequences.tsx';

/** What changes for somebody; without `whose` where the page is about one alone. */
export interface ChangesOf {
  readonly whose?: string;
  readonly changes: readonly Change[];
  /** Said below the name: who all is meant, or what happened instead of a change. */
  readonly detail?: string;
  /** A button beside the name: to take it back, say. */
  readonly aside?: ReactNode;
}

/** What an act is going to change, from → to, and what follows for the company: the last thing read before the PIN. */
export function ChangesPreview(props: {
  readonly parts: readonly ChangesOf[];
  readonly consequences?: readonly Consequence[];
  /** What else follows: who is told, say. */
  readonly notes?: readonly string[];
}) {
  const { m, locale } = useLanguage();
  const { consequences = [], notes = [], parts } = props;
  const { consequence } = words(locale);
  const grave = consequences.filter(({ kind }) => kind === 'NOBODY_LEFT');
  const others = consequences.filter(({ kind }) => kind !== 'NOBODY_LEFT');
  return (
    <Consequences
      title={m.forms.follows}
      change={parts.length === 0 ? <p>{m.changes.none}</p> : <ChangeParts parts={parts} />}
      grave={grave.map(consequence)}
      items={[...others.map(consequence), ...notes]}
    />
  );
}

/** From → to, person by person. */
export function ChangeParts({ parts }: { readonly parts: readonly ChangesOf[] }) {
  return parts.map((part) => (
    <div key={part.whose ?? ''}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        {part.whose !== undefined && <p className="font-bold">{part.whose}</p>}
        {part.aside}
      </div>
      {part.detail !== undefined && <p className="text-sm">{part.detail}</p>}
      {part.changes.length > 0 && <ChangeLines changes={part.changes} />}
    </div>
  ));
}

function ChangeLines({ changes }: { readonly changes: readonly Change[] }) {
  const { m, locale } = useLanguage();
  const { change } = words(locale);
  return (
    <Changes
      words={m.changes}
      items={changes.map((each) => {
        const { from, to, what } = change(each);
        return { term: what, before: from, after: to };
      })}
    />
  );
}
