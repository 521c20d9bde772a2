import type { CompositionEvent, HTMLInputAutoCompleteAttribute, ReactNode } from 'react';
import { Field, inputClass } from '../field/field.tsx';

export interface TextFieldProps {
  readonly id?: string | undefined;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  /** Turns what was typed into what is meant (full-width digits …). Never runs during composition. */
  readonly normalize?: (text: string) => string;
  readonly required?: string | undefined;
  readonly optional?: string | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly after?: ReactNode;
  readonly type?: 'text' | 'email' | 'search';
  readonly inputMode?: 'text' | 'numeric' | 'email' | 'search';
  readonly autoComplete?: HTMLInputAutoCompleteAttribute;
  /** How long an answer is, in half-width characters: the field is as wide. Unset: full width. */
  readonly width?: 'digits' | 'short' | 'medium' | 'full';
  readonly mono?: boolean;
  readonly maxLength?: number;
  readonly name?: string;
}

const widths = { digits: 'max-w-36', short: 'max-w-64', medium: 'max-w-96', full: '' };

export function TextField(props: TextFieldProps) {
  const { normalize } = props;
  const settle = (text: string) => props.onChange(normalize === undefined ? text : normalize(text));
  return (
    <Field
      id={props.id}
      label={props.label}
      required={props.required}
      optional={props.optional}
      hint={props.hint}
      error={props.error}
      after={props.after}
    >
      {(parts) => (
        <input
          {...parts}
          className={`${inputClass} ${widths[props.width ?? 'full']} ${props.mono === true ? 'font-mono tracking-wide' : ''}`}
          type={props.type ?? 'text'}
          name={props.name}
          inputMode={props.inputMode}
          autoComplete={props.autoComplete ?? 'off'}
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          maxLength={props.maxLength}
          value={props.value}
          // Writing to the value while an IME composes doubles its characters: wait for its end.
          onChange={(event) =>
            isComposing(event.nativeEvent)
              ? props.onChange(event.target.value)
              : settle(event.target.value)
          }
          onCompositionEnd={(event: CompositionEvent<HTMLInputElement>) =>
            settle(event.currentTarget.value)
          }
          onBlur={(event) => {
            if (event.target.value !== '') settle(event.target.value);
            props.onBlur?.();
          }}
        />
      )}
    </Field>
  );
}

/** True while an IME is still deciding what the keys mean. */
export function isComposing(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing;
}
