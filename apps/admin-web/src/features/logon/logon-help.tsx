import { Panel } from '@monban/ui/panel/panel';
import { DescriptionList } from '@monban/ui/description-list/description-list';
import { useMessages } from '../../messages/messages.tsx';

/** Whom to turn to; in the same place on every page before the logon. */
export function LogonHelp({ user }: { readonly user: boolean }) {
  const t = useMessages().logon.help;
  const card = user ? [] : [{ term: t.lost, detail: t.lostText }];
  return (
    <Panel title={t.title}>
      <DescriptionList
        items={[
          { term: t.forgot, detail: user ? t.forgotUser : t.forgotAdministrator },
          ...card,
          { term: t.locked, detail: user ? t.lockedUser : t.lockedAdministrator },
        ]}
      />
      <p className="text-subtle">{t.guard}</p>
    </Panel>
  );
}
