import { Button } from '@monban/ui/button/button';
import { Dialog } from '@monban/ui/dialog/dialog';
import { VisuallyHidden } from '@monban/ui/visually-hidden/visually-hidden';
import { useId, useState } from 'react';
import { useMessages } from '../messages/messages.tsx';

/** Seconds left at which the rest is read out, besides the moment in which this appears. */
const spokenAgainAt = 30;

/** Two minutes before the end: one key goes on. */
export function IdleWarning(props: {
  readonly secondsLeft: number;
  /** Nothing puts this end off. */
  readonly final: boolean;
  /** What the page holds can't be shown again after it. */
  readonly shownOnce: boolean;
  readonly onGoOn: () => void;
  readonly onLogOff: () => void;
}) {
  const m = useMessages();
  const t = m.session;
  const text = (seconds: number) => t.minutesSeconds(Math.floor(seconds / 60), seconds % 60);
  const left = text(props.secondsLeft);
  const warning = useId();
  // What opens with less than that says it all at once.
  const [opensAt] = useState(props.secondsLeft);
  const spokenAgain = opensAt > spokenAgainAt && props.secondsLeft <= spokenAgainAt;
  return (
    <Dialog title={t.warningTitle} role="alertdialog" describedBy={warning} onClose={props.onGoOn}>
      <div id={warning} className="flex flex-col gap-3">
        <p className="text-lg">{props.final ? t.finalWarning(left) : t.warning(left)}</p>
        {props.shownOnce && (
          <p className="font-bold">{t.shownOnce[props.final ? 'FINAL' : 'ENDING']}</p>
        )}
      </div>
      <VisuallyHidden>
        <span role="status">{spokenAgain ? t.spoken(text(spokenAgainAt)) : ''}</span>
      </VisuallyHidden>
      <div className="flex flex-wrap gap-3">
        <Button kind="primary" autoFocus onPress={props.onGoOn}>
          {props.final ? t.understood : t.goOn}
        </Button>
        <Button kind="secondary" onPress={props.onLogOff}>
          {t.logOff}
        </Button>
      </div>
    </Dialog>
  );
}
