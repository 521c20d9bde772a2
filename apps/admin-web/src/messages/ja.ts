import { addUser } from './ja/add-user.ts';
import { common } from './ja/common.ts';
import { firstLogon } from './ja/first-logon.ts';
import { forms } from './ja/forms.ts';
import { history } from './ja/history.ts';
import { home } from './ja/home.ts';
import { logon } from './ja/logon.ts';
import { own } from './ja/own.ts';
import { pins } from './ja/pins.ts';
import { registration } from './ja/registration.ts';
import { session } from './ja/session.ts';
import { shell } from './ja/shell.ts';
import { slips } from './ja/slips.ts';
import { users } from './ja/users.ts';

/** Every word of the pages. The other languages have this very shape: one missing doesn't compile. */
export const ja = {
  common,
  logon,
  registration,
  session,
  shell,
  forms,
  home,
  users,
  addUser,
  slips,
  pins,
  firstLogon,
  own,
  history,
};

export type Messages = typeof ja;
