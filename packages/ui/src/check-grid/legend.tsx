import { changedClass, looks } from './row.tsx';

export interface LegendWords {
  /** What a box means that is on because another one needs it. */
  readonly brought: string;
  /** Left out where every row has every column. */
  readonly unavailable?: string;
  readonly changed: string;
}

/** What the marks mean. */
export function Legend({ words }: { readonly words: LegendWords }) {
  const box = 'size-6 shrink-0';
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 text-sm text-subtle">
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className={`${box} ${looks.brought}`} />
        {words.brought}
      </li>
      {words.unavailable !== undefined && (
        <li className="flex items-center gap-2">
          <span aria-hidden="true" className={`${box} ${looks.unavailable}`} />
          {words.unavailable}
        </li>
      )}
      <li className="flex items-center gap-2">
        <span aria-hidden="true" className={`${box} relative border border-line ${changedClass}`} />
        {words.changed}
      </li>
    </ul>
  );
}
