import { common } from './ja/common.ts';
import { forms } from './ja/forms.ts';
import { logon } from './ja/logon.ts';
import { registration } from './ja/registration.ts';
import { session } from './ja/session.ts';
import { shell } from './ja/shell.ts';

/** Every word of the pages. The other languages have this very shape: one missing doesn't compile. */
export const ja = {
  common,
  logon,
  registration,
  session,
  shell,
  forms,
};

export type Messages = typeof ja;
