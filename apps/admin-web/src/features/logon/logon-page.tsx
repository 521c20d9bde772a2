import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { PublicFrame } from '../../frame/public-frame.tsx';
import { useMessages } from '../../messages/messages.tsx';
import type { Ending } from '../../session/session-channel.ts';
import { AdministratorLogon } from './administrator-logon.tsx';
import { AfterNotice } from './after-notice.tsx';
import { LogonHelp } from './logon-help.tsx';
import { Registration } from './registration.tsx';
import { UserLogon } from './user-logon.tsx';
import { useWay, type Way } from './use-way.ts';

const ways: readonly Way[] = ['administrator', 'user', 'first'];

/** Everything for strangers: the two logons and the registration. No router and no Apollo Client. */
export function LogonPage(props: {
  readonly after: Ending | null;
  readonly onIn: (startsAt: string | null) => void;
}) {
  const m = useMessages();
  const [way, choose, wanted] = useWay();
  const onIn = () => props.onIn(wanted);
  const titles = {
    administrator: m.logon.administratorTitle,
    user: m.logon.userTitle,
    first: m.registration.title,
  };
  const leads = {
    administrator: m.logon.administratorLead,
    user: m.logon.userLead,
    first: m.registration.lead,
  };
  return (
    <PublicFrame>
      {props.after !== null && <AfterNotice after={props.after} />}
      <nav aria-label={m.logon.ways}>
        <ul className="flex flex-wrap gap-x-2 border-b border-control">
          {ways.map((each) => (
            <li key={each}>
              <a
                href={`/${each === 'administrator' ? '' : each}`}
                aria-current={each === way ? 'page' : undefined}
                className="-mb-px inline-flex min-h-11 items-center border-b-4 border-transparent px-3 text-key no-underline hover:bg-key-soft aria-[current=page]:border-key aria-[current=page]:font-bold aria-[current=page]:text-ink forced-colors:border-[Canvas] forced-colors:aria-[current=page]:border-[Highlight]"
                onClick={(event) => {
                  event.preventDefault();
                  choose(each);
                }}
              >
                {m.logon[each]}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <PageHeading key={way} site={m.common.site} lead={leads[way]} focus={false}>
        {titles[way]}
      </PageHeading>
      {way === 'first' ? (
        <Registration onIn={onIn} />
      ) : (
        <div className="rounded-12 border border-line bg-surface p-4 sm:p-6">
          {way === 'user' ? <UserLogon onIn={onIn} /> : <AdministratorLogon onIn={onIn} />}
        </div>
      )}
      <LogonHelp user={way === 'user'} />
    </PublicFrame>
  );
}
