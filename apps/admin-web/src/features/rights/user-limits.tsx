import { limitOf } from '@monban/domain/change';
import { effectiveLimit, type MoneyService } from '@monban/domain/limit';
import { zeroYen } from '@monban/domain/money';
import { words } from '@monban/domain/wording/words';
import { Button } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import { SelectField } from '@monban/ui/select-field/select-field';
import { Table } from '@monban/ui/table/table';
import { TextField } from '@monban/ui/text-field/text-field';
import { useDeferredValue, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { AmountPair, UsedToday } from './amounts.tsx';
import { type Company, type CompanyUser, found, type Layers } from './company.ts';

/** Everybody's limit in one service beside the two layers above it, what counts, and what is used today. */
export function UserLimits({ company }: { readonly company: Company }) {
  const { m, locale } = useLanguage();
  const t = m.limits;
  const { service: names } = words(locale).labels;
  const [chosen, setChosen] = useState<MoneyService | null>(null);
  const [search, setSearch] = useState('');
  const searched = useDeferredValue(search);
  const layers = company.layers.find(({ service }) => service === chosen) ?? company.layers[0];
  if (layers === undefined) return null;
  const users = found(company.users, [], searched);
  return (
    <Panel title={t.users.title}>
      <search className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_16rem]">
        <TextField
          label={m.users.search}
          value={search}
          onChange={setSearch}
          type="search"
          inputMode="search"
        />
        <SelectField
          label={t.service}
          value={layers.service}
          choices={company.layers.map(({ service }) => ({ value: service, text: names[service] }))}
          onChange={setChosen}
        />
      </search>
      {users.length === 0 ? (
        <p role="status">{company.users.length === 0 ? t.users.nobody : m.users.notFound}</p>
      ) : (
        <LimitTable users={users} layers={layers} />
      )}
    </Panel>
  );
}

function LimitTable(props: { readonly users: readonly CompanyUser[]; readonly layers: Layers }) {
  const { layers, users } = props;
  const { m } = useLanguage();
  const t = m.limits;
  const navigate = useNavigate();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const who = ({ name, userId }: CompanyUser) => m.users.who(userId, name);
  return (
    <Table
      caption={t.users.title}
      rows={users}
      rowKey={({ userId }) => userId}
      selection={{
        selected,
        onChange: setSelected,
        nameOf: (user) => t.users.choose(who(user)),
        words: t.users.selection,
        acts: (rows) => (
          <Button
            compact
            onPress={() => void navigate(paths.usersLimits(rows.map(({ userId }) => userId)))}
          >
            {t.users.setTogether}
          </Button>
        ),
      }}
      columns={[
        {
          key: 'user',
          title: t.user,
          heads: true,
          cell: ({ name, userId }) => (
            <>
              <Link
                className="inline-flex min-h-6 min-w-6 items-center font-mono text-key underline underline-offset-4"
                to={paths.userRights(userId)}
              >
                {userId}
              </Link>
              <span className="block font-normal md:min-w-28">{name}</span>
            </>
          ),
        },
        {
          key: 'ceiling',
          title: t.ceiling,
          numeric: true,
          cell: () => <AmountPair amounts={layers.ceiling} />,
        },
        {
          key: 'contractLimit',
          title: t.contractLimit,
          numeric: true,
          cell: () => <AmountPair amounts={layers.contractLimit} />,
        },
        {
          key: 'userLimit',
          title: t.userLimit,
          numeric: true,
          cell: (user) => <AmountPair amounts={limitOf(user.limits, layers.service)} />,
        },
        {
          key: 'inEffect',
          title: t.inEffect,
          numeric: true,
          cell: (user) => <AmountPair amounts={inEffect(user, layers)} strong />,
        },
        {
          key: 'usedToday',
          title: t.usedToday,
          cell: (user) => (
            <UsedToday
              label={`${t.usedToday} ${who(user)}`}
              used={user.usedToday.get(layers.service) ?? zeroYen}
              total={inEffect(user, layers).perDay}
            />
          ),
        },
      ]}
    />
  );
}

function inEffect(user: CompanyUser, { ceiling, contractLimit, service }: Layers) {
  return effectiveLimit(ceiling, contractLimit, limitOf(user.limits, service));
}
