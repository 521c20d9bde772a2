import { Button } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import { useMessages } from '../../messages/messages.tsx';

/** What follows from the registration, and the button that brings it about. */
export function RegistrationEnd({ busy }: { readonly busy: boolean }) {
  const m = useMessages();
  const t = m.registration;
  return (
    <Panel title={t.follows}>
      <ul className="list-disc pl-6">
        {t.consequences.map((consequence) => (
          <li key={consequence}>{consequence}</li>
        ))}
      </ul>
      <Button kind="primary" type="submit" busy={busy ? m.common.busy : undefined}>
        {t.submit}
      </Button>
    </Panel>
  );
}
