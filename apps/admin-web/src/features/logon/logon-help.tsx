import { Panel } from '@monban/ui/panel/panel';
import { DescriptionList } from '@monban/ui/description-list/description-list';
import { paths } from '../../lib/paths.ts';
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
          {
            term: t.newCertificate,
            detail: user ? t.newCertificateUser : t.newCertificateAdministrator,
          },
          {
            term: t.certificate,
            detail: (
              <>
                {t.certificateText}{' '}
                <a className="text-key underline underline-offset-4" href={paths.certificate}>
                  {t.toCertificate}
                </a>
              </>
            ),
          },
        ]}
      />
      <p className="text-subtle">{t.guard}</p>
    </Panel>
  );
}
