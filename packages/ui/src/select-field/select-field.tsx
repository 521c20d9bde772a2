import type { ReactNode } from 'react';
import { Field, inputClass } from '../field/field.tsx';

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly text: string;
}

/** The browser's own list: every keyboard, screen reader and phone knows how to use it. */
export function SelectField<Value extends string>(props: {
  readonly id?: string | undefined;
  readonly label: string;
  readonly required?: string | undefined;
  readonly optional?: string | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly name?: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}) {
  return (
    <Field
      id={props.id}
      label={props.label}
      required={props.required}
      optional={props.optional}
      hint={props.hint}
      error={props.error}
    >
      {(parts) => (
        <select
          {...parts}
          name={props.name}
          className={`${inputClass} cursor-pointer`}
          value={props.value}
          onChange={(event) => {
            const chosen = props.choices.find((choice) => choice.value === event.target.value);
            if (chosen !== undefined) props.onChange(chosen.value);
          }}
        >
          {props.choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
