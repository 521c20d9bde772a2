import { ja } from '../ja.ts';
import { ability } from '../ja/ability.ts';
import { addUser } from '../ja/add-user.ts';
import { card } from '../ja/card.ts';
import { certificate } from '../ja/certificate.ts';
import { certificates } from '../ja/certificates.ts';
import { changes } from '../ja/changes.ts';
import { emergency } from '../ja/emergency.ts';
import { firstLogon } from '../ja/first-logon.ts';
import { history } from '../ja/history.ts';
import { home } from '../ja/home.ts';
import { importUsers } from '../ja/import-users.ts';
import { limits } from '../ja/limits.ts';
import { mails } from '../ja/mails.ts';
import { notices } from '../ja/notices.ts';
import { own } from '../ja/own.ts';
import { pins } from '../ja/pins.ts';
import { sessions } from '../ja/sessions.ts';
import { rights } from '../ja/rights.ts';
import { settings } from '../ja/settings.ts';
import { slips } from '../ja/slips.ts';
import { users } from '../ja/users.ts';

/** The words of the pages behind the logon, beside all that are said before it. */
export const insideJa = {
  ...ja,
  ability,
  card,
  certificate,
  certificates,
  home,
  users,
  addUser,
  importUsers,
  changes,
  slips,
  limits,
  pins,
  rights,
  firstLogon,
  mails,
  notices,
  own,
  history,
  sessions,
  settings,
  emergency,
};

export type InsideMessages = typeof insideJa;
