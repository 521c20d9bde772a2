import type { session as words } from '../ja/session.ts';

export const session: typeof words = {
  warningTitle: 'You will be logged off soon',
  warning: (left: string) => `Nothing was done for a while. You will be logged off in ${left}.`,
  finalWarning: (left: string) =>
    `Your logon runs out in ${left}. To go on, log on again. What you have typed comes back then, except PINs and the entries of some pages.`,
  shownOnce: {
    ENDING:
      'The slip or file on this page can’t be shown again once you are logged off. Go on, and print or save it.',
    FINAL:
      'The slip or file on this page can’t be shown again, even when you log on again. Print or save it now.',
  },
  spoken: (left: string) => `You will be logged off in ${left}. Press Enter to go on.`,
  minutesSeconds: (minutes: number, seconds: number) =>
    minutes === 0 ? `${seconds} seconds` : `${minutes} min ${seconds} s`,
  goOn: 'Go on',
  understood: 'Understood',
  logOff: 'Log off',
  covered: 'Checking…',
};
