import { Button } from '@monban/ui/button/button';
import { useLanguage } from '../messages/messages.tsx';

/** Named in the language it leads to, so that whoever needs it can read it. */
export function LanguageSwitch() {
  const { m, locale, choose } = useLanguage();
  return (
    <span lang={m.common.otherLanguageCode}>
      <Button kind="quiet" compact onPress={() => choose(locale === 'ja' ? 'en' : 'ja')}>
        {m.common.otherLanguage}
      </Button>
    </span>
  );
}
