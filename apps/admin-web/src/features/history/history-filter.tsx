import { historyKinds } from '@monban/domain/history-kind';
import { day, japanDay } from '@monban/domain/instant';
import { words } from '@monban/domain/wording/words';
import { Button } from '@monban/ui/button/button';
import { CheckField } from '@monban/ui/check-field/check-field';
import { DateField } from '@monban/ui/date-field/date-field';
import { SelectField } from '@monban/ui/select-field/select-field';
import { TextField } from '@monban/ui/text-field/text-field';
import { type FormEvent, useId } from 'react';
import { FormSummary } from '../../forms/form-summary.tsx';
import { useForm } from '../../forms/use-form.ts';
import type { HistorySearch } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { actorsOf, choicesWith, type People } from './people.ts';
import { endsBeforeItBegins } from './search.ts';

/** Up to today, in days. */
const periods = [1, 7, 30] as const;

/** What to look for. Nothing is looked for before it is sent: a page that changes under one's hands helps nobody. */
export function HistoryFilter(props: {
  readonly search: HistorySearch;
  readonly people: People;
  readonly onSearch: (search: HistorySearch) => void;
}) {
  const { m, locale } = useLanguage();
  const t = m.history.filter;
  const { historyKind } = words(locale).labels;
  const { people, search } = props;
  const form = useForm({ name: 'history', initial: search, secrets: [], kept: false });
  const { kinds } = form.values;
  const everybody = { value: '', text: t.everybody };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // A day that was begun and not finished: its field says so.
    const unfinished = event.currentTarget.querySelector<HTMLInputElement>('input:invalid');
    if (unfinished !== null) unfinished.focus();
    else if (endsBeforeItBegins(form.values)) form.say({ to: t.reversed });
    else props.onSearch({ ...form.values, after: '' });
  };
  const lookBack = (days: number) => {
    const [from, to] = [japanDay(Date.now() - (days - 1) * day), japanDay(Date.now())];
    props.onSearch({ ...form.values, from, to, after: '' });
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <FormSummary form={form} />
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <SelectField
          label={t.by}
          value={form.values.by}
          choices={[everybody, ...choicesWith(actorsOf(people, m), form.values.by)]}
          onChange={(by) => form.set('by', by)}
        />
        <SelectField
          label={t.user}
          value={form.values.user}
          choices={[everybody, ...choicesWith(people.users, form.values.user)]}
          onChange={(user) => form.set('user', user)}
        />
        <DateField
          id={form.fieldId('from')}
          label={t.from}
          value={form.values.from}
          onChange={(from) => form.set('from', from)}
          unfinished={t.unfinished}
        />
        <DateField
          id={form.fieldId('to')}
          label={t.to}
          value={form.values.to}
          onChange={(to) => form.set('to', to)}
          unfinished={t.unfinished}
          error={form.problems.to}
        />
        <div className="sm:col-span-2">
          <TextField
            label={t.address}
            hint={t.addressHint}
            value={form.values.address}
            onChange={(address) => form.set('address', address)}
            normalize={(text) => text.normalize('NFKC').replaceAll(' ', '')}
            mono
          />
        </div>
        <Periods onChoose={lookBack} />
      </div>
      <fieldset>
        <legend className="font-bold">{t.kinds}</legend>
        <div className="flex flex-wrap gap-x-6">
          {historyKinds.map((kind) => (
            <CheckField
              key={kind}
              label={historyKind[kind]}
              checked={kinds.includes(kind)}
              onChange={(checked) =>
                form.set(
                  'kinds',
                  historyKinds.filter((each) => (each === kind ? checked : kinds.includes(each))),
                )
              }
            />
          ))}
        </div>
      </fieldset>
      <div>
        <Button kind="primary" type="submit">
          {t.submit}
        </Button>
      </div>
    </form>
  );
}

function Periods({ onChoose }: { readonly onChoose: (days: number) => void }) {
  const t = useLanguage().m.history.filter;
  const id = useId();
  return (
    <div
      role="group"
      aria-labelledby={id}
      className="flex flex-col justify-between gap-1.5 sm:col-span-2"
    >
      <p id={id} className="font-bold">
        {t.periods}
      </p>
      <div className="flex flex-wrap gap-2">
        {periods.map((days) => (
          <Button key={days} kind="secondary" compact onPress={() => onChoose(days)}>
            {t.period(days)}
          </Button>
        ))}
      </div>
    </div>
  );
}
