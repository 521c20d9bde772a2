import { useId, type ReactNode } from 'react';

export interface CheckFieldProps {
  readonly id?: string | undefined;
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Why it can't be changed by itself. Shown beside it. */
  readonly fixed?: string | undefined;
  readonly error?: string | undefined;
}

export function CheckField(props: CheckFieldProps) {
  const own = useId();
  const id = props.id ?? own;
  const note = props.error ?? props.fixed;
  return (
    <div className="flex flex-col">
      <label htmlFor={id} className="flex min-h-11 cursor-pointer items-center gap-3">
        <input
          id={id}
          type="checkbox"
          className="size-6 shrink-0 accent-key aria-disabled:opacity-60"
          checked={props.checked}
          aria-disabled={props.fixed === undefined ? undefined : true}
          aria-invalid={props.error === undefined ? undefined : true}
          aria-describedby={note === undefined ? undefined : `${id}-note`}
          onChange={(event) => {
            if (props.fixed === undefined) props.onChange(event.target.checked);
          }}
        />
        <span>{props.label}</span>
      </label>
      {note !== undefined && (
        <span
          id={`${id}-note`}
          className={`pl-9 text-sm ${props.error === undefined ? 'text-subtle' : 'font-bold text-danger'}`}
        >
          {note}
        </span>
      )}
    </div>
  );
}
