import { PinField } from '@monban/ui/pin-field/pin-field';
import type { ReactNode } from 'react';
import { typedDrawnPin, typedPin } from '../lib/half-width.ts';
import { useMessages } from '../messages/messages.tsx';
import type { Form } from './use-form.ts';

type NamesOfText<Values> = {
  [Name in keyof Values & string]: Values[Name] extends string ? Name : never;
}[keyof Values & string];

/** A PIN of a form. `use`: whether a password manager may offer one, or draw a new one. */
export function PinEntry<Values extends object, Name extends NamesOfText<Values>>(props: {
  readonly form: Form<Values>;
  readonly name: Name;
  readonly label: string;
  readonly use: 'current-password' | 'new-password' | 'off';
  /** It was printed on paper, and is none of their own. */
  readonly drawn?: boolean;
  readonly hint?: ReactNode;
  readonly after?: ReactNode;
}) {
  const m = useMessages();
  const { form, name } = props;
  const value = form.values[name];
  return (
    <PinField
      id={form.fieldId(name)}
      name={name}
      label={props.label}
      value={typeof value === 'string' ? value : ''}
      onChange={(text) => form.set(name, text as Values[Name])}
      words={m.common.pin}
      autoComplete={props.use}
      normalize={props.drawn === true ? typedDrawnPin : typedPin}
      required={m.common.required}
      error={form.problems[name]}
      hint={props.hint}
      after={props.after}
    />
  );
}
