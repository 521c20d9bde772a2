import { useSyncExternalStore } from 'react';
import { entries } from './entries.ts';
import type { Entry } from './entry.ts';

/** All parts, or the one that the address names. */
export function Gallery() {
  const address = useFragment();
  const one = entries.find(({ name }) => name === address);
  return (
    <div className="min-h-dvh bg-page">
      <header className="border-b border-line bg-surface print:hidden">
        <nav aria-label="Parts" className="mx-auto max-w-6xl px-4 py-2 sm:px-6">
          <ul className="flex flex-wrap gap-x-4 text-sm">
            <Way to="" here={one === undefined} text="All" />
            {entries.map(({ name }) => (
              <Way key={name} to={name} here={one?.name === name} text={name} />
            ))}
          </ul>
        </nav>
      </header>
      <main className="mx-auto flex max-w-6xl flex-col gap-10 px-4 py-6 sm:px-6 print:p-0">
        {(one === undefined ? entries.filter(({ alone }) => alone !== true) : [one]).map(
          (entry) => (
            <Part key={entry.name} entry={entry} heading={one === undefined ? 'h2' : 'h1'} />
          ),
        )}
      </main>
    </div>
  );
}

function Way(props: { readonly to: string; readonly here: boolean; readonly text: string }) {
  return (
    <li>
      <a
        href={`#${props.to}`}
        aria-current={props.here ? 'page' : undefined}
        className="inline-flex min-h-6 items-center text-key underline underline-offset-4 aria-[current=page]:font-bold aria-[current=page]:text-ink aria-[current=page]:no-underline"
      >
        {props.text}
      </a>
    </li>
  );
}

/** Each state under its title, on the ground that panels have. */
function Part(props: { readonly entry: Entry; readonly heading: 'h1' | 'h2' }) {
  const { entry, heading: Heading } = props;
  return (
    <section aria-labelledby={`part-${entry.name}`} className="flex flex-col gap-4">
      <Heading id={`part-${entry.name}`} className="text-2xl font-bold">
        {entry.name}
      </Heading>
      {entry.states.map(({ title, Show }) => (
        <div key={title} className="flex flex-col gap-2" data-state={title}>
          <p className="text-sm text-subtle">{title}</p>
          <div className="rounded-12 border border-line bg-surface p-4 sm:p-6">
            <Show />
          </div>
        </div>
      ))}
    </section>
  );
}

function useFragment(): string {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('hashchange', changed);
      return () => removeEventListener('hashchange', changed);
    },
    () => location.hash.slice(1),
  );
}
