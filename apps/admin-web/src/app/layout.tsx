import { Button, buttonClass } from '@monban/ui/button/button';
import { Notice } from '@monban/ui/notice/notice';
import { Link, Outlet, useLocation } from 'react-router';
import { HandoverProvider } from '../features/users/handover.tsx';
import { Brand } from '../frame/brand.tsx';
import { LanguageSwitch } from '../frame/language-switch.tsx';
import { PageFooter } from '../frame/page-footer.tsx';
import { readNavigationState } from '../lib/navigation-state.ts';
import { paths } from '../lib/paths.ts';
import { useMessages } from '../messages/messages.tsx';
import { useSession } from '../session/session-context.tsx';
import { useLogOff } from '../session/use-log-off.ts';
import { Navigation } from './navigation.tsx';

/** What surrounds every page inside: whose contract, who is logged on, the ways, the way out. */
export function Layout() {
  const m = useMessages();
  const location = useLocation();
  const emergency = location.pathname === paths.emergency;
  const { done } = readNavigationState(location.state);
  return (
    <HandoverProvider>
      <div className="flex min-h-dvh flex-col bg-page has-data-wide:[--page-width:var(--page-width-wide)]">
        <a
          href="#content"
          className="sr-only rounded-8 bg-surface p-3 focus:not-sr-only focus:absolute focus:z-50"
        >
          {m.common.skip}
        </a>
        <header className="border-b border-line bg-surface print:hidden">
          <div className="mx-auto flex w-full max-w-page flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 pt-2 sm:px-6">
            <Brand />
            <Whoami emergency={emergency} />
          </div>
          {emergency ? <div className="h-2" /> : <Navigation />}
        </header>
        <main
          id="content"
          tabIndex={-1}
          className="mx-auto flex w-full max-w-page grow flex-col gap-6 px-4 py-6 sm:px-6 sm:py-8 print:p-0"
        >
          {done !== undefined && <Notice key={location.key} tone="success" title={done} live />}
          <Outlet />
        </main>
        <PageFooter />
      </div>
    </HandoverProvider>
  );
}

/** `emergency`: this is its page, and leads nowhere else. */
function Whoami({ emergency }: { readonly emergency: boolean }) {
  const m = useMessages();
  const { pathname, search } = useLocation();
  const { person } = useSession();
  const logOff = useLogOff();
  const role = person.kind === 'ADMINISTRATOR' ? m.shell.administrator : m.shell.user;
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-1 max-sm:w-full max-sm:justify-between">
      <p className="flex flex-col text-right text-sm leading-snug max-sm:text-left">
        <span>{person.contractName}</span>
        <span>
          <span className="text-subtle">{role}</span> {m.common.person(person.name)}
        </span>
      </p>
      <LanguageSwitch />
      {!emergency && (
        <Link
          className={buttonClass('alarm', true)}
          to={paths.emergency}
          state={{ from: pathname + search }}
        >
          {m.shell.emergency}
        </Link>
      )}
      <Button kind="secondary" compact onPress={() => void logOff()}>
        {m.shell.logOff}
      </Button>
    </div>
  );
}
