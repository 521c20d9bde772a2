import { post } from '../graphql/post.ts';
import { useLanguage } from '../messages/messages.tsx';
import { useSession } from './session-context.tsx';
import { logOffDocument } from './viewer.graphql.ts';

/** Ends the session at the server, then leaves the page, and says so if it didn't hear. */
export function useLogOff(): () => Promise<void> {
  const { locale } = useLanguage();
  const { end, person } = useSession();
  return async () => {
    const asking = { locale, page: person.sessionId, passive: false };
    // The answer has the browser empty its storage; language and appearance are nobody's secret.
    const choices = Object.entries<string>(localStorage);
    const answer = await post(logOffDocument, {}, asking);
    for (const [name, value] of choices) localStorage.setItem(name, value);
    const unheard = answer.kind === 'FAULT' && answer.fault.kind !== 'UNAUTHENTICATED';
    end(unheard ? 'UNSURE' : 'LOGGED_OFF');
  };
}
