import type { pins as words } from '../ja/pins.ts';

export const pins: typeof words = {
  title: 'Change PINs',
  which: 'PIN to change',
  kinds: {
    ADMINISTRATOR: { LOGON: 'contract PIN', CONFIRMATION: 'contract confirmation PIN' },
    USER: { LOGON: 'user PIN', CONFIRMATION: 'user confirmation PIN' },
  },
  kindHints: { LOGON: 'for logon', CONFIRMATION: 'to confirm acts and transactions' },
  newPin: (kind: string) => `New ${kind}`,
  current: 'Your present PINs',
  currentLead: 'Your two present PINs prove that it is you.',
  currentOf: (kind: string) => `Present ${kind}`,
  follows: (kind: string) => [
    `The ${kind} changes from the present one to the new one.`,
    'The other PIN stays as it is.',
    'The registered addresses are told by mail.',
  ],
  submit: 'Change',
  done: (kind: string) => `The ${kind} is changed. Use the new one from now on.`,
};
