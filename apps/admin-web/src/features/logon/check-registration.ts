import { parseEmailAddress } from '@monban/domain/id';
import type { ProblemWords } from '@monban/domain/wording/vocabulary';
import { againProblem, newPinProblem, onlyProblems } from '../../forms/check-new-pin.ts';
import type { Messages } from '../../messages/ja.ts';
import { contractIdProblem, oneTimePasswordProblem } from './check-logon.ts';
import type { ChallengeState } from './use-card-challenge.ts';

export const emptyRegistration = {
  contractId: '',
  registrationPin: '',
  oneTimePassword: '',
  contractPin: '',
  contractPinAgain: '',
  contractConfirmationPin: '',
  contractConfirmationPinAgain: '',
  notificationAddress: '',
};

export type RegistrationValues = typeof emptyRegistration;

/** What the page can know is wrong before anything is sent; R22 among it. */
export function checkRegistration(
  m: Messages,
  words: ProblemWords,
  values: RegistrationValues,
  card: ChallengeState,
): Partial<Record<keyof RegistrationValues, string>> {
  const t = m.registration;
  const { contractPin, contractConfirmationPin, notificationAddress } = values;
  const same = contractPin !== '' && contractPin === contractConfirmationPin;
  const address = parseEmailAddress(notificationAddress, 'notificationAddress');
  return onlyProblems({
    contractId: contractIdProblem(words, values.contractId),
    registrationPin:
      values.registrationPin === '' ? m.common.missing(t.registrationPin) : undefined,
    oneTimePassword: oneTimePasswordProblem(m, values.oneTimePassword, card),
    contractPin: newPinProblem(m, words, t.contractPin, contractPin),
    contractPinAgain: againProblem(m, t.contractPin, contractPin, values.contractPinAgain),
    contractConfirmationPin:
      newPinProblem(m, words, t.confirmationPin, contractConfirmationPin) ??
      (same ? m.common.pin.sameAsPartner : undefined),
    contractConfirmationPinAgain: againProblem(
      m,
      t.confirmationPin,
      contractConfirmationPin,
      values.contractConfirmationPinAgain,
    ),
    notificationAddress:
      notificationAddress === '' || address.ok ? undefined : words.inputProblem(address.error),
  });
}
