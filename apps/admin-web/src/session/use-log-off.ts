import { post } from '../graphql/post.ts';
import { keepingChoices } from '../lib/choices.ts';
import { useLanguage } from '../messages/messages.tsx';
import { useSession } from './session-context.tsx';
import { logOffDocument } from './viewer.graphql.ts';

/** Ends the session at the server, then leaves the page, and says so if it didn't hear. */
export function useLogOff(): () => Promise<void> {
  const { locale } = useLanguage();
  const { end, person } = useSession();
  return async () => {
    const asking = { locale, page: person.sessionId, passive: false };
    const answer = await keepingChoices(() => post(logOffDocument, {}, asking));
    const unheard = answer.kind === 'FAULT' && answer.fault.kind !== 'UNAUTHENTICATED';
    end(unheard ? 'UNSURE' : 'LOGGED_OFF');
  };
}
