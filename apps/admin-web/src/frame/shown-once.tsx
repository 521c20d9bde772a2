import { Button } from '@monban/ui/button/button';
import { Dialog } from '@monban/ui/dialog/dialog';
import { type ReactNode, useEffect, useState } from 'react';
import { useBlocker, useNavigate } from 'react-router';
import type { NavigationState } from '../lib/navigation-state.ts';
import { useWarningBeforeUnload } from '../lib/use-warning-before-unload.ts';
import { useSession } from '../session/session-context.tsx';

/** What somebody is asked who leaves. */
export interface LeavingWords {
  readonly leaving: string;
  readonly leavingText: string;
  readonly stay: string;
  readonly leave: string;
}

/** What is shown once: the page stays until somebody says that they have it. Then it is forgotten, and the way is free. */
export function ShownOnce(props: {
  readonly words: LeavingWords;
  readonly forget: () => void;
  /** Where to go after it, unless somebody was on the way elsewhere. */
  readonly to: string;
  readonly state?: NavigationState;
  readonly children: (done: () => void) => ReactNode;
}) {
  const { forget, state, to, words } = props;
  const navigate = useNavigate();
  const [held, setHeld] = useState(true);
  const blocker = useBlocker(held);
  useWarningBeforeUnload(held);
  const { setShownOnce } = useSession();
  useEffect(() => {
    setShownOnce(held);
    return () => setShownOnce(false);
  }, [held, setShownOnce]);

  useEffect(() => {
    if (held) return;
    forget();
    if (blocker.state === 'blocked') blocker.proceed();
    else void navigate(to, { state });
  }, [blocker, forget, held, navigate, state, to]);

  const done = () => setHeld(false);
  return (
    <>
      {props.children(done)}
      {blocker.state === 'blocked' && held && (
        <Dialog title={words.leaving} role="alertdialog" onClose={blocker.reset}>
          <p>{words.leavingText}</p>
          <div className="flex flex-wrap gap-3">
            <Button kind="primary" autoFocus onPress={blocker.reset}>
              {words.stay}
            </Button>
            <Button kind="danger" onPress={done}>
              {words.leave}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  );
}

/** On paper: for the person in the hand. */
export function PrintOnce(props: {
  readonly print: string;
  readonly printed: string;
  readonly onPrinted: () => void;
}) {
  return (
    <div className="flex flex-wrap gap-3">
      <Button kind="primary" onPress={() => window.print()}>
        {props.print}
      </Button>
      <Button kind="secondary" onPress={props.onPrinted}>
        {props.printed}
      </Button>
    </div>
  );
}
