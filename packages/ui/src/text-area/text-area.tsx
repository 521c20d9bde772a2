import { Field, inputClass } from '../field/field.tsx';
import type { ReactNode } from 'react';

export interface TextAreaProps {
  readonly id?: string | undefined;
  readonly name?: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** How many lines show at first. */
  readonly lines: number;
  readonly required?: string | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

/** A list that is typed or pasted, one a line. */
export function TextArea(props: TextAreaProps) {
  return (
    <Field
      id={props.id}
      label={props.label}
      required={props.required}
      hint={props.hint}
      error={props.error}
    >
      {(parts) => (
        <textarea
          {...parts}
          className={`${inputClass} max-w-96 font-mono`}
          name={props.name}
          rows={props.lines}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          value={props.value}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
