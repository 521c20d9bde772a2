import { addUser } from './en/add-user.ts';
import { common } from './en/common.ts';
import { firstLogon } from './en/first-logon.ts';
import { forms } from './en/forms.ts';
import { history } from './en/history.ts';
import { home } from './en/home.ts';
import { logon } from './en/logon.ts';
import { own } from './en/own.ts';
import { pins } from './en/pins.ts';
import { registration } from './en/registration.ts';
import { session } from './en/session.ts';
import { shell } from './en/shell.ts';
import { slips } from './en/slips.ts';
import { users } from './en/users.ts';
import type { Messages } from './ja.ts';

export const en: Messages = {
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
