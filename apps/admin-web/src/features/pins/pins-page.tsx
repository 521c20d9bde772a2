import { words } from '@monban/domain/wording/words';
import { Button } from '@monban/ui/button/button';
import { Notice } from '@monban/ui/notice/notice';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { Panel } from '@monban/ui/panel/panel';
import { RadioField } from '@monban/ui/radio-field/radio-field';
import { type FormEvent, useState } from 'react';
import { sureProblem, TriesWarning } from '../../forms/confirmation.tsx';
import { Consequences } from '../../forms/consequences.tsx';
import { FormSummary } from '../../forms/form-summary.tsx';
import { NewPin } from '../../forms/new-pin.tsx';
import { PinEntry } from '../../forms/pin-entry.tsx';
import { againProblem, newPinProblem, onlyProblems } from '../../forms/check-new-pin.ts';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import { problemsOf } from '../../graphql/command.ts';
import type { PinKind } from '../../graphql/generated/graphql.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { faultText } from '../../messages/fault-text.ts';
import { useLanguage } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';
import { changePinDocument } from './pins.graphql.ts';

const empty = {
  kind: 'LOGON' as PinKind,
  newPin: '',
  newPinAgain: '',
  currentPin: '',
  currentConfirmationPin: '',
  sure: false,
};

const kinds: readonly PinKind[] = ['LOGON', 'CONFIRMATION'];
const names = ['newPin', 'currentPin', 'currentConfirmationPin'] as const;

/** One's own PINs. Changing either proves both current ones, so that R22 is judged by what was typed. */
export function PinsPage() {
  const { m, locale } = useLanguage();
  const t = m.pins;
  const { person, tries } = useSession();
  const change = useCommand(changePinDocument);
  const [done, setDone] = useState<{ readonly text: string; readonly times: number }>();
  const form = useForm({
    name: 'change-pin',
    initial: empty,
    secrets: [...names, 'newPinAgain', 'sure'],
  });
  const { values } = form;
  const { currentConfirmationPin, currentPin, kind, newPin } = values;
  const labels = t.kinds[person.kind];
  const partner = kind === 'LOGON' ? currentConfirmationPin : currentPin;

  const send = async () => {
    setDone(undefined);
    const outcome = await change({ input: { kind, newPin, currentPin, currentConfirmationPin } });
    form.forgetSecrets();
    if (outcome.kind === 'DONE') {
      form.say({});
      setDone((before) => ({ text: t.done(labels[kind]), times: (before?.times ?? 0) + 1 }));
      return;
    }
    if (outcome.kind === 'FAULT') return form.say({}, [faultText(m, outcome.fault)]);
    // Which of the two current ones was wrong isn't said: the message stands above both.
    const { problems, general } = problemsOf(outcome.refusal, null, (path) =>
      names.find((name) => name === path),
    );
    form.say(problems, general);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const same = newPin !== '' && newPin === partner;
    const problems = onlyProblems({
      sure: sureProblem(m, values, tries),
      newPin:
        newPinProblem(m, words(locale), t.newPin(labels[kind]), newPin) ??
        (same ? m.common.pin.sameAsPartner : undefined),
      newPinAgain: againProblem(m, t.newPin(labels[kind]), newPin, values.newPinAgain),
      currentPin: currentPin === '' ? m.common.missing(t.currentOf(labels.LOGON)) : undefined,
      currentConfirmationPin:
        currentConfirmationPin === ''
          ? m.common.missing(t.currentOf(labels.CONFIRMATION))
          : undefined,
    });
    if (hasProblems(problems)) form.say(problems);
    else form.sending(send);
  };

  return (
    <>
      <PageHeading site={m.common.site}>{t.title}</PageHeading>
      {done !== undefined && <Notice key={done.times} tone="success" title={done.text} live />}
      <form noValidate onSubmit={submit} className="flex flex-col gap-6">
        <FormSummary form={form} />
        <Panel title={t.which}>
          <RadioField
            legend={t.which}
            name="kind"
            value={kind}
            choices={kinds.map((each) => ({
              value: each,
              text: labels[each],
              hint: t.kindHints[each],
            }))}
            onChange={(chosen) => form.set('kind', chosen)}
          />
          <NewPin
            form={form}
            name="newPin"
            again="newPinAgain"
            label={t.newPin(labels[kind])}
            partner={partner}
          />
        </Panel>
        <Panel title={t.current}>
          <p>{t.currentLead}</p>
          <TriesWarning form={form} />
          <PinEntry
            form={form}
            name="currentPin"
            label={t.currentOf(labels.LOGON)}
            use="current-password"
          />
          <PinEntry
            form={form}
            name="currentConfirmationPin"
            label={t.currentOf(labels.CONFIRMATION)}
            use="off"
          />
        </Panel>
        <Panel title={m.forms.confirmTitle}>
          <Consequences title={m.forms.follows} items={t.follows(labels[kind])} />
          <Button kind="primary" type="submit" busy={form.busy ? m.common.busy : undefined}>
            {t.submit}
          </Button>
        </Panel>
      </form>
    </>
  );
}
