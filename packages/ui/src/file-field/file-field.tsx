import { useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { Button, buttonClass } from '../button/button.tsx';
import { Field, type FieldParts } from '../field/field.tsx';

export interface FileFieldWords {
  readonly choose: string;
  /** In place of `choose` once there is one. */
  readonly change: string;
  /** That it can be dropped here as well. */
  readonly drop: string;
  readonly remove: string;
  /** What is said of the chosen one: its name, its size. */
  readonly chosen: (file: File) => string;
}

export interface FileFieldProps {
  readonly id?: string | undefined;
  readonly label: string;
  readonly file: File | null;
  readonly onChange: (file: File | null) => void;
  /** What the browser offers to choose from. Anything can be dropped: the page judges what it got. */
  readonly accept: string;
  readonly words: FileFieldWords;
  readonly required?: string | undefined;
  readonly optional?: string | undefined;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
  readonly name?: string;
}

/** One file, chosen or dropped. */
export function FileField(props: FileFieldProps) {
  const { file, onChange, words } = props;
  const chosenId = useId();
  const input = useRef<HTMLInputElement>(null);
  const remove = () => {
    onChange(null);
    // The button goes away with the file: the focus stays in the field.
    input.current?.focus();
  };
  return (
    <div className="flex flex-col gap-1">
      <Field
        id={props.id}
        label={props.label}
        required={props.required}
        optional={props.optional}
        hint={props.hint}
        error={props.error}
      >
        {(parts) => <DropBox {...props} input={input} parts={parts} chosenId={chosenId} />}
      </Field>
      <div role="status" className="flex flex-wrap items-center gap-x-3">
        {file !== null && (
          <p id={chosenId} className="font-bold">
            {words.chosen(file)}
          </p>
        )}
        {file !== null && (
          <Button kind="quiet" compact onPress={remove}>
            {words.remove}
          </Button>
        )}
      </div>
    </div>
  );
}

/**
 * The browser's own input lies over the whole box, without its words, which are in the browser's
 * language: pressing, keys and dropping are its own.
 */
function DropBox(
  props: FileFieldProps & {
    readonly input: RefObject<HTMLInputElement | null>;
    readonly parts: FieldParts;
    readonly chosenId: string;
  },
) {
  const { file, onChange, parts, words } = props;
  const [over, setOver] = useState(false);
  const described = [file === null ? undefined : props.chosenId, parts['aria-describedby']];
  return (
    <div
      className={`relative flex max-w-2xl flex-wrap items-center gap-x-4 gap-y-2 rounded-8 border border-dashed p-4 has-aria-invalid:border-2 has-aria-invalid:border-danger print:hidden ${over ? 'border-key bg-key-soft' : 'border-control bg-surface'}`}
    >
      <span aria-hidden="true" className={buttonClass('secondary')}>
        {file === null ? words.choose : words.change}
      </span>
      <span aria-hidden="true" className="text-sm text-subtle">
        {words.drop}
      </span>
      <input
        {...parts}
        aria-describedby={described.filter(Boolean).join(' ') || undefined}
        ref={props.input}
        type="file"
        name={props.name}
        accept={props.accept}
        className="absolute inset-0 size-full cursor-pointer overflow-hidden rounded-8 text-transparent file:size-full file:cursor-pointer file:opacity-0"
        // A file that was put right and is chosen again has the same name: to the browser no change.
        onClick={(event) => {
          event.currentTarget.value = '';
        }}
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen !== undefined) onChange(chosen);
        }}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={() => setOver(false)}
      />
    </div>
  );
}
