import { useId, type ReactNode } from 'react';

/** What an input has to carry so that label, hint and error belong to it. */
export interface FieldParts {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': true | undefined;
  readonly 'aria-required': true | undefined;
}

export interface FieldProps {
  /** Also where an error summary leads. */
  readonly id?: string | undefined;
  readonly label: string;
  /** 「※必須」: the word that marks a field which can't be left empty; none: it may be. */
  readonly required?: string | undefined;
  /** 「※任意」. */
  readonly optional?: string | undefined;
  readonly hint?: ReactNode;
  /** Cause and remedy. */
  readonly error?: string | undefined;
  /** What follows the input and describes it too: a reading aid, a checklist. */
  readonly after?: ReactNode;
  readonly children: (parts: FieldParts) => ReactNode;
}

/** Label above, hint, input, error: the accessible wiring of every field, once. */
export function Field(props: FieldProps) {
  const own = useId();
  const id = props.id ?? own;
  const hintId = `${id}-hint`;
  const errorId = `${id}-error`;
  const afterId = `${id}-after`;
  const described = [
    props.hint === undefined ? null : hintId,
    props.error === undefined ? null : errorId,
    props.after === undefined || props.after === null ? null : afterId,
  ].filter((part) => part !== null);
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-bold">
        {/* A blank between them, for those who hear it. */}
        {props.label}{' '}
        {props.required !== undefined && (
          <span className="ml-1 text-sm font-normal text-danger">{props.required}</span>
        )}
        {props.optional !== undefined && (
          <span className="ml-1 text-sm font-normal text-subtle">{props.optional}</span>
        )}
      </label>
      {props.hint !== undefined && (
        <div id={hintId} className="text-sm text-subtle">
          {props.hint}
        </div>
      )}
      {props.children({
        id,
        'aria-describedby': described.length === 0 ? undefined : described.join(' '),
        'aria-invalid': props.error === undefined ? undefined : true,
        'aria-required': props.required === undefined ? undefined : true,
      })}
      {props.error !== undefined && (
        <p id={errorId} className="font-bold text-danger">
          ＊{props.error}
        </p>
      )}
      {props.after !== undefined && props.after !== null && <div id={afterId}>{props.after}</div>}
    </div>
  );
}

/** The look of everything that is typed into. */
export const inputClass =
  'min-h-11 w-full rounded-8 border border-control bg-surface px-3 py-2 text-ink aria-invalid:border-2 aria-invalid:border-danger';
