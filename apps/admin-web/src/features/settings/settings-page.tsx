import { buttonClass } from '@monban/ui/button/button';
import { Notice } from '@monban/ui/notice/notice';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { Panel } from '@monban/ui/panel/panel';
import { Link, useNavigation, useParams, useSearchParams } from 'react-router';
import type { SettingsQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { AddressList } from './address-list.tsx';
import { CodeDialog } from './code-dialog.tsx';
import { CertificatePanel } from './certificate-panel.tsx';
import { DisplayPanel } from './display-panel.tsx';
import { mailActOf, otherLanguage } from './mail-acts.ts';
import { LogonMailsDialog, MailLanguageDialog } from './mail-dialogs.tsx';
import { MailsPanel } from './mails-panel.tsx';
import { NewCodeDialog } from './new-code-dialog.tsx';
import { NoticesPanel } from './notices-panel.tsx';
import { PinsPanel } from './pins-panel.tsx';
import { settingsDocument } from './settings.graphql.ts';

export const loadSettings = (preload: Preload) => () =>
  preload.toPromise(preload(settingsDocument, fresh));

const acts = ['code', 'new-code'] as const;

/** The administrator's settings: own PINs, where notices go, and how the pages look. */
export function SettingsPage() {
  const m = useMessages();
  const t = m.settings;
  const { contract } = usePreloaded<SettingsQuery>();
  const params = useParams();
  const [query] = useSearchParams();
  const addresses = contract?.notificationAddresses ?? [];
  const act = acts.find((each) => each === params['act']);
  const waiting = addresses.find(
    ({ address, status }) => status === 'PENDING' && address === query.get('address'),
  );
  const asked = act !== undefined && waiting !== undefined;
  const mailAct = mailActOf(params['act']);
  const language = contract?.mailLanguage ?? 'ja';
  const logonNotices = contract?.administrator?.logonNotices ?? true;
  const resting = useNavigation().state === 'idle';
  return (
    <>
      <PageHeading site={m.common.site} focus={!asked && mailAct === undefined}>
        {t.title}
      </PageHeading>
      {act !== undefined && !asked && resting && <Notice tone="info" title={t.gone} />}
      <PinsPanel />
      <CertificatePanel />
      <Panel
        title={t.addresses.title}
        aside={
          <Link className={buttonClass('secondary', true)} to={paths.addresses}>
            {t.addresses.change}
          </Link>
        }
      >
        {addresses.length === 0 ? (
          <Notice tone="warning" title={t.addresses.none} />
        ) : (
          <>
            <p className="text-subtle">{t.addresses.lead}</p>
            <AddressList addresses={addresses} />
          </>
        )}
      </Panel>
      <MailsPanel language={language} logonNotices={logonNotices} />
      <NoticesPanel />
      <DisplayPanel />
      {mailAct === 'mail-language' && <MailLanguageDialog to={otherLanguage(language)} />}
      {mailAct === 'logon-mails' && <LogonMailsDialog on={!logonNotices} />}
      {asked && act === 'code' && <CodeDialog address={waiting} />}
      {asked && act === 'new-code' && contract !== null && (
        <NewCodeDialog address={waiting} contract={contract} />
      )}
    </>
  );
}
