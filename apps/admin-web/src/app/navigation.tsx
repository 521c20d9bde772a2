import { NavLink } from 'react-router';
import { paths } from '../lib/paths.ts';
import { useMessages } from '../messages/inside.ts';
import { useSession } from '../session/session-context.tsx';

/** The ways that there are for whoever is logged on; before the first PINs are chosen, none. */
export function Navigation() {
  const m = useMessages();
  const { person } = useSession();
  if (person.mustReplacePins) return <div className="h-2" />;
  const ways =
    person.kind === 'ADMINISTRATOR'
      ? [
          { to: paths.home, text: m.shell.home },
          { to: paths.users(), text: m.shell.users },
          { to: paths.permissions(), text: m.rights.title },
          { to: paths.limits, text: m.limits.title },
          { to: paths.sessions, text: m.shell.sessions },
          { to: paths.certificates, text: m.certificates.title },
          { to: paths.history, text: m.shell.history },
          { to: paths.settings, text: m.shell.settings },
        ]
      : [
          { to: paths.home, text: m.shell.home },
          { to: paths.settings, text: m.shell.settings },
        ];
  return (
    <nav aria-label={m.shell.navigation} className="mx-auto w-full max-w-page px-2 sm:px-4">
      <ul className="flex flex-wrap">
        {ways.map((way) => (
          <li key={way.to}>
            <NavLink
              to={way.to}
              end={way.to === paths.home}
              className="inline-flex min-h-11 items-center border-b-4 border-transparent px-3 text-key no-underline hover:bg-key-soft aria-[current=page]:border-key aria-[current=page]:font-bold aria-[current=page]:text-ink forced-colors:border-[Canvas] forced-colors:aria-[current=page]:border-[Highlight]"
            >
              {way.text}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
