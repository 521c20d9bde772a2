import { useRef } from 'react';

export interface TagItem {
  readonly key: string;
  readonly text: string;
}

export interface TagsProps {
  readonly label: string;
  readonly items: readonly TagItem[];
  readonly onRemove: (key: string) => void;
  /** What is said of a tag's button: 「状態：利用中止を外す」. */
  readonly removeName: (text: string) => string;
}

/** What is chosen, each to be taken away: the filters of a list. */
export function Tags(props: TagsProps) {
  const box = useRef<HTMLDivElement>(null);
  const remove = (key: string, at: number) => {
    // The button goes away with its tag: on to the next one, or the one before, or where they were.
    const buttons = [...(box.current?.querySelectorAll('button') ?? [])];
    (buttons[at + 1] ?? buttons[at - 1] ?? box.current)?.focus();
    props.onRemove(key);
  };
  return (
    <div ref={box} role="group" aria-label={props.label} tabIndex={-1}>
      {props.items.length > 0 && (
        <ul className="flex flex-wrap gap-2">
          {props.items.map((item, index) => (
            <li
              key={item.key}
              className="inline-flex max-w-full items-center rounded-8 border border-control bg-surface pl-3 text-sm print:pr-3"
            >
              <span className="py-1">{item.text}</span>
              <button
                type="button"
                aria-label={props.removeName(item.text)}
                className="inline-flex size-8 shrink-0 cursor-pointer items-center justify-center rounded-8 font-bold text-key hover:bg-key-soft print:hidden"
                onClick={() => remove(item.key, index)}
              >
                <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
