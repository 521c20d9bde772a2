import { japanDay } from '@monban/domain/instant';
import { Button } from '@monban/ui/button/button';
import { Dialog } from '@monban/ui/dialog/dialog';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { Confirmation, confirmationProblems, notConfirmed } from '../../forms/confirmation.tsx';
import { Consequences } from '../../forms/consequences.tsx';
import { FormSummary } from '../../forms/form-summary.tsx';
import { sayNotDone } from '../../forms/say-not-done.ts';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { saveCsv } from '../../lib/save-csv.ts';
import { type HistorySearch, paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';
import { tagsOf } from './filter-tags.tsx';
import { exportHistoryDocument } from './history.graphql.ts';
import type { People } from './people.ts';
import { filterOf } from './search.ts';

/** Which entries leave the house, what follows, the confirmation PIN (R4), and the browser keeps the file. */
export function ExportDialog(props: {
  readonly search: HistorySearch;
  readonly entries: number;
  readonly people: People;
}) {
  const language = useLanguage();
  const { m } = language;
  const t = m.history.export;
  const { entries, people, search } = props;
  const navigate = useNavigate();
  const { tries } = useSession();
  const run = useCommand(exportHistoryDocument);
  const form = useForm({
    name: 'export-history',
    initial: notConfirmed,
    secrets: ['confirmationPin', 'sure'],
    kept: false,
  });
  const filter = tagsOf(search, people, language).map(({ text }) => text);
  const close = (done?: string) =>
    void navigate(paths.historyOf(search), {
      replace: true,
      state: done === undefined ? {} : { done },
    });

  const send = async () => {
    const { confirmationPin } = form.values;
    const outcome = await run({ input: { filter: filterOf(search), confirmationPin } });
    if (outcome.kind !== 'DONE') {
      sayNotDone(form, m, outcome);
      return;
    }
    saveCsv(outcome.value.csv, t.fileName(japanDay(Date.now())));
    close(t.done(outcome.value.entries));
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const problems = confirmationProblems(m, form.values, tries);
    if (hasProblems(problems)) form.say(problems);
    else form.sending(send);
  };

  return (
    <Dialog title={t.title(entries)} onClose={() => close()}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        <FormSummary form={form} />
        <Consequences
          title={m.forms.follows}
          change={
            <ul>
              {(filter.length === 0 ? [t.everything] : filter).map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          }
          items={t.follows}
        />
        <Confirmation form={form} />
        <div className="flex flex-wrap gap-3">
          <Button kind="primary" type="submit" busy={form.busy ? m.common.busy : undefined}>
            {t.submit}
          </Button>
          <Button kind="secondary" onPress={() => close()}>
            {m.common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
