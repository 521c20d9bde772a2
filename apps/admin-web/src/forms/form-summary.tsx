import { ErrorSummary } from '@monban/ui/error-summary/error-summary';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/messages.tsx';
import type { Form } from './use-form.ts';

/** Everything that is wrong with a form, with the way to each field. */
export function FormSummary<Values extends object>(props: {
  readonly form: Form<Values>;
  /** Where nothing entered is wrong, but the act was refused. */
  readonly refusedTitle?: string;
  /** What else is to be known: what was changed meanwhile, say. */
  readonly children?: ReactNode;
}) {
  const m = useMessages();
  const { form } = props;
  const fields = Object.entries<string | undefined>(form.problems).flatMap(([name, text]) =>
    text === undefined ? [] : [{ fieldId: `${form.name}-${name}`, text }],
  );
  const general = form.general.map((text) => ({ text }));
  return (
    <ErrorSummary
      title={
        fields.length > 0 ? m.common.summaryTitle : (props.refusedTitle ?? m.common.refusedTitle)
      }
      items={[...general, ...fields]}
      attempt={form.attempt}
    >
      {props.children}
    </ErrorSummary>
  );
}
