import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { addressBounds } from '@monban/domain/notification-address';
import type { SettingsQuery } from '../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../graphql/preload.ts';
import { useMessages } from '../../messages/inside.ts';
import { AddressesForm } from './addresses-form.tsx';
import { settingsDocument } from './settings.graphql.ts';

export const loadAddresses = (preload: Preload) => () =>
  preload.toPromise(preload(settingsDocument, fresh));

/** Where notices go, to be changed: who stays, who goes, who comes. */
export function AddressesPage() {
  const m = useMessages();
  const t = m.settings.change;
  const { contract } = usePreloaded<SettingsQuery>();
  return (
    <>
      <PageHeading site={m.common.site} lead={t.lead(addressBounds.max)}>
        {t.title}
      </PageHeading>
      {contract !== null && <AddressesForm contract={contract} />}
    </>
  );
}
