import { byService, type Permission } from '@monban/domain/permission';
import { words } from '@monban/domain/wording/words';
import { DescriptionList } from '@monban/ui/description-list/description-list';
import { useLanguage } from '../messages/inside.ts';

/** What one person was granted (R13), service by service, and from which accounts. */
export function RightsList(props: {
  readonly permissions: readonly Permission[];
  readonly accounts: readonly string[];
}) {
  const { m, locale } = useLanguage();
  const { labels } = words(locale);
  const t = m.ability;
  const granted = byService(props.permissions).map(({ service, actions }) => ({
    term: labels.service[service],
    detail: m.common.list(actions.map((each) => labels.action[each])),
  }));
  const accounts = props.accounts.length === 0 ? t.allAccounts : m.common.list(props.accounts);
  return (
    <>
      {granted.length === 0 && <p>{t.noRights}</p>}
      <DescriptionList items={[...granted, { term: t.accounts, detail: accounts }]} />
    </>
  );
}
