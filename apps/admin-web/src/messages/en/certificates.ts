import type { certificates as words } from '../ja/certificates.ts';

export const certificates: typeof words = {
  title: 'Certificates',
  lead: 'The certificates that people log on with.',
  duty: {
    NONE: {
      title: 'This contract doesn’t ask for certificates',
      text: {
        ADMINISTRATOR:
          'People log on with ID and PIN. If a certificate is asked for as well, somebody who knows a PIN can’t log on from a device without it. If you want that, ask the desk. Retrieval codes can be given out before.',
        USER: 'Your administrator will tell you if you come to need one.',
      },
    },
    NOW: {
      title: 'Everybody needs a certificate to log on',
      text: {
        ADMINISTRATOR: 'Whoever has no valid one can’t log on.',
        USER: 'Without a valid one you can’t log on. Renew it before it ends.',
      },
    },
    FROM: (when: string) => ({
      title: `From ${when} on everybody needs a certificate to log on`,
      text: {
        ADMINISTRATOR:
          'Whoever has one already needs it now. Give the other users a retrieval code before that day. The administrator’s is given out by the desk.',
        USER: 'If you have one already, you need it now. If not, get a retrieval code from your administrator, and a certificate with it, before that day.',
      },
    }),
  },
  caption: 'Certificates',
  columns: { person: 'Name', state: 'Certificate', serial: 'Serial number', acts: 'Acts' },
  administrator: (name: string) => `Administrator (${name})`,
  you: 'You',
  none: 'None',
  until: (when: string) => `until ${when}`,
  at: (when: string) => `(${when})`,
  ending: 'Ends soon',
  more: (count: number) => `further valid ones: ${count}`,
  codeOut: (when: string) => `Retrieval code given out (until ${when})`,
  acts: { grant: 'Give out a code', revoke: 'Revoke', renew: 'Renew' },
  actOn: (act: string, who: string) => `${act}: ${who}`,
  deskGrants: 'The administrator’s retrieval code is given out by the desk.',
  fetchPage: 'The page that gives a certificate for a retrieval code',
  gone: 'This can’t be done now. Look at the list as it is.',
  grant: {
    title: (who: string) => `Give out a retrieval code for ${who}?`,
    follows: (days: number) => [
      'The code is shown once, on the next page. Print it and hand it over in person.',
      `Within ${days} days they can get a certificate with it, once.`,
      'The registered addresses are told by mail.',
    ],
    replaces: 'The code that was given out before can’t be used any more.',
    stays: 'The certificate that they have stays good until its end.',
    needs: 'Once they have fetched it, they can’t log on without a certificate.',
    submit: 'Give out a code',
  },
  revoke: {
    title: (who: string) => `Revoke the certificate of ${who}?`,
    about: (serial: string, until: string) => `Serial number ${serial} (valid until ${until})`,
    forGood: 'This can’t be undone.',
    others: [
      'From the next request on nothing can be done with this certificate.',
      'If they are logged on, that ends at once.',
    ],
    own: [
      'From the next request on nothing can be done with this certificate.',
      'Your session ends at once.',
    ],
    further: (count: number) =>
      `Other valid certificates of this person: ${count}. To end those too, revoke them as well.`,
    lastOne: {
      OTHER:
        'They have no other valid certificate. Until you give out another code, they can’t log on.',
      USER: 'You have no other valid certificate. Until the administrator gives you another code, you can’t log on.',
      ADMINISTRATOR:
        'You have no other valid certificate. Until the desk gives you another code, the administrator can’t log on.',
    },
    told: 'The registered addresses are told by mail.',
    submit: 'Revoke it',
    done: (who: string) => `The certificate of ${who} is revoked.`,
  },
  slip: {
    title: 'Slip with a retrieval code',
    lead: 'This code is shown here and now only. Print it and hand it over in person.',
    printedHint:
      'Once you press “I have printed it”, the code disappears and can’t be shown again.',
    leavingText:
      'If you leave this page, the code can’t be shown again. If it is not printed, you will have to give out another.',
    heading: 'Your certificate (confidential)',
    contract: 'Contract',
    userId: 'User ID',
    name: 'Name',
    code: 'Retrieval code',
    until: 'To be used until',
    how: 'What to do',
    steps: (address: string) => [
      `On the device that you log on with, open ${address} (or “Get a certificate” on the logon page).`,
      'Enter the retrieval code, and a passphrase that you make up.',
      'Save the file, and import it into your browser as the page tells.',
      'Then cut up this slip.',
    ],
    secret: 'Show or tell this code to nobody else.',
  },
  own: {
    title: 'Your own certificate',
    lead: 'The certificates that you log on with.',
    panelLead: 'See, renew and revoke the certificate that you log on with.',
    list: 'Your certificates',
    none: 'You have no certificate.',
    noneNote: {
      USER: 'If you need one, ask the administrator for a retrieval code.',
      ADMINISTRATOR: 'If you need one, ask the desk for a retrieval code.',
    },
    issued: 'Issued',
    inUse: 'In use in this session',
    renewTitle: 'Renew the certificate',
    renewLead:
      'A new key and certificate are made on this page. The one you have stays good until its end.',
    follows: (days: number) => [
      `You get a certificate that is valid for ${days} days from today.`,
      'The old one works until its end. Import the new one and try it before you delete the old one.',
      'The registered addresses are told by mail.',
    ],
    submit: 'Renew the certificate',
    notRenewable: {
      NO_CERTIFICATE_IN_USE: () =>
        'You are not logged on with a certificate, so that none can be renewed. Log on with the one that you want to renew.',
      NO_BUILT_IN_AUTHORITY: () =>
        'A certificate of the bank’s own authority can’t be renewed here. Ask the desk.',
      NOT_RENEWABLE_YET: (from: string) => `It can be renewed from ${from} on.`,
    },
    leaving: 'Have you saved the file?',
    leavingText:
      'If you leave this page, key and file are gone. If it is not saved, you will have to renew once more.',
    stay: 'Stay on this page',
    leave: 'It is saved. Leave',
    done: 'The certificate was renewed. Import the new file as told below.',
  },
};
