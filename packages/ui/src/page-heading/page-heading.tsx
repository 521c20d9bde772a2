import { useEffect, useRef, type ReactNode } from 'react';

/**
 * The page's one h1. Takes focus when the page is entered, so that a screen reader says where one is
 * and the next Tab goes into the page, from its top; the window's title follows.
 */
export function PageHeading(props: {
  readonly children: string;
  readonly site: string;
  readonly lead?: ReactNode;
  readonly aside?: ReactNode;
  /** On a first load the browser's own start is left alone. */
  readonly focus?: boolean;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { children: title, focus = true, site } = props;
  useEffect(() => {
    document.title = `${title} | ${site}`;
  }, [title, site]);
  useEffect(() => {
    if (!focus) return;
    heading.current?.focus({ preventScroll: true });
    document.documentElement.scrollTop = 0;
  }, [focus]);
  return (
    <header className="flex flex-wrap items-end justify-between gap-3">
      <div className="flex flex-col gap-1">
        <h1 ref={heading} tabIndex={-1} className="text-2xl font-bold leading-snug sm:text-title">
          {title}
        </h1>
        {props.lead !== undefined && <div className="text-subtle">{props.lead}</div>}
      </div>
      {props.aside}
    </header>
  );
}
