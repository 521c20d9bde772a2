/**
 * Why a page was left. UNSURE: by log off, but the server couldn't be reached to hear of it. The last four: by an
 * emergency stop of one's own, or because one's certificate was revoked by oneself.
 */
export type Ending =
  | 'IDLE'
  | 'ENDED'
  | 'LOGGED_OFF'
  | 'UNSURE'
  | 'OTHER_PERSON'
  | 'CONTRACT_STOPPED'
  | 'CARD_LOST'
  | 'SELF_STOPPED'
  | 'CERTIFICATE_REVOKED';

/** Left on purpose: nothing that was typed is to come back. */
export const onPurpose: ReadonlySet<Ending> = new Set<Ending>([
  'LOGGED_OFF',
  'UNSURE',
  'CONTRACT_STOPPED',
  'CARD_LOST',
  'SELF_STOPPED',
  'CERTIFICATE_REVOKED',
]);

/** What the tabs of one browser tell one another. Nothing secret: session IDs are the public ones. */
export type Word =
  | { readonly say: 'ACTED'; readonly sessionId: string }
  | { readonly say: 'ENDED'; readonly sessionId: string; readonly because: Ending }
  | { readonly say: 'LOGGED_ON' };

/** One a page: a page doesn't hear itself. */
const channel = new BroadcastChannel('monban.session');

export function tell(word: Word): void {
  channel.postMessage(word);
}

/** Returns what ends the listening. */
export function listen(heard: (word: Word) => void): () => void {
  const receive = (event: MessageEvent<Word>) => heard(event.data);
  channel.addEventListener('message', receive);
  return () => channel.removeEventListener('message', receive);
}
