import { problemWords } from '@monban/domain/wording/problem-words';
import { Button } from '@monban/ui/button/button';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { Panel } from '@monban/ui/panel/panel';
import type { FormEvent } from 'react';
import { againProblem, newPinProblem, onlyProblems } from '../../forms/check-new-pin.ts';
import { sureProblem, TriesWarning } from '../../forms/confirmation.tsx';
import { Consequences } from '../../forms/consequences.tsx';
import { FormSummary } from '../../forms/form-summary.tsx';
import { NewPin } from '../../forms/new-pin.tsx';
import { PinEntry } from '../../forms/pin-entry.tsx';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import { problemsOf } from '../../graphql/command.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { faultText } from '../../messages/fault-text.ts';
import { useLanguage } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';
import { replaceTemporaryPinsDocument } from './first-logon.graphql.ts';

const empty = {
  temporaryConfirmationPin: '',
  newPin: '',
  newPinAgain: '',
  newConfirmationPin: '',
  newConfirmationPinAgain: '',
  sure: false,
};

const names = ['temporaryConfirmationPin', 'newPin', 'newConfirmationPin'] as const;

/** A user's first logon: both temporary PINs are replaced before anything else. */
export function FirstLogonPage() {
  const { m, locale } = useLanguage();
  const t = m.firstLogon;
  const { changed, tries } = useSession();
  const replace = useCommand(replaceTemporaryPinsDocument);
  const form = useForm({
    name: 'first-logon',
    initial: empty,
    secrets: [...names, 'newPinAgain', 'newConfirmationPinAgain', 'sure'],
    kept: false,
  });
  const { values } = form;
  const { newConfirmationPin, newPin, temporaryConfirmationPin } = values;

  const send = async () => {
    const input = { temporaryConfirmationPin, newPin, newConfirmationPin };
    const outcome = await replace({ input });
    if (outcome.kind === 'DONE') return changed();
    form.forgetSecrets();
    if (outcome.kind === 'FAULT') return form.say({}, [faultText(m, outcome.fault)]);
    const { problems, general } = problemsOf(outcome.refusal, names[0], (path) =>
      names.find((name) => name === path),
    );
    form.say(problems, general);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const same = newPin !== '' && newPin === newConfirmationPin;
    const problems = onlyProblems({
      sure: sureProblem(m, values, tries),
      temporaryConfirmationPin:
        temporaryConfirmationPin === '' ? m.common.missing(t.temporaryConfirmationPin) : undefined,
      newPin: newPinProblem(m, problemWords(locale), t.userPin, newPin),
      newPinAgain: againProblem(m, t.userPin, newPin, values.newPinAgain),
      newConfirmationPin:
        newPinProblem(m, problemWords(locale), t.confirmationPin, newConfirmationPin) ??
        (same ? m.common.pin.sameAsPartner : undefined),
      newConfirmationPinAgain: againProblem(
        m,
        t.confirmationPin,
        newConfirmationPin,
        values.newConfirmationPinAgain,
      ),
    });
    if (hasProblems(problems)) form.say(problems);
    else form.sending(send);
  };

  return (
    <>
      <PageHeading site={m.common.site} lead={t.lead}>
        {t.title}
      </PageHeading>
      <form noValidate onSubmit={submit} className="flex flex-col gap-6">
        <FormSummary form={form} />
        <Panel title={t.proof}>
          <TriesWarning form={form} />
          <PinEntry
            form={form}
            name="temporaryConfirmationPin"
            label={t.temporaryConfirmationPin}
            hint={t.temporaryHint}
            use="off"
            drawn
          />
        </Panel>
        <Panel title={t.newPins}>
          <div className="grid gap-8 md:grid-cols-2">
            <div className="flex flex-col gap-6">
              <NewPin
                form={form}
                name="newPin"
                again="newPinAgain"
                label={t.userPin}
                hint={t.userPinHint}
                partner={newConfirmationPin}
              />
            </div>
            <div className="flex flex-col gap-6">
              <NewPin
                form={form}
                name="newConfirmationPin"
                again="newConfirmationPinAgain"
                label={t.confirmationPin}
                hint={t.confirmationPinHint}
                partner={newPin}
              />
            </div>
          </div>
        </Panel>
        <Panel title={m.forms.confirmTitle}>
          <Consequences title={m.forms.follows} items={t.follows} />
          <Button kind="primary" type="submit" busy={form.busy ? m.common.busy : undefined}>
            {t.submit}
          </Button>
        </Panel>
      </form>
    </>
  );
}
