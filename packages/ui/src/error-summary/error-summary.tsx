import { useEffect, useRef, type ReactNode } from 'react';

export interface SummaryItem {
  /** The field's id; none where the trouble isn't one field's. */
  readonly fieldId?: string | undefined;
  readonly text: string;
}

/**
 * All that is wrong, above the form. Takes focus whenever `attempt` changes, so that it is read out
 * and the way to each field is one key.
 */
export function ErrorSummary(props: {
  readonly title: string;
  readonly items: readonly SummaryItem[];
  readonly attempt: number;
  readonly children?: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  const shown = props.items.length > 0 || Boolean(props.children);
  useEffect(() => {
    if (shown && props.attempt > 0) box.current?.focus();
  }, [props.attempt, shown]);
  if (!shown) return null;
  const [only] = props.items;
  // One sentence about no field is no list.
  const plain = props.items.length === 1 && only?.fieldId === undefined ? only : undefined;
  return (
    <div
      ref={box}
      role="alert"
      tabIndex={-1}
      className="rounded-8 border-2 border-danger bg-danger-soft p-4"
    >
      <p className="font-bold text-danger">{props.title}</p>
      {plain !== undefined && <p className="mt-1">{plain.text}</p>}
      {plain === undefined && props.items.length > 0 && (
        <ul className="mt-2 list-disc pl-6">
          {props.items.map((item) => (
            <li key={`${item.fieldId ?? ''}${item.text}`}>
              {item.fieldId === undefined ? (
                item.text
              ) : (
                <a
                  href={`#${item.fieldId}`}
                  className="text-danger underline underline-offset-4"
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(item.fieldId ?? '')?.focus();
                  }}
                >
                  {item.text}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
      {props.children}
    </div>
  );
}
