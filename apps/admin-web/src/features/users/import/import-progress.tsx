import { Progress } from '@monban/ui/progress/progress';
import { useEffect, useRef } from 'react';
import { useMessages } from '../../../messages/inside.ts';
import type { ImportProgress as How } from './use-import.ts';

/** How far it is. Takes the focus from the button that began it, and gives way to stop. */
export function ImportProgress(props: {
  readonly progress: How;
  readonly total: number;
  readonly onStop: () => void;
}) {
  const t = useMessages().importUsers.progress;
  const { progress, total } = props;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <Progress
        label={progress.adding ? t.adding : t.preparing}
        done={progress.done}
        total={total}
        text={t.step(progress.done, total)}
        {...(!progress.adding && {
          stop: {
            text: t.stop,
            onStop: props.onStop,
            busy: progress.stopping ? t.stopping : undefined,
          },
        })}
      />
    </div>
  );
}
