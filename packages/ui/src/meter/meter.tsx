import { useId, type ReactNode } from 'react';
import { Bar } from '../bar/bar.tsx';

export type MeterTone = 'normal' | 'near' | 'full';

const tones: Record<MeterTone, { bar: string; note: string }> = {
  normal: { bar: 'text-key', note: 'text-subtle' },
  near: { bar: 'text-warning', note: 'text-warning' },
  full: { bar: 'text-danger', note: 'font-bold text-danger' },
};

export interface MeterProps {
  readonly label: string;
  /** Set where a heading or a column's title already says to the eye what is measured. */
  readonly labelHidden?: boolean;
  readonly used: number;
  readonly total: number;
  /** Used of total in words: shown above the bar, and all that is read out. */
  readonly text: string;
  readonly tone?: MeterTone;
  /** What is left, or that nothing is: what the tone says in colour, in words. */
  readonly note?: ReactNode;
}

/** How much of something is used up. */
export function Meter(props: MeterProps) {
  const id = useId();
  const tone = tones[props.tone ?? 'normal'];
  return (
    <div className="flex flex-col gap-1">
      {/* What is inside a meter is for the eye: name and words are read out once. */}
      <div
        role="meter"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={props.total}
        aria-valuenow={Math.min(props.used, props.total)}
        aria-valuetext={props.text}
        className="flex flex-col gap-1"
      >
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span id={id} className={props.labelHidden === true ? 'sr-only' : ''}>
            {props.label}
          </span>
          <span className="tabular-nums">{props.text}</span>
        </div>
        <div className={tone.bar}>
          <Bar part={props.used} total={props.total} />
        </div>
      </div>
      {props.note !== undefined && <div className={`text-sm ${tone.note}`}>{props.note}</div>}
    </div>
  );
}
