import { useApolloClient } from '@apollo/client/react';
import { words } from '@monban/domain/wording/words';
import { Button, buttonClass } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import type { FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { ChangesPreview } from '../../forms/changes-preview.tsx';
import { Confirmation, confirmationProblems, notConfirmed } from '../../forms/confirmation.tsx';
import { FormSummary } from '../../forms/form-summary.tsx';
import { sayNotDone } from '../../forms/say-not-done.ts';
import { Meanwhile, useStanding } from '../../forms/standing.tsx';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';
import { AddressEntries } from './address-entries.tsx';
import { addressProblems } from './address-problems.ts';
import {
  type AddressValues,
  differences,
  fieldOfPath,
  noEdits,
  readEdits,
  type SettingsContract,
  wantedAddresses,
} from './address-edits.ts';
import { changeNotes } from './change-notes.ts';
import { setNotificationAddressesDocument, settingsDocument } from './settings.graphql.ts';

/** The addresses as they are to be, what follows, and the confirmation PIN (R4, R10). */
export function AddressesForm({ contract }: { readonly contract: SettingsContract }) {
  const { m, locale } = useLanguage();
  const t = m.settings.change;
  const { tries } = useSession();
  const navigate = useNavigate();
  const client = useApolloClient();
  const setAddresses = useCommand(setNotificationAddressesDocument);
  const { catchUp, meanwhile, thing } = useStanding(contract, {
    ask: async () => {
      const options = { query: settingsDocument, fetchPolicy: 'network-only' } as const;
      return (await client.query(options)).data?.contract ?? null;
    },
    compare: (before, now) => [{ changes: differences(before, now) }],
  });
  const form = useForm<AddressValues>({
    name: 'addresses',
    initial: { ...noEdits, ...notConfirmed },
    secrets: ['confirmationPin', 'sure'],
  });
  const standing = thing.notificationAddresses ?? [];
  const wanted = wantedAddresses(standing, form.values);
  const reading = readEdits(standing, form.values, Date.now());
  const change = 'change' in reading ? reading : null;

  const send = async () => {
    const { confirmationPin } = form.values;
    const addresses = wanted.map(({ address }) => address);
    const outcome = await setAddresses({
      input: { addresses, expectedVersion: thing.version, confirmationPin },
    });
    if (outcome.kind === 'DONE') {
      form.finish();
      await navigate(paths.settings, { state: { done: t.done } });
      return;
    }
    if (outcome.kind === 'REFUSED') await catchUp(outcome.refusal);
    sayNotDone(form, m, outcome, (path) => fieldOfPath(wanted, path));
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = addressProblems(m, words(locale), wanted, reading);
    if (wrong !== null) return form.say(wrong);
    const confirmation = confirmationProblems(m, form.values, tries);
    if (hasProblems(confirmation)) form.say(confirmation);
    else form.sending(send);
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <FormSummary form={form}>
        {meanwhile === null ? undefined : <Meanwhile changed={meanwhile} />}
      </FormSummary>
      <AddressEntries form={form} standing={standing} />
      <Panel title={m.forms.confirmTitle}>
        <ChangesPreview
          parts={
            change === null || change.changes.length === 0 ? [] : [{ changes: change.changes }]
          }
          notes={change === null ? [] : changeNotes(m, change)}
        />
        <Confirmation form={form} />
        <div className="flex flex-wrap gap-3">
          <Button kind="primary" type="submit" busy={form.busy ? m.common.busy : undefined}>
            {t.submit}
          </Button>
          <Link className={buttonClass('secondary')} to={paths.settings}>
            {m.common.cancel}
          </Link>
        </div>
      </Panel>
    </form>
  );
}
