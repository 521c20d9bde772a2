import { words } from '@monban/domain/wording/words';
import type { Language } from '../../graphql/generated/graphql.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { useLanguage, useMessages } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';
import { ConfirmedDialog } from './confirmed-dialog.tsx';
import { setLogonNoticesDocument, setMailLanguageDocument } from './mails.graphql.ts';

/** The contract's mails in another language. */
export function MailLanguageDialog({ to }: { readonly to: Language }) {
  const { m, locale } = useLanguage();
  const t = m.mails.ask.language;
  const name = words(locale).labels.language[to];
  const run = useCommand(setMailLanguageDocument);
  return (
    <ConfirmedDialog
      name="mail-language"
      title={t.title(name)}
      follows={t.follows(name)}
      submit={m.mails.toLanguage(name)}
      done={t.done(name)}
      run={(confirmationPin) => run({ input: { language: to, confirmationPin } })}
    />
  );
}

/** One's own logons are told by mail, or no more. */
export function LogonMailsDialog({ on }: { readonly on: boolean }) {
  const t = useMessages().mails;
  const { person } = useSession();
  const run = useCommand(setLogonNoticesDocument);
  const ask = on ? t.ask.on : t.ask.off;
  return (
    <ConfirmedDialog
      name="logon-mails"
      title={ask.title}
      grave={on ? [] : [t.ask.off.grave]}
      follows={ask.follows[person.kind]}
      submit={t.turn[on ? 'on' : 'off']}
      done={ask.done}
      run={(confirmationPin) => run({ input: { on, confirmationPin } })}
    />
  );
}
