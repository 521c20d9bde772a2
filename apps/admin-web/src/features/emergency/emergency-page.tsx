import { Button } from '@monban/ui/button/button';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { Panel } from '@monban/ui/panel/panel';
import { RadioField } from '@monban/ui/radio-field/radio-field';
import type { FormEvent } from 'react';
import { useLocation, useNavigate } from 'react-router';
import {
  Confirmation,
  confirmationProblems,
  type Confirmed,
  notConfirmed,
} from '../../forms/confirmation.tsx';
import { Consequences } from '../../forms/consequences.tsx';
import { FormSummary } from '../../forms/form-summary.tsx';
import { sayNotDone } from '../../forms/say-not-done.ts';
import { type Form, hasProblems, useForm } from '../../forms/use-form.ts';
import { readNavigationState } from '../../lib/navigation-state.ts';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';
import { LostComputer } from './lost-computer.tsx';
import { endings, type Stop, useStop } from './use-stop.ts';

const choices: readonly Stop[] = ['CONTRACT', 'CARD'];

interface Values extends Confirmed {
  /** Null: the administrator has not said yet which. */
  readonly stop: Stop | null;
}

/** For the worst hour: what to stop, what follows, the confirmation PIN, and it is stopped. Nothing leads astray. */
export function EmergencyPage() {
  const m = useMessages();
  const t = m.emergency;
  const { end, person, tries } = useSession();
  const navigate = useNavigate();
  const { from = paths.home } = readNavigationState(useLocation().state);
  const run = useStop();
  const user = person.kind === 'USER';
  const form = useForm<Values>({
    name: 'emergency',
    initial: { ...notConfirmed, stop: user ? 'MYSELF' : null },
    secrets: ['confirmationPin', 'sure'],
    kept: false,
  });
  const { confirmationPin, stop } = form.values;
  const label = user ? t.userConfirmationPin : m.forms.confirmationPin;

  const send = async (chosen: Stop) => {
    const outcome = await run(chosen, confirmationPin);
    if (outcome.kind === 'DONE') end(endings[chosen]);
    else sayNotDone(form, m, outcome);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (stop === null) return;
    const problems = confirmationProblems(m, form.values, tries, label);
    if (hasProblems(problems)) form.say(problems);
    else form.sending(() => send(stop));
  };

  return (
    <>
      <PageHeading site={m.common.site} lead={t.lead[person.kind]}>
        {t.title}
      </PageHeading>
      <form noValidate onSubmit={submit} className="flex flex-col gap-6">
        <FormSummary form={form} />
        {!user && <Which form={form} />}
        {stop !== null && (
          <Panel title={t.acts[stop].text}>
            <Consequences title={m.forms.follows} items={t.acts[stop].follows} />
            <Confirmation form={form} label={label} />
          </Panel>
        )}
        <div className="flex flex-wrap gap-3">
          {stop !== null && (
            <Button kind="danger" type="submit" busy={form.busy ? m.common.busy : undefined}>
              {t.acts[stop].submit}
            </Button>
          )}
          <Button onPress={() => void navigate(from)}>{t.back}</Button>
        </div>
      </form>
      <LostComputer />
    </>
  );
}

function Which({ form }: { readonly form: Form<Values> }) {
  const t = useMessages().emergency;
  return (
    <Panel title={t.which}>
      <RadioField
        legend={t.which}
        name="stop"
        value={form.values.stop}
        choices={choices.map((value) => ({
          value,
          text: t.acts[value].text,
          hint: t.acts[value].hint,
        }))}
        onChange={(chosen) => form.set('stop', chosen)}
      />
    </Panel>
  );
}
