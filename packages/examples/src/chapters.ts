import { administratorsFirstDay } from './chapters/administrators-first-day.ts';
import { certificates } from './chapters/certificates.ts';
import { deskChanges } from './chapters/desk-changes.ts';
import { deskOpens } from './chapters/desk-opens.ts';
import { emergencies } from './chapters/emergencies.ts';
import { lookingAround } from './chapters/looking-around.ts';
import { lookingAfterUsers } from './chapters/looking-after-users.ts';
import { rightsAndLimits } from './chapters/rights-and-limits.ts';
import { throughTheBank } from './chapters/through-the-bank.ts';
import { transactions } from './chapters/transactions.ts';
import { twoPersons } from './chapters/two-persons.ts';
import type { Chapter } from './example.ts';

/** All examples, in the order in which they can be run on a fresh server. */
export const chapters: readonly Chapter[] = [
  lookingAround,
  deskOpens,
  administratorsFirstDay,
  rightsAndLimits,
  throughTheBank,
  transactions,
  certificates,
  lookingAfterUsers,
  emergencies,
  deskChanges,
  twoPersons,
];
