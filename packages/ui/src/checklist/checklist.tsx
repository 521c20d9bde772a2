import { VisuallyHidden } from '../visually-hidden/visually-hidden.tsx';

export interface CheckItem {
  readonly text: string;
  /** Null: can't be said yet. */
  readonly met: boolean | null;
}

/** Rules with their state as one types; `met` and `open` are the spoken words for the two states. */
export function Checklist(props: {
  readonly label: string;
  readonly items: readonly CheckItem[];
  readonly met: string;
  readonly open: string;
}) {
  return (
    <div className="text-sm">
      <p className="font-bold text-subtle">{props.label}</p>
      <ul className="mt-1 grid gap-0.5">
        {props.items.map((item) => (
          <li key={item.text} className="flex items-baseline gap-2">
            <span
              aria-hidden="true"
              className={`w-4 shrink-0 text-center ${item.met === true ? 'font-bold text-success' : 'text-subtle'}`}
            >
              {item.met === true ? '✓' : '・'}
            </span>
            <span className={item.met === false ? 'text-danger' : undefined}>
              {item.text}
              {item.met !== null && (
                <VisuallyHidden>
                  {item.met ? `（${props.met}）` : `（${props.open}）`}
                </VisuallyHidden>
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
