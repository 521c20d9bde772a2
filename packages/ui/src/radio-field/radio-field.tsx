import { useId } from 'react';

/** One of few, all seen at once. */
export function RadioField<Value extends string>(props: {
  readonly legend: string;
  readonly name: string;
  /** Null: nothing is chosen yet. */
  readonly value: Value | null;
  readonly choices: readonly {
    readonly value: Value;
    readonly text: string;
    readonly hint?: string;
  }[];
  readonly onChange: (value: Value) => void;
}) {
  const id = useId();
  return (
    <fieldset>
      {/* The panel's heading says it to the eye. */}
      <legend className="sr-only">{props.legend}</legend>
      <div className="flex flex-col">
        {props.choices.map((choice) => (
          <label
            key={choice.value}
            htmlFor={`${id}-${choice.value}`}
            className="flex min-h-11 cursor-pointer items-center gap-3"
          >
            <input
              id={`${id}-${choice.value}`}
              type="radio"
              name={props.name}
              className="size-6 shrink-0 accent-key"
              checked={choice.value === props.value}
              onChange={() => props.onChange(choice.value)}
            />
            <span>
              {choice.text}
              {choice.hint !== undefined && (
                <span className="ml-2 text-sm text-subtle">{choice.hint}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
