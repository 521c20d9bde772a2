import { CheckField } from '@monban/ui/check-field/check-field';
import { Notice } from '@monban/ui/notice/notice';
import type { Messages } from '../messages/ja.ts';
import { useMessages } from '../messages/messages.tsx';
import { type Tries, useSession } from '../session/session-context.tsx';
import { onlyProblems } from './check-new-pin.ts';
import { PinEntry } from './pin-entry.tsx';
import type { Form } from './use-form.ts';

/** From so many tries left on, a form says it in red and asks once more. */
const fewTries = 3;

export interface Surely {
  readonly sure: boolean;
}

export interface Confirmed extends Surely {
  readonly confirmationPin: string;
}

export const notConfirmed: Confirmed = { confirmationPin: '', sure: false };

function fewAreLeft(tries: Tries | null): tries is Tries {
  return tries !== null && tries.left > 0 && tries.left <= fewTries;
}

/** The confirmation PIN at the end of a form: the administrator's (R4), unless a label says whose. */
export function Confirmation(props: { readonly form: Form<Confirmed>; readonly label?: string }) {
  const { form } = props;
  const m = useMessages();
  return (
    <div className="flex flex-col gap-4">
      <TriesWarning form={form} />
      <PinEntry
        form={form}
        name="confirmationPin"
        label={props.label ?? m.forms.confirmationPin}
        hint={m.forms.confirmationPinHint}
        use="off"
      />
    </div>
  );
}

/**
 * The last tries are said in red and asked for twice: how many are left, who would be locked. Before
 * them the refusal itself says it beside the field.
 */
export function TriesWarning({ form }: { readonly form: Form<Surely> }) {
  const m = useMessages();
  const { tries } = useSession();
  if (!fewAreLeft(tries)) return null;
  return (
    <Notice tone="danger" title={m.forms.triesLeft(tries.left, tries.everybody)}>
      <CheckField
        id={form.fieldId('sure')}
        label={m.forms.sure}
        checked={form.values.sure}
        onChange={(sure) => form.set('sure', sure)}
        error={form.problems.sure}
      />
    </Notice>
  );
}

export function sureProblem(m: Messages, values: Surely, tries: Tries | null): string | undefined {
  return fewAreLeft(tries) && !values.sure ? m.forms.sureMissing : undefined;
}

export function confirmationProblems(
  m: Messages,
  values: Confirmed,
  tries: Tries | null,
  label: string = m.forms.confirmationPin,
): Partial<Record<keyof Confirmed, string>> {
  return onlyProblems({
    sure: sureProblem(m, values, tries),
    confirmationPin: values.confirmationPin === '' ? m.common.missing(label) : undefined,
  });
}
