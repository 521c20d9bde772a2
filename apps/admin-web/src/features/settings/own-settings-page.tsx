import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { useMessages } from '../../messages/inside.ts';
import { CertificatePanel } from './certificate-panel.tsx';
import { DisplayPanel } from './display-panel.tsx';
import { NoticesPanel } from './notices-panel.tsx';
import { PinsPanel } from './pins-panel.tsx';

/** A user's settings: their own PINs, certificate, notices, and how the pages look. */
export function OwnSettingsPage() {
  const m = useMessages();
  return (
    <>
      <PageHeading site={m.common.site}>{m.settings.title}</PageHeading>
      <PinsPanel />
      <CertificatePanel />
      <NoticesPanel />
      <DisplayPanel />
    </>
  );
}
