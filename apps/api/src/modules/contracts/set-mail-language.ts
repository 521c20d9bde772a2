import type { Locale } from '@monban/domain/locale';
import { ok } from '@monban/domain/result';

import { command } from '../../operation.ts';
import type { Pin } from '../../secrets/pin.ts';
import { confirmation } from '../users/user-target.ts';
import { contractView } from './contract-view.ts';

interface Input {
  readonly language: Locale;
  readonly confirmationPin: Pin;
}

/** R10: the language of the contract's notices; the one about the change is already in it. */
export const setMailLanguage = command({
  name: 'setMailLanguage',
  may: ['ADMINISTRATOR'],
  read: ({ language, confirmationPin }: Input) => ok({ language, confirmationPin }),
  proof: { by: 'SECRETS', entries: (entered) => confirmation(entered) },
  act: (act, { entered: { language } }) => {
    const { contract, now } = act;
    const from = contract.locale;
    const changes = from === language ? {} : { locale: language, version: contract.version + 1 };
    act.changeContract(changes);
    return {
      done: {
        __typename: 'MailLanguageSet',
        contract: contractView({ ...contract, ...changes }, now),
      } as const,
      events: from === language ? [] : [{ type: 'MAIL_LANGUAGE_SET', from, to: language } as const],
    };
  },
});
