import { TextField, type TextFieldProps } from '@monban/ui/text-field/text-field';
import { useMessages } from '../messages/messages.tsx';
import type { Form } from './use-form.ts';

/** Fields that hold text; `null` where nobody has touched what stands. */
export type NamesOfText<Values> = {
  [Name in keyof Values & string]: Values[Name] extends string | null ? Name : never;
}[keyof Values & string];

type Entry = Omit<
  TextFieldProps,
  'id' | 'value' | 'onChange' | 'error' | 'required' | 'optional' | 'name'
>;

/** A text field of a form: value, problem, ID and 「※必須」 come from where they belong. */
export function TextEntry<Values extends object, Name extends NamesOfText<Values>>(
  props: Entry & {
    readonly form: Form<Values>;
    readonly name: Name;
    /** Set: may be left empty, and says so. */
    readonly optional?: boolean;
    /**
     * What stands, in a form that changes something: shown until it is touched (the form's value is `null`),
     * and typing it again takes the edit back.
     */
    readonly standing?: string;
  },
) {
  const m = useMessages();
  const { form, name, optional, standing, ...field } = props;
  const value = form.values[name];
  return (
    <TextField
      {...field}
      id={form.fieldId(name)}
      name={name}
      value={typeof value === 'string' ? value : (standing ?? '')}
      onChange={(text) => form.set(name, (text === standing ? null : text) as Values[Name])}
      error={form.problems[name]}
      required={optional === true ? undefined : m.common.required}
      optional={optional === true ? m.common.optional : undefined}
    />
  );
}
