import type { forms as words } from '../ja/forms.ts';

export const forms: typeof words = {
  confirmTitle: 'What is going to happen',
  confirmationPin: 'Contract confirmation PIN',
  confirmationPinHint: 'Confirms that you want this done.',
  triesLeft: (left: number, everybody: boolean) =>
    everybody
      ? `If it is wrong ${left} more ${left === 1 ? 'time' : 'times'} in a row, everybody in your contract will be locked.`
      : `If it is wrong ${left} more ${left === 1 ? 'time' : 'times'} in a row, you will be locked.`,
  sure: 'I have made sure that the confirmation PIN is right',
  sureMissing: 'Few tries are left. Make sure that the PIN is right, and tick the box.',
  retryAfter: (seconds: number) => `Try again in ${seconds} seconds.`,
  follows: 'What follows from this',
  change: (from: string, to: string) => `${from} → ${to}`,
  amount: {
    hint: 'You can also enter 80万 or 1,000,000. Empty means ¥0.',
    echo: (yen: string, reading: string) => `${yen} · ${reading}`,
    aboveContract: (yen: string) =>
      `This is above the limit of your contract (${yen}). The smaller amount counts.`,
  },
};
