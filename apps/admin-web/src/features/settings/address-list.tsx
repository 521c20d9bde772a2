import { words } from '@monban/domain/wording/words';
import { Badge, type BadgeTone } from '@monban/ui/badge/badge';
import { buttonClass } from '@monban/ui/button/button';
import { Table } from '@monban/ui/table/table';
import { Link } from 'react-router';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import type { ShownAddress } from './address-edits.ts';

const tones: Record<ShownAddress['status'], BadgeTone> = {
  IN_FORCE: 'success',
  PENDING: 'warning',
  LEAVING: 'neutral',
};

/** Where notices go, where each address stands, and what to do about one that waits for its code. */
export function AddressList({ addresses }: { readonly addresses: readonly ShownAddress[] }) {
  const { m, locale } = useLanguage();
  const t = m.settings.addresses;
  return (
    <Table
      caption={t.title}
      rows={addresses}
      rowKey={({ address }) => address}
      columns={[
        {
          key: 'address',
          title: t.columns.address,
          heads: true,
          cell: ({ address }) => <span className="break-all">{address}</span>,
        },
        {
          key: 'status',
          title: t.columns.status,
          cell: (row) => (
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Badge tone={tones[row.status]}>
                {words(locale).labels.notificationAddressStatus[row.status]}
              </Badge>
              {row.bouncedAt !== null && <Badge tone="danger">{t.bounced}</Badge>}
              <Until address={row} />
            </span>
          ),
        },
        { key: 'acts', title: t.columns.acts, acts: true, cell: (row) => <Act address={row} /> },
      ]}
    />
  );
}

function Until({ address }: { readonly address: ShownAddress }) {
  const { m, locale } = useLanguage();
  const t = m.settings.addresses;
  const { codeTriesLeft, codeUntil, leavesAt } = address;
  if (leavesAt !== null) return <span>{t.leaving(momentText(leavesAt, locale))}</span>;
  if (codeUntil === null || codeTriesLeft === null) return null;
  return (
    <span>
      {codeTriesLeft === 0 ? t.spent : t.code(momentText(codeUntil, locale), codeTriesLeft)}
    </span>
  );
}

function Act({ address: { address, codeTriesLeft } }: { readonly address: ShownAddress }) {
  const t = useLanguage().m.settings.addresses;
  if (codeTriesLeft === null) return null;
  const spent = codeTriesLeft === 0;
  const text = spent ? t.renew : t.enter;
  return (
    <Link
      className={`${buttonClass('secondary', true)} whitespace-nowrap`}
      to={paths.addressCode(spent ? 'new-code' : 'code', address)}
      aria-label={t.actOn(text, address)}
    >
      {text}
    </Link>
  );
}
