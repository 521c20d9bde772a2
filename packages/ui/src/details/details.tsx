import type { ReactNode } from 'react';

/** What not everybody needs, opened by those who do. On paper it is as it is on the screen. */
export function Details(props: {
  readonly summary: ReactNode;
  readonly children: ReactNode;
  /** Open to begin with. */
  readonly open?: boolean;
}) {
  return (
    <details open={props.open} className="group">
      <summary className="inline-flex min-h-11 cursor-pointer list-none items-center gap-2 font-bold text-key">
        <span
          aria-hidden="true"
          className="inline-block text-sm group-open:rotate-90 motion-safe:transition-transform"
        >
          ▶
        </span>
        <span className="underline underline-offset-4">{props.summary}</span>
      </summary>
      <div className="border-l-4 border-line py-1 pl-4">{props.children}</div>
    </details>
  );
}
