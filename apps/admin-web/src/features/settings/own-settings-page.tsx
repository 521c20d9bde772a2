import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { useLocation } from 'react-router';
import type { OwnSettingsQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { CertificatePanel } from './certificate-panel.tsx';
import { DisplayPanel } from './display-panel.tsx';
import { LogonMailsDialog } from './mail-dialogs.tsx';
import { ownSettingsDocument } from './mails.graphql.ts';
import { MailsPanel } from './mails-panel.tsx';
import { NoticesPanel } from './notices-panel.tsx';
import { PinsPanel } from './pins-panel.tsx';

export const loadOwnSettings = (preload: Preload) => () =>
  preload.toPromise(preload(ownSettingsDocument, fresh));

/** A user's settings: their own PINs, certificate, mails, notices, and how the pages look. */
export function OwnSettingsPage() {
  const m = useMessages();
  const { viewer } = usePreloaded<OwnSettingsQuery>();
  const asked = useLocation().pathname === paths.mails('logon-mails');
  if (viewer?.__typename !== 'User') return null;
  const logonNotices = viewer.logonNotices ?? true;
  return (
    <>
      <PageHeading site={m.common.site} focus={!asked}>
        {m.settings.title}
      </PageHeading>
      <PinsPanel />
      <CertificatePanel />
      <MailsPanel
        language={null}
        logonNotices={logonNotices}
        note={viewer.email === null ? m.notices.noAddress : null}
        address={viewer}
      />
      <NoticesPanel />
      <DisplayPanel />
      {asked && <LogonMailsDialog on={!logonNotices} />}
    </>
  );
}
