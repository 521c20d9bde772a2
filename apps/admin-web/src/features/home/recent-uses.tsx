import { buttonClass } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import { Link } from 'react-router';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import { actorText } from '../../messages/actor-text.ts';
import { useLanguage } from '../../messages/inside.ts';
import type { HomeContract } from './home-contract.ts';

type Entries = NonNullable<HomeContract['history']>['nodes'];

/** The last uses by anyone. */
export function RecentUses({ entries }: { readonly entries: Entries }) {
  const { m, locale } = useLanguage();
  return (
    <Panel title={m.home.recent}>
      {entries.length === 0 ? (
        <p>{m.home.noHistory}</p>
      ) : (
        <ol className="flex flex-col divide-y divide-line">
          {entries.map((entry) => (
            <li key={entry.id} className="flex flex-col py-3 first:pt-0">
              <span>{entry.text}</span>
              <span className="text-sm text-subtle">
                {[momentText(entry.at, locale), actorText(m, entry.actor), entry.address]
                  .filter((part) => part !== null)
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ol>
      )}
      <p>
        <Link className={buttonClass('secondary', true)} to={paths.history}>
          {m.home.allHistory}
        </Link>
      </p>
    </Panel>
  );
}
