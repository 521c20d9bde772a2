import type { ReactNode } from 'react';
import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx';

export type ChangeTone = 'neutral' | 'warning' | 'danger';

export interface Change {
  /** What changes; also what tells one change from the next, unless `key` does. */
  readonly term: string;
  readonly key?: string;
  /** In words, also where there is nothing: 「なし」. */
  readonly before: ReactNode;
  readonly after: ReactNode;
  readonly tone?: ChangeTone;
  /** What follows from this one change. */
  readonly consequences?: readonly string[];
}

const tones: Record<ChangeTone, { after: string; mark: string }> = {
  neutral: { after: '', mark: '' },
  warning: { after: 'text-warning', mark: '⚠ ' },
  danger: { after: 'text-danger', mark: '⚠ ' },
};

/** From → to, one line a change. `words`: what is said before each value, for those who don't see the arrow. */
export function Changes(props: {
  readonly items: readonly Change[];
  readonly words: { readonly before: string; readonly after: string };
}) {
  return (
    <dl className="flex flex-col">
      {props.items.map((item) => (
        <ChangeLine key={item.key ?? item.term} change={item} words={props.words} />
      ))}
    </dl>
  );
}

function ChangeLine(props: {
  readonly change: Change;
  readonly words: { readonly before: string; readonly after: string };
}) {
  const { change, words } = props;
  const { consequences = [] } = change;
  const tone = tones[change.tone ?? 'neutral'];
  return (
    <div className="grid gap-x-6 border-b border-line py-2 last:border-b-0 sm:grid-cols-[minmax(0,1fr)_minmax(0,2fr)] print:break-inside-avoid">
      <dt className="text-subtle">{change.term}</dt>
      <dd>
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span>
            <VisuallyHidden>{words.before} </VisuallyHidden>
            {change.before}
          </span>
          <span>
            <span aria-hidden="true" className="mr-2 text-subtle">
              →
            </span>
            <VisuallyHidden>{words.after} </VisuallyHidden>
            <strong className={tone.after}>{change.after}</strong>
          </span>
        </span>
        {consequences.length > 0 && (
          <ul className={`mt-1 text-sm ${tone.after}`}>
            {consequences.map((consequence) => (
              <li key={consequence}>
                <span aria-hidden="true">{tone.mark}</span>
                {consequence}
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}
