import type { ReactNode } from 'react';

export interface Description {
  readonly term: string;
  readonly detail: ReactNode;
}

/** Names and what they are: beside each other where there is room, else below. */
export function DescriptionList(props: { readonly items: readonly Description[] }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-[max-content_1fr]">
      {props.items.map((item) => (
        <div key={item.term} className="contents">
          <dt className="text-subtle max-sm:-mb-2">{item.term}</dt>
          <dd>{item.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
