import { pinChecklist } from '@monban/domain/pin';
import { Checklist } from '@monban/ui/checklist/checklist';
import { shownPinPolicy } from '../lib/pin-policy.ts';
import { useLanguage } from '../messages/messages.tsx';
import { problemWords } from '@monban/domain/wording/problem-words';
import { PinEntry } from './pin-entry.tsx';
import type { Form } from './use-form.ts';

type NamesOfText<Values> = {
  [Name in keyof Values & string]: Values[Name] extends string ? Name : never;
}[keyof Values & string];

/** A PIN that somebody makes up, typed twice, beside the rules as they are being met. */
export function NewPin<Values extends object, Name extends NamesOfText<Values>>(props: {
  readonly form: Form<Values>;
  readonly name: Name;
  readonly again: NamesOfText<Values>;
  readonly label: string;
  readonly hint?: string;
  /** The other PIN of the pair, where it is known here (R22). */
  readonly partner?: string;
}) {
  const { m, locale } = useLanguage();
  const { form, name } = props;
  const value = form.values[name];
  const proposed = typeof value === 'string' ? value : '';
  const state = (met: boolean) => (proposed === '' ? null : met);
  const policy = shownPinPolicy();
  const items = pinChecklist(policy).map((rule) => ({
    text: problemWords(locale).pinRule(rule.code, policy),
    met: state(rule.met(proposed)),
  }));
  const pair =
    props.partner === undefined
      ? []
      : [
          {
            text: m.common.pin.differs,
            met: props.partner === '' ? null : state(proposed !== props.partner),
          },
        ];
  return (
    <>
      <PinEntry
        form={form}
        name={name}
        label={props.label}
        use="new-password"
        hint={props.hint}
        after={
          <Checklist
            label={m.common.pin.rules}
            items={[...items, ...pair]}
            met={m.common.pin.met}
            open={m.common.pin.open}
          />
        }
      />
      <PinEntry
        form={form}
        name={props.again}
        label={m.common.pin.again(props.label)}
        use="new-password"
      />
    </>
  );
}
