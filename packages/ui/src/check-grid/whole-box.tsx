import { MixedBox } from '../mixed-box/mixed-box.tsx';
import type { Whole } from './cell.ts';

/** The box that stands for a whole row or column; its place alone where there is nothing to press. */
export function WholeBox(props: {
  readonly whole: Whole;
  readonly labelledBy: string;
  readonly stop: boolean;
}) {
  const size = 'size-6 shrink-0 print:hidden';
  if (props.whole === 'none') return <span className={size} />;
  return (
    <MixedBox
      whole={props.whole}
      className={`${size} cursor-pointer accent-control`}
      aria-labelledby={props.labelledBy}
      tabIndex={props.stop ? 0 : -1}
      // The table hears it.
      onChange={() => undefined}
    />
  );
}
