import type { Locale } from '@monban/domain/locale';
import { post } from '../graphql/post.ts';
import { tellPinPolicy } from '../lib/pin-policy.ts';
import { type Person, personOf } from './person.ts';
import { viewerDocument } from './viewer.graphql.ts';

export type Seen =
  | { readonly kind: 'PERSON'; readonly person: Person; readonly serverNow: number | null }
  | { readonly kind: 'NOBODY' }
  /** No answer: nothing is known about the session. */
  | { readonly kind: 'SILENCE' };

/**
 * Who this browser's cookie belongs to. With `page`, the answer is NOBODY as well when it belongs to
 * somebody else by now (another person logged on in another tab).
 */
export async function askViewer(locale: Locale, page: string | null): Promise<Seen> {
  const answer = await post(viewerDocument, {}, { locale, page, passive: true });
  if (answer.kind === 'FAULT') {
    return answer.fault.kind === 'UNAUTHENTICATED' ? { kind: 'NOBODY' } : { kind: 'SILENCE' };
  }
  tellPinPolicy(answer.data.pinPolicy);
  const person = personOf(answer.data.viewer);
  return person === null
    ? { kind: 'NOBODY' }
    : { kind: 'PERSON', person, serverNow: answer.serverNow };
}
