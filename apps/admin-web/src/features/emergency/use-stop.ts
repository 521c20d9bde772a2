import type { Outcome } from '../../graphql/command.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { keepingChoices } from '../../lib/choices.ts';
import type { Ending } from '../../session/session-channel.ts';
import {
  lockContractDocument,
  lockMyselfDocument,
  reportCardLostDocument,
} from './emergency.graphql.ts';

/** What somebody can stop at once. */
export type Stop = 'CONTRACT' | 'CARD' | 'MYSELF';

/** What a page says once it has been left because of it. */
export const endings: Record<Stop, Ending> = {
  CONTRACT: 'CONTRACT_STOPPED',
  CARD: 'CARD_LOST',
  MYSELF: 'SELF_STOPPED',
};

const last = { endsSession: true };

/** Runs a stop; each of them ends the session that asks. */
export function useStop(): (stop: Stop, confirmationPin: string) => Promise<Outcome<unknown>> {
  const lockContract = useCommand(lockContractDocument, last);
  const reportCardLost = useCommand(reportCardLostDocument, last);
  const lockMyself = useCommand(lockMyselfDocument, last);
  const runs: Record<Stop, (confirmationPin: string) => Promise<Outcome<unknown>>> = {
    CONTRACT: (confirmationPin) => lockContract({ input: { confirmationPin } }),
    CARD: (confirmationPin) => reportCardLost({ input: { confirmationPin } }),
    MYSELF: (confirmationPin) => lockMyself({ input: { confirmationPin } }),
  };
  return (stop, confirmationPin) => keepingChoices(() => runs[stop](confirmationPin));
}
