import type { Whole } from './cell.ts';

/** The box that stands for a whole row or column; none where there is nothing to press. */
export function WholeBox(props: {
  readonly whole: Whole;
  readonly labelledBy: string;
  readonly stop: boolean;
}) {
  const { whole } = props;
  const size = 'size-6 shrink-0 print:hidden';
  if (whole === 'none') return <span className={size} />;
  return (
    <input
      type="checkbox"
      className={`${size} cursor-pointer accent-control`}
      aria-labelledby={props.labelledBy}
      tabIndex={props.stop ? 0 : -1}
      checked={whole === 'on'}
      // The table hears it.
      onChange={() => undefined}
      ref={(box) => {
        // No attribute says it.
        if (box !== null) box.indeterminate = whole === 'mixed';
      }}
    />
  );
}
