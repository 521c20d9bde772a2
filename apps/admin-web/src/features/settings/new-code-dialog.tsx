import { useCommand } from '../../graphql/use-command.ts';
import { useMessages } from '../../messages/inside.ts';
import {
  noEdits,
  type SettingsContract,
  type ShownAddress,
  wantedAddresses,
} from './address-edits.ts';
import { ConfirmedDialog } from './confirmed-dialog.tsx';
import { setNotificationAddressesDocument } from './settings.graphql.ts';

/** A code that is good no more: registering the same addresses once more mails another. */
export function NewCodeDialog(props: {
  readonly address: ShownAddress;
  readonly contract: SettingsContract;
}) {
  const {
    address: { address },
    contract,
  } = props;
  const t = useMessages().settings.renew;
  const setAddresses = useCommand(setNotificationAddressesDocument);
  const wanted = wantedAddresses(contract.notificationAddresses ?? [], noEdits);
  return (
    <ConfirmedDialog
      name="new-code"
      title={t.title}
      follows={t.follows(address)}
      submit={t.submit}
      done={t.done(address)}
      run={(confirmationPin) =>
        setAddresses({
          input: {
            addresses: wanted.map((each) => each.address),
            expectedVersion: contract.version,
            confirmationPin,
          },
        })
      }
    />
  );
}
