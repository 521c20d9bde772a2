import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Field, inputClass } from '../field/field.tsx';
import { isComposing } from '../text-field/text-field.tsx';

export interface PinFieldWords {
  readonly show: string;
  readonly hide: string;
  readonly capsLock: string;
}

export interface PinFieldProps {
  readonly id?: string | undefined;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly words: PinFieldWords;
  /** `current-password` offers the kept one, `new-password` a drawn one; `off` neither. */
  readonly autoComplete: 'current-password' | 'new-password' | 'off';
  readonly normalize?: (text: string) => string;
  readonly required?: string | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly after?: ReactNode;
  readonly name?: string;
}

/** A secret to type: shown or hidden, pasted into freely, and it says when caps lock is on. */
export function PinField(props: PinFieldProps) {
  const [shown, setShown] = useState(false);
  const [capsLock, setCapsLock] = useState(false);
  const watchCapsLock = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'));
  const settle = (text: string) => props.onChange(props.normalize?.(text) ?? text);
  return (
    <Field
      id={props.id}
      label={props.label}
      required={props.required}
      hint={props.hint}
      error={props.error}
      after={props.after}
    >
      {(parts) => (
        <>
          <div className="flex max-w-96 gap-2">
            <input
              {...parts}
              className={`${inputClass} font-mono tracking-wide`}
              type={shown ? 'text' : 'password'}
              name={props.name}
              autoComplete={props.autoComplete}
              autoCapitalize="none"
              autoCorrect="off"
              spellCheck={false}
              value={props.value}
              onChange={(event) =>
                isComposing(event.nativeEvent)
                  ? props.onChange(event.target.value)
                  : settle(event.target.value)
              }
              onCompositionEnd={(event) => settle(event.currentTarget.value)}
              onKeyDown={watchCapsLock}
              onKeyUp={watchCapsLock}
              onBlur={() => setCapsLock(false)}
            />
            <button
              type="button"
              className="min-h-11 shrink-0 cursor-pointer rounded-8 border border-control bg-surface px-3 text-sm text-ink hover:bg-key-soft"
              aria-pressed={shown}
              aria-label={`${props.label}: ${shown ? props.words.hide : props.words.show}`}
              onClick={() => setShown(!shown)}
            >
              {shown ? props.words.hide : props.words.show}
            </button>
          </div>
          <p role="status" className={capsLock ? 'text-sm font-bold text-warning' : 'sr-only'}>
            {capsLock ? props.words.capsLock : ''}
          </p>
        </>
      )}
    </Field>
  );
}
