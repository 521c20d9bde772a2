import type { logon as words } from '../ja/logon.ts';

export const logon: typeof words = {
  ways: 'Kinds of logon',
  administrator: 'Administrator',
  user: 'User',
  first: 'First time here (registration)',
  administratorTitle: 'Administrator logon',
  userTitle: 'User logon',
  administratorLead: 'Have your customer card at hand.',
  userLead: 'At your first logon, enter the PIN on the slip that you got from your administrator.',
  contractId: 'Contract ID',
  contractIdHint: '11 digits',
  userId: 'User ID',
  userIdHint: 'Letters and digits, up to 30',
  contractPin: 'Contract PIN',
  userPin: 'User PIN',
  submit: 'Log on',
  refusedTitle: 'You could not be logged on',
  newCells: 'The cells to read have changed. Look at your card once more and enter them again.',
  card: {
    title: 'Back of your customer card',
    oneTimePassword: 'One-time password',
    hint: (cells: string) =>
      `Enter the 4 digits on the back of your card, in this order: ${cells}.`,
    hintBefore: 'Enter your contract ID to see which cells of the card to read.',
    loading: 'Looking up which cells to read…',
    cell: (column: string, row: string) => `column ${column}, row ${row}`,
    nth: (position: number) => `${position}.`,
    arrow: ' → ',
    order: 'Cells in order',
    needsFour: 'The one-time password has 4 digits. Enter those of the 4 lit cells in order.',
    needsChallenge:
      'The cells to read are not shown yet. Check the contract ID, and enter the digits once they are.',
    trouble: 'The cells to read could not be shown.',
    retry: 'Try again',
  },
  help: {
    title: 'If you need help',
    forgot: 'You forgot a PIN',
    forgotAdministrator: "Go to the bank's desk.",
    forgotUser: 'Ask the administrator of your company for new PINs.',
    lost: 'You lost your customer card',
    lostText:
      'Call the desk at once. The card is made unusable immediately. Apply for a new one in the same call, and call the desk again once it has come: you can log on when the desk has put it in force.',
    locked: 'You have been locked',
    lockedAdministrator: "Go to the bank's desk.",
    lockedUser: 'Ask the administrator of your company to unlock you.',
    certificate: 'You use a certificate',
    certificateText:
      'When the browser asks which certificate to use, choose your own. To choose another one, close all windows of this browser and open it again.',
    newCertificate: 'Your certificate has expired, or your computer was replaced or lost',
    newCertificateAdministrator:
      "Ask the bank's desk for a new retrieval code. If the computer was lost or stolen, have the certificate on it revoked too.",
    newCertificateUser:
      'Ask the administrator of your company for a new retrieval code. If the computer was lost or stolen, have the certificate on it revoked too.',
    toCertificate: 'You have a retrieval code: get a certificate',
    guard:
      'Nobody at the bank ever asks for a PIN. The one-time password is only ever the 4 cells shown on this page.',
  },
  after: {
    IDLE: {
      title: 'You were logged off',
      text: 'Nothing was done for a while, so that you were logged off for safety. What you had typed comes back when the same person logs on again on this page. PINs, the entries of some pages, and slips and files that are shown once do not.',
    },
    ENDED: {
      title: 'Your logon has ended',
      text: 'A logon ends when one of these happens:',
      causes: [
        'It ran out, or the same person logged on elsewhere.',
        'You or the contract were locked, or the administrator ended your logon.',
        'PINs were reset, the card was reported lost, the user was removed, or the contract was closed.',
        'The certificate was revoked or has expired.',
      ],
      remedy:
        "If you did not expect this, log on again and look at the history (administrators) or at the notices sent (users). If you can't log on: users, please tell your administrator; administrators, the bank's desk.",
    },
    LOGGED_OFF: { title: 'You are logged off', text: 'Thank you.' },
    UNSURE: {
      title: 'It is not certain that you are logged off',
      text: 'The server could not be reached, so that your logon may still be open. Check the network, log on again and log off. Left alone, it ends by itself after the idle time.',
    },
    CONTRACT_STOPPED: {
      title: 'The contract is locked',
      text: "The administrator and all users have been logged off, and nobody can log on. To start again, please ask the bank's desk to unlock the contract.",
    },
    CARD_LOST: {
      title: 'The card can no longer be used',
      text: "The administrator cannot log on until a new card has come and the bank's desk has put it in force. Please apply for one at the desk, and call the desk again once it has come. Users can work on as before.",
    },
    SELF_STOPPED: {
      title: 'You have locked yourself',
      text: 'To start again, please ask your company’s administrator to unlock you.',
    },
    CERTIFICATE_REVOKED: {
      title: 'The certificate is revoked',
      text: 'It can’t be used any more. If you have another valid one, you can log on with that. If you have none and the contract asks for one, ask for a new retrieval code: users their administrator, administrators the bank’s desk.',
    },
    OTHER_PERSON: {
      title: 'Somebody else is logged on in this browser',
      text: 'Only one person at a time can be logged on in one browser. What you just entered was not sent.',
    },
  },
};
