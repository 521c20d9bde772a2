import { useEffect, useRef, useState } from 'react';
import type { Outcome, SuccessOf } from '../../../graphql/command.ts';
import type { ImportUsersMutation } from '../../../graphql/generated/graphql.ts';
import { useCommand } from '../../../graphql/use-command.ts';
import { importUsersDocument, prepareTemporaryPinsDocument } from './import.graphql.ts';
import { prepareAll } from './prepare-all.ts';

export interface ImportProgress {
  readonly done: number;
  /** Everything is prepared, and on its way: from here on there is nothing to stop. */
  readonly adding: boolean;
  readonly stopping: boolean;
}

type Imported = Outcome<SuccessOf<ImportUsersMutation>> | { readonly kind: 'STOPPED' };

/**
 * Adds everybody in a file: their temporary PINs are prepared in steps, which may be stopped at any moment with nothing
 * written; then all are added in one act. What was prepared is kept for the next try.
 */
export function useImport(csv: string, userIds: readonly string[]) {
  const prepare = useCommand(prepareTemporaryPinsDocument, { changesNothing: true });
  const act = useCommand(importUsersDocument);
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  const prepared = useRef<readonly string[]>([]);
  const stopped = useRef(false);
  useEffect(
    // Whoever leaves the page stops it.
    () => () => {
      stopped.current = true;
    },
    [],
  );

  const run = async (confirmationPin: string): Promise<Imported> => {
    stopped.current = false;
    setProgress({ done: prepared.current.length, adding: false, stopping: false });
    const result = await prepareAll(userIds, prepared.current, {
      prepare: (some) => prepare({ input: { userIds: [...some] } }),
      onStep: (soFar) => {
        prepared.current = soFar;
        setProgress((before) => before && { ...before, done: soFar.length });
      },
      isStopped: () => stopped.current,
      wait: (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000)),
    });
    if (result.kind !== 'PREPARED') return result;
    setProgress({ done: userIds.length, adding: true, stopping: false });
    const { preparedPins } = result;
    const outcome = await act({
      input: { csv, preparedPins: [...preparedPins], confirmationPin },
    });
    // They were prepared too long ago, or what else is wrong with them is past mending.
    if (outcome.kind === 'REFUSED' && outcome.refusal.code === 'NOT_ALLOWED_NOW')
      prepared.current = [];
    return outcome;
  };

  return {
    progress,
    run: (confirmationPin: string) => run(confirmationPin).finally(() => setProgress(null)),
    stop: () => {
      stopped.current = true;
      setProgress((before) => before && { ...before, stopping: true });
    },
  };
}
