import { parseContractId } from '@monban/domain/id';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CardChallengeQuery } from '../../graphql/generated/plain/graphql.ts';
import { post } from '../../graphql/post.ts';
import { useLanguage } from '../../messages/messages.tsx';
import { cardChallengeDocument } from './logon.graphql.ts';

export type Challenge = CardChallengeQuery['cardChallenge'];

export type ChallengeState =
  /** There is no whole contract ID yet. */
  | { readonly kind: 'NONE' }
  | { readonly kind: 'LOADING' }
  | { readonly kind: 'SHOWN'; readonly challenge: Challenge }
  | { readonly kind: 'TROUBLE' };

export interface CardChallenge {
  readonly state: ChallengeState;
  readonly refresh: () => Promise<boolean>;
}

/**
 * The cells to read (R7), as soon as the contract ID is whole. `refresh` asks again after an attempt
 * and says whether other cells are asked for now.
 */
export function useCardChallenge(contractId: string): CardChallenge {
  const { locale } = useLanguage();
  const [state, setState] = useState<ChallengeState>({ kind: 'NONE' });
  const latest = useRef('');

  const load = useCallback(
    async (id: string): Promise<ChallengeState> => {
      latest.current = id;
      const asking = { locale, page: null, passive: true };
      const answer = await post(cardChallengeDocument, { contractId: id }, asking);
      const next: ChallengeState =
        answer.kind === 'DATA'
          ? { kind: 'SHOWN', challenge: answer.data.cardChallenge }
          : { kind: 'TROUBLE' };
      // Another ID was typed meanwhile: its answer counts, not this one.
      if (latest.current === id) setState(next);
      return next;
    },
    [locale],
  );

  const whole = parseContractId(contractId, 'contractId').ok;
  useEffect(() => {
    if (!whole) {
      latest.current = '';
      setState({ kind: 'NONE' });
      return;
    }
    setState({ kind: 'LOADING' });
    void load(contractId);
  }, [contractId, load, whole]);

  return {
    state,
    refresh: async () => {
      const before = state.kind === 'SHOWN' ? state.challenge.id : null;
      const after = await load(contractId);
      return before !== null && after.kind === 'SHOWN' && after.challenge.id !== before;
    },
  };
}
