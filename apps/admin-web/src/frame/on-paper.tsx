import { useState } from 'react';
import { momentText } from '../lib/moment.ts';
import { useLanguage } from '../messages/inside.ts';
import { useSession } from '../session/session-context.tsx';

/** Whose it is and of when: on paper alone, where no address and no frame says so. */
export function OnPaper() {
  const { m, locale } = useLanguage();
  const { person } = useSession();
  const [at] = useState(() => new Date().toISOString());
  return (
    <p className="hidden text-subtle print:block">
      {m.ability.onPaper(person.contractName, person.contractId.slice(-3), momentText(at, locale))}
    </p>
  );
}
