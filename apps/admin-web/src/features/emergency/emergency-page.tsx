import { Button } from '@monban/ui/button/button';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { Panel } from '@monban/ui/panel/panel';
import { RadioField } from '@monban/ui/radio-field/radio-field';
import type { FormEvent } from 'react';
import { Confirmation, confirmationProblems, notConfirmed } from '../../forms/confirmation.tsx';
import { Consequences } from '../../forms/consequences.tsx';
import { FormSummary } from '../../forms/form-summary.tsx';
import { sayNotDone } from '../../forms/say-not-done.ts';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import { useMessages } from '../../messages/inside.ts';
import type { Person } from '../../session/person.ts';
import { useSession } from '../../session/session-context.tsx';
import { endings, type Stop, useStop } from './use-stop.ts';

const stopsOf: Record<Person['kind'], readonly [Stop, ...Stop[]]> = {
  ADMINISTRATOR: ['CONTRACT', 'CARD'],
  USER: ['MYSELF'],
};

/** For the worst hour: what to stop, what follows, the confirmation PIN, and it is stopped. */
export function EmergencyPage() {
  const m = useMessages();
  const t = m.emergency;
  const { end, person, tries } = useSession();
  const run = useStop();
  const stops = stopsOf[person.kind];
  const form = useForm({
    name: 'emergency',
    initial: { ...notConfirmed, stop: stops[0] },
    secrets: ['confirmationPin', 'sure'],
    kept: false,
  });
  const { confirmationPin, stop } = form.values;
  const act = t.acts[stop];
  const label = person.kind === 'USER' ? t.userConfirmationPin : m.forms.confirmationPin;

  const send = async () => {
    const outcome = await run(stop, confirmationPin);
    if (outcome.kind === 'DONE') end(endings[stop]);
    else sayNotDone(form, m, outcome);
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problems = confirmationProblems(m, form.values, tries, label);
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
        <Panel title={t.which}>
          <RadioField
            legend={t.which}
            name="stop"
            value={stop}
            choices={stops.map((each) => ({
              value: each,
              text: t.acts[each].text,
              hint: t.acts[each].hint,
            }))}
            onChange={(chosen) => form.set('stop', chosen)}
          />
          <Consequences title={m.forms.follows} items={act.follows} />
          <Confirmation form={form} label={label} />
          <Button kind="danger" type="submit" busy={form.busy ? m.common.busy : undefined}>
            {act.submit}
          </Button>
        </Panel>
      </form>
    </>
  );
}
