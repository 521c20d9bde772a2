import { Notice } from '@monban/ui/notice/notice';
import type { ReactNode } from 'react';

/** What follows from an act, in words, before it is done. */
export function Consequences(props: {
  readonly title: string;
  /** From → to, where a state changes. */
  readonly change?: ReactNode;
  readonly items: readonly string[];
  /** What must not be overlooked: said in red, before the rest. */
  readonly grave?: readonly string[];
}) {
  const { grave = [], items } = props;
  return (
    <div className="flex flex-col gap-2 rounded-8 bg-sunken p-4">
      <p className="font-bold">{props.title}</p>
      {props.change}
      {grave.length > 0 && (
        <Notice tone="danger">
          <ul>
            {grave.map((text) => (
              <li key={text} className="font-bold text-danger">
                <span aria-hidden="true" className="mr-2">
                  ⚠
                </span>
                {text}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {items.length > 0 && (
        <ul className="list-disc pl-6">
          {items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
