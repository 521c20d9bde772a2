import { useState, type ReactNode } from 'react';
import { Field, inputClass } from '../field/field.tsx';

export interface DateFieldProps {
  readonly id?: string | undefined;
  readonly label: string;
  /** `2026-11-22`; empty: none, also while only a part of it is filled in. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Cause and remedy for a day that was begun and not finished, which the value doesn't tell from none. */
  readonly unfinished: string;
  /** First and last day that the browser offers. Others can be typed: the page judges what it got. */
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly required?: string | undefined;
  readonly optional?: string | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly name?: string;
}

/** One day of the calendar, by the browser's own field: typed, or picked from its calendar. */
export function DateField(props: DateFieldProps) {
  const [unfinished, setUnfinished] = useState(false);
  const judge = (input: HTMLInputElement) => setUnfinished(input.validity.badInput);
  return (
    <Field
      id={props.id}
      label={props.label}
      required={props.required}
      optional={props.optional}
      hint={props.hint}
      error={unfinished ? props.unfinished : props.error}
    >
      {(parts) => (
        <input
          {...parts}
          type="date"
          className={`${inputClass} max-w-48 tabular-nums`}
          name={props.name}
          autoComplete="off"
          value={props.value}
          min={props.min}
          max={props.max}
          onChange={(event) => {
            setUnfinished(false);
            props.onChange(event.target.value);
          }}
          onBlur={(event) => judge(event.currentTarget)}
          onKeyDown={(event) => {
            // Enter sends the form without leaving the field.
            if (event.key === 'Enter') judge(event.currentTarget);
          }}
        />
      )}
    </Field>
  );
}
