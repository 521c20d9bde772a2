import { useRef, type ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { MixedBox } from '../mixed-box/mixed-box.tsx';

export interface SelectionWords {
  /** The name of the bar: what can be done with several at once. */
  readonly bar: string;
  readonly all: string;
  /** While none is selected. */
  readonly hint: string;
  readonly count: (count: number) => string;
  readonly clear: string;
}

/** Rows that can be chosen, to do something with several at once. */
export interface RowSelection<Row> {
  /** By their keys. One that isn't among the rows shown is not selected, whatever is said here. */
  readonly selected: ReadonlySet<string>;
  readonly onChange: (selected: ReadonlySet<string>) => void;
  /** The name of a row's box: 「加藤 浩を選ぶ」. */
  readonly nameOf: (row: Row) => string;
  readonly words: SelectionWords;
  /** The buttons for those that are selected; gets only rows that are shown. */
  readonly acts: (rows: readonly Row[]) => ReactNode;
}

/** A selection and the rows it is about. */
export interface Selectable<Row> {
  readonly selection: RowSelection<Row>;
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

function chosenOf<Row>({ rowKey, rows, selection }: Selectable<Row>): readonly Row[] {
  return rows.filter((row) => selection.selected.has(rowKey(row)));
}

/** How many are selected, in words, and what can be done with them. In sight while one scrolls. */
export function SelectionBar<Row>(props: Selectable<Row>) {
  const { words, onChange } = props.selection;
  const bar = useRef<HTMLDivElement>(null);
  const chosen = chosenOf(props);
  const clear = () => {
    onChange(new Set());
    // The button goes away: the focus stays here.
    bar.current?.focus();
  };
  return (
    <div
      ref={bar}
      role="group"
      aria-label={words.bar}
      tabIndex={-1}
      className="flex min-h-16 flex-wrap items-center gap-x-4 gap-y-2 rounded-8 border border-line bg-sunken px-3 py-2 md:sticky md:top-0 md:z-3 print:hidden"
    >
      {/* On a narrow screen, where the heads aren't seen. */}
      <label className="flex min-h-11 cursor-pointer items-center gap-3 md:hidden">
        <AllBox {...props} />
        {words.all}
      </label>
      <p role="status" className={chosen.length === 0 ? 'text-subtle' : 'font-bold'}>
        {chosen.length === 0 ? words.hint : words.count(chosen.length)}
      </p>
      {chosen.length > 0 && (
        <>
          {props.selection.acts(chosen)}
          <Button kind="quiet" compact onPress={clear}>
            {words.clear}
          </Button>
        </>
      )}
    </div>
  );
}

/** All rows that are shown. */
export function AllBox<Row>(props: Selectable<Row> & { readonly label?: string }) {
  const { rowKey, rows, selection } = props;
  const count = chosenOf(props).length;
  const whole = count === 0 ? 'off' : count === rows.length ? 'on' : 'mixed';
  return (
    <MixedBox
      whole={whole}
      aria-label={props.label}
      className="block size-6 shrink-0 cursor-pointer accent-key"
      onChange={() => selection.onChange(new Set(whole === 'on' ? [] : rows.map(rowKey)))}
    />
  );
}

export function RowBox<Row>(props: Selectable<Row> & { readonly row: Row }) {
  const { row, rowKey, selection } = props;
  const isSelected = selection.selected.has(rowKey(row));
  const toggle = () => {
    // From what is shown: who was filtered away is no longer meant.
    const others = chosenOf(props).filter((other) => rowKey(other) !== rowKey(row));
    selection.onChange(new Set([...others, ...(isSelected ? [] : [row])].map(rowKey)));
  };
  return (
    <label className="flex min-h-6 cursor-pointer items-center gap-3 max-md:min-h-11">
      <input
        type="checkbox"
        className="size-6 shrink-0 accent-key"
        checked={isSelected}
        onChange={toggle}
      />
      <span className="md:sr-only">{selection.nameOf(row)}</span>
    </label>
  );
}
