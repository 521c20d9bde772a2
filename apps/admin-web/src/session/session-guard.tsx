import { Busy } from '@monban/ui/busy/busy';
import { type ReactNode, useState } from 'react';
import { post } from '../graphql/post.ts';
import { useLanguage, useMessages } from '../messages/messages.tsx';
import { IdleWarning } from './idle-warning.tsx';
import type { IdleStage } from './idle-clock.ts';
import { useSession } from './session-context.tsx';
import { continueDocument } from './viewer.graphql.ts';
import { useLogOff } from './use-log-off.ts';

/** Warns before the idle end, and at it covers what is on the page at once. */
export function SessionGuard(props: {
  readonly stage: IdleStage;
  readonly acted: () => void;
  readonly children: ReactNode;
}) {
  const m = useMessages();
  const { locale } = useLanguage();
  const { person, shownOnce } = useSession();
  const logOff = useLogOff();
  const [finalSeen, setFinalSeen] = useState(false);
  const { stage } = props;

  const goOn = async () => {
    if (stage.stage === 'WARN' && stage.final) return setFinalSeen(true);
    await post(continueDocument, {}, { locale, page: person.sessionId, passive: false });
    props.acted();
  };

  return (
    <>
      <div hidden={stage.stage === 'OVER'}>{props.children}</div>
      {stage.stage === 'OVER' && <Busy>{m.session.covered}</Busy>}
      {stage.stage === 'WARN' && !(stage.final && finalSeen) && (
        <IdleWarning
          secondsLeft={stage.secondsLeft}
          final={stage.final}
          shownOnce={shownOnce}
          onGoOn={() => void goOn()}
          onLogOff={() => void logOff()}
        />
      )}
    </>
  );
}
