import { useApolloClient } from '@apollo/client/react';
import { confirmationCode, parseConfirmationCode } from '@monban/domain/notification-address';
import { words } from '@monban/domain/wording/words';
import { Button } from '@monban/ui/button/button';
import { Dialog } from '@monban/ui/dialog/dialog';
import { Notice } from '@monban/ui/notice/notice';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { onlyProblems } from '../../forms/check-new-pin.ts';
import { Confirmation, confirmationProblems, notConfirmed } from '../../forms/confirmation.tsx';
import { Consequences } from '../../forms/consequences.tsx';
import { FormSummary } from '../../forms/form-summary.tsx';
import { sayNotDone } from '../../forms/say-not-done.ts';
import { TextEntry } from '../../forms/text-entry.tsx';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { typedDigits } from '../../lib/half-width.ts';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';
import type { ShownAddress } from './address-edits.ts';
import { confirmNotificationAddressDocument, settingsDocument } from './settings.graphql.ts';

/** The code that was mailed to a new address puts it in force (R10). */
export function CodeDialog({ address: shown }: { readonly address: ShownAddress }) {
  const { address, codeTriesLeft, codeUntil } = shown;
  const { m, locale } = useLanguage();
  const t = m.settings.confirm;
  const { tries } = useSession();
  const navigate = useNavigate();
  const client = useApolloClient();
  const confirmAddress = useCommand(confirmNotificationAddressDocument);
  const form = useForm({
    name: 'address-code',
    initial: { ...notConfirmed, code: '' },
    secrets: ['code', 'confirmationPin', 'sure'],
    kept: false,
  });
  const close = () => void navigate(paths.settings, { replace: true });

  const send = async () => {
    const { code, confirmationPin } = form.values;
    const outcome = await confirmAddress({ input: { address, code, confirmationPin } });
    if (outcome.kind === 'DONE') {
      await navigate(paths.settings, { replace: true, state: { done: t.done(address) } });
      return;
    }
    sayNotDone(form, m, outcome, (path) => (path === 'code' ? 'code' : undefined));
    // A wrong code has cost an entry.
    void client.refetchQueries({ include: [settingsDocument] });
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = parseConfirmationCode(form.values.code, 'code');
    const problems = {
      ...onlyProblems({ code: code.ok ? undefined : words(locale).inputProblem(code.error) }),
      ...confirmationProblems(m, form.values, tries),
    };
    if (hasProblems(problems)) form.say(problems);
    else form.sending(send);
  };

  if (codeTriesLeft === 0) return <Spent address={address} onClose={close} />;
  return (
    <Dialog title={t.title} onClose={close}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        <FormSummary form={form} />
        <div>
          <p className="break-all">{t.lead(address)}</p>
          {codeUntil !== null && codeTriesLeft !== null && (
            <p>{t.bounds(momentText(codeUntil, locale), codeTriesLeft)}</p>
          )}
        </div>
        <TextEntry
          form={form}
          name="code"
          label={t.code}
          normalize={typedDigits}
          inputMode="numeric"
          autoComplete="one-time-code"
          width="digits"
          maxLength={2 * confirmationCode.digits}
          mono
          after={<p className="text-sm text-subtle">{t.missing}</p>}
        />
        <Consequences title={m.forms.follows} items={t.follows} />
        <Confirmation form={form} />
        <div className="flex flex-wrap gap-3">
          <Button kind="primary" type="submit" busy={form.busy ? m.common.busy : undefined}>
            {t.submit}
          </Button>
          <Button kind="secondary" onPress={close}>
            {m.common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

/** No code would do any more: the way to another one. */
function Spent(props: { readonly address: string; readonly onClose: () => void }) {
  const { address, onClose } = props;
  const { m } = useLanguage();
  const { addresses, confirm: t } = m.settings;
  const navigate = useNavigate();
  const renew = () => void navigate(paths.addressCode('new-code', address), { replace: true });
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p className="break-all">{address}</p>
      <Notice tone="warning" live>
        {t.spent}
      </Notice>
      <div className="flex flex-wrap gap-3">
        <Button kind="primary" autoFocus onPress={renew}>
          {addresses.renew}
        </Button>
        <Button kind="secondary" onPress={onClose}>
          {m.common.cancel}
        </Button>
      </div>
    </Dialog>
  );
}
