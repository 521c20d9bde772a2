import { common } from './en/common.ts';
import { forms } from './en/forms.ts';
import { logon } from './en/logon.ts';
import { registration } from './en/registration.ts';
import { session } from './en/session.ts';
import { shell } from './en/shell.ts';
import type { Messages } from './ja.ts';

export const en: Messages = {
  common,
  logon,
  registration,
  session,
  shell,
  forms,
};
