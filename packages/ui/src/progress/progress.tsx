import { useId, useState } from 'react';
import { Bar } from '../bar/bar.tsx';
import { Button } from '../button/button.tsx';

export interface ProgressProps {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** How far it is, in words. */
  readonly text: string;
  readonly stop?: {
    readonly text: string;
    readonly onStop: () => void;
    /** Set while it is being stopped. */
    readonly busy?: string | undefined;
  };
}

/** Long work under way, and the way to stop it. */
export function Progress(props: ProgressProps) {
  const { done, stop, text, total } = props;
  const id = useId();
  const said = useSaid(done, total, text);
  return (
    <div className="flex flex-col gap-3">
      <div
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={text}
        className="flex flex-col gap-1"
      >
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <span id={id} className="font-bold">
            {props.label}
          </span>
          <span className="tabular-nums">{text}</span>
        </div>
        <div className="text-key">
          <Bar part={done} total={total} />
        </div>
      </div>
      <p role="status" className="sr-only">
        {said}
      </p>
      {stop !== undefined && (
        <div>
          <Button kind="secondary" compact busy={stop.busy} onPress={stop.onStop}>
            {stop.text}
          </Button>
        </div>
      )}
    </div>
  );
}

/** How often it is read out from beginning to end. */
const steps = 4;

/** What a screen reader is told: at each quarter, or 99 rows would be 99 interruptions. */
function useSaid(done: number, total: number, text: string): string {
  const step = Math.floor((done / Math.max(1, total)) * steps);
  const [said, setSaid] = useState({ step, text });
  if (said.step !== step) setSaid({ step, text });
  return said.text;
}
