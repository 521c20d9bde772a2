import { en } from '../en.ts';
import { ability } from '../en/ability.ts';
import { addUser } from '../en/add-user.ts';
import { card } from '../en/card.ts';
import { certificate } from '../en/certificate.ts';
import { certificates } from '../en/certificates.ts';
import { changes } from '../en/changes.ts';
import { emergency } from '../en/emergency.ts';
import { firstLogon } from '../en/first-logon.ts';
import { history } from '../en/history.ts';
import { home } from '../en/home.ts';
import { importUsers } from '../en/import-users.ts';
import { limits } from '../en/limits.ts';
import { mails } from '../en/mails.ts';
import { notices } from '../en/notices.ts';
import { own } from '../en/own.ts';
import { pins } from '../en/pins.ts';
import { sessions } from '../en/sessions.ts';
import { rights } from '../en/rights.ts';
import { settings } from '../en/settings.ts';
import { slips } from '../en/slips.ts';
import { users } from '../en/users.ts';
import type { InsideMessages } from './ja.ts';

export const insideEn: InsideMessages = {
  ...en,
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
