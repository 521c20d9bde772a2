import { Busy } from '@monban/ui/busy/busy';
import { FileField } from '@monban/ui/file-field/file-field';
import { Notice } from '@monban/ui/notice/notice';
import { PageHeading } from '@monban/ui/page-heading/page-heading';
import { Panel } from '@monban/ui/panel/panel';
import type { NewUserQuery } from '../../../graphql/generated/graphql.ts';
import { fresh, type Preload, usePreloaded } from '../../../graphql/preload.ts';
import { faultText } from '../../../messages/fault-text.ts';
import { useLanguage } from '../../../messages/inside.ts';
import { newUserDocument } from '../users.graphql.ts';
import { ImportForm } from './import-form.tsx';
import { ImportGuide } from './import-guide.tsx';
import { ImportPreview } from './import-preview.tsx';
import { ImportProblems } from './import-problems.tsx';
import { type ChosenFile, useChosenFile } from './use-chosen-file.ts';
import { useDryRun } from './use-dry-run.ts';

export const loadImport = (preload: Preload) => () =>
  preload.toPromise(preload(newUserDocument, fresh));

/** Users from a file: what it looks like, what is wrong with it or whom it adds, and all of them are added. */
export function ImportPage() {
  const { m, locale } = useLanguage();
  const services = usePreloaded<NewUserQuery>().contract?.services ?? [];
  const chosen = useChosenFile();
  const { again, state } = useDryRun(chosen.csv, locale);
  return (
    <>
      <PageHeading site={m.common.site}>{m.importUsers.title}</PageHeading>
      <ImportGuide services={services} />
      <Panel title={m.importUsers.file.title}>
        <ChooseFile chosen={chosen} />
        {state.kind === 'ASKING' && <Busy>{m.importUsers.checking}</Busy>}
        {state.kind === 'FAULT' && <Notice tone="danger" title={faultText(m, state.fault)} live />}
        {state.kind === 'READ' && state.run.problemCount > 0 && <ImportProblems run={state.run} />}
        {state.kind === 'READ' && state.run.problemCount === 0 && (
          <Notice tone="success" title={m.importUsers.fine(state.run.users.length)} live />
        )}
      </Panel>
      {chosen.csv !== null && state.kind === 'READ' && state.run.problemCount === 0 && (
        <>
          <ImportPreview users={state.run.users} services={services} />
          <ImportForm
            csv={chosen.csv}
            users={state.run.users}
            services={services}
            onUnfit={again}
          />
        </>
      )}
    </>
  );
}

function ChooseFile({ chosen }: { readonly chosen: ChosenFile }) {
  const { m } = useLanguage();
  const t = m.importUsers.file;
  return (
    <FileField
      label={t.label}
      hint={t.hint}
      file={chosen.file}
      onChange={chosen.choose}
      accept=".csv,text/csv"
      error={chosen.trouble === null ? undefined : t[chosen.trouble]}
      required={m.common.required}
      words={{
        choose: t.choose,
        change: t.change,
        drop: t.drop,
        remove: t.remove,
        chosen: (file) => t.chosen(file.name, Math.ceil(file.size / 1000)),
      }}
    />
  );
}
