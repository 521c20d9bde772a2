import { administratorName } from '@monban/domain/history-event';
import type { cards } from './tables/cards.ts';
import type { certificateGrants, certificates } from './tables/certificates.ts';
import type { contracts } from './tables/contracts.ts';
import type { deskActs } from './tables/desk-acts.ts';
import type { persons } from './tables/persons.ts';
import type { sessions } from './tables/sessions.ts';

export type ContractRow = typeof contracts.$inferSelect;
export type PersonRow = typeof persons.$inferSelect;
export type CardRow = typeof cards.$inferSelect;
export type CertificateRow = typeof certificates.$inferSelect;
export type CertificateGrantRow = typeof certificateGrants.$inferSelect;
export type DeskActRow = typeof deskActs.$inferSelect;
export type SessionRow = typeof sessions.$inferSelect;

/** `person_key` of the administrator: no user ID holds an @. */
export const administratorKey = administratorName;
