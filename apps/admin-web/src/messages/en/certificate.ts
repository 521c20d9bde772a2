import type { certificate as words } from '../ja/certificate.ts';

export const certificate: typeof words = {
  title: 'Get a certificate',
  lead: 'With a retrieval code you get, once, the certificate that you log on with.',
  refusedTitle: 'There is no certificate',
  code: 'Retrieval code',
  codeHint:
    'Seven groups of four letters and digits, as printed on the slip. Hyphens and blanks may be left out.',
  where: 'How to get it',
  ways: {
    HERE: {
      text: 'Make it on this page (recommended)',
      hint: 'You get key and certificate in one file, and import it into your browser.',
    },
    OWN: {
      text: 'Use a signing request of my own',
      hint: 'For those who make keys with OpenSSL or a device of their own.',
    },
  },
  passphraseTitle: 'A passphrase to guard the file',
  passphraseLead:
    'The key in the file is encrypted with this passphrase. You need it to import the file. It is sent nowhere and stored nowhere. If you forget it, you have to get another certificate.',
  passphrase: 'Passphrase',
  passphraseHint: (shortest: number) =>
    `At least ${shortest} letters, digits and signs; the longer, the safer. Not one of your PINs.`,
  passphraseProblem: {
    NOT_ASCII: () =>
      'The passphrase has a character that can’t be used. Use plain letters, digits and signs alone.',
    TOO_SHORT: (shortest: number) =>
      `The passphrase is too short. Make it at least ${shortest} characters long.`,
  },
  notTheSame:
    'The two entries differ. Look at them with the show button, and enter the same passphrase again.',
  request: 'Signing request (PEM)',
  requestHint: 'Paste the text as it is, from “-----BEGIN CERTIFICATE REQUEST-----” on.',
  requestFile: 'File with the signing request',
  requestFileHint: 'Once you choose one, its content stands in the field above.',
  file: {
    choose: 'Choose a file',
    change: 'Choose another file',
    drop: 'or drop it here',
    remove: 'Remove the file',
    chosen: (name: string) => name,
    unreadable: 'The file can’t be read. Choose a signing request in PEM.',
  },
  keyHere:
    'The private key is made in this browser alone. It goes into the file, is sent nowhere, and stays nowhere else.',
  submit: 'Get the certificate',
  making: 'Making key and file…',
  noCrypto:
    'This browser can’t make keys here. Check that you are connected by HTTPS, and that the browser is up to date.',
  fileFailed:
    'The file could not be made. The certificate was issued: press “Get the certificate” once more, and you get the same one.',
  lost: 'If you press again, it is asked for with the same key. The retrieval code is not lost.',
  ready: {
    title: 'Your certificate is ready',
    text: 'Save the file, make sure that it is there, and then press “I have saved it”.',
    whose: 'Whose',
    administrator: 'Administrator',
    until: 'Valid until',
    serial: 'Serial number',
    name: 'File name',
    save: 'Save the file',
    again: 'Save it once more',
    saved: 'I have saved it',
    savedHint:
      'Once you press “I have saved it”, the key disappears from this page and can’t be saved again.',
    apart:
      'Keep file and passphrase apart. Whoever has both can use your certificate. Once it is imported, delete the file or lock it away.',
  },
  done: {
    title: 'The file is saved',
    text: 'Import it as told below, then log on.',
    toLogon: 'To the logon',
  },
  how: {
    title: 'How to import it',
    systems: [
      {
        name: 'Chrome and Edge on Windows (Windows 11, Windows 10 from version 1709)',
        steps: [
          'Double-click the saved file: the Certificate Import Wizard opens.',
          'Leave “Current User” as it is, and press Next twice.',
          'In the field that Windows calls “Password”, enter the passphrase that you chose when you got the certificate (no PIN). Do not check “Mark this key as exportable”, and press Next.',
          'Choose “Place all certificates in the following store”, then Browse, “Personal” and OK. Press Next, then Finish.',
          'Close all windows of Chrome and Edge, and open them again.',
        ],
      },
      {
        name: 'Firefox (Windows, Mac, Linux)',
        steps: [
          'Open Settings, “Privacy & Security”, and press “View Certificates”.',
          'Under “Your Certificates” press Import, and choose the saved file.',
          'When Firefox asks for a “Password”, enter the passphrase that you chose when you got the certificate (no PIN).',
        ],
      },
    ],
    others: {
      name: 'Others (Mac, Linux)',
      notes: [
        'Chrome on Linux imports it under “Manage certificates” of its settings.',
        'Safari and Chrome on a Mac use the certificates of the keychain, and some versions of macOS can’t import this kind of file: they call the right passphrase wrong. Then use Firefox.',
        'OpenSSL reads it from version 1.1 on.',
      ],
    },
    logon:
      'When you open the logon page, the browser asks which certificate to use. Choose the one with your own user ID (“administrator” for the administrator). If two bear the same name, choose the one that ends later: the certificate’s details, which can be opened there, say when.',
    trouble: {
      title: 'If it does not work',
      FETCHED:
        'If it can’t be imported, or file or passphrase is lost, get another with a new retrieval code: users from their administrator, administrators from the desk.',
      RENEWED:
        'If it can’t be imported, or file or passphrase is lost, renew once more on this page, before the certificate that you have now ends.',
    },
  },
  own: {
    pem: 'The certificate and that of who issued it (PEM)',
    text: 'Save the file, and use it with your own key.',
    copyHint: 'First your certificate, then that of who issued it.',
  },
};
