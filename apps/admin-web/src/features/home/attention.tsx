import { buttonClass } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import { Link } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import type { HomeContract, Waiting } from './home-contract.ts';
import { waitingOf } from './waiting.ts';

/** What waits for the administrator, the most urgent first, each with the way to do something about it. */
export function Attention({ contract }: { readonly contract: HomeContract }) {
  const { m, locale } = useLanguage();
  const waiting = waitingOf(contract, m, locale);
  return (
    <Panel title={m.home.attention}>
      {waiting.length === 0 && <p>{m.home.nothing}</p>}
      <ul className="flex flex-col divide-y divide-line">
        {waiting.map((each) => (
          <Item key={each.key} waiting={each} />
        ))}
      </ul>
    </Panel>
  );
}

function Item({ waiting }: { readonly waiting: Waiting }) {
  const { note, text, way } = waiting;
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0">
      <span className="flex max-w-full flex-col sm:max-w-[75%]">
        <strong>{text}</strong>
        {note !== undefined && <span className="text-sm text-subtle">{note}</span>}
      </span>
      {way !== undefined && (
        <Link
          className={buttonClass('secondary', true)}
          to={way.to}
          state={{ from: paths.home }}
          aria-label={way.label}
        >
          {way.text}
        </Link>
      )}
    </li>
  );
}
