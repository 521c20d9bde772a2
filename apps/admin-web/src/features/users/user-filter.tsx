import { words } from '@monban/domain/wording/words';
import { SelectField } from '@monban/ui/select-field/select-field';
import { TextField } from '@monban/ui/text-field/text-field';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { UserStatus } from '../../graphql/generated/graphql.ts';
import { paths, type UserChoice } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';

export interface Filter {
  readonly search: string;
  readonly status: UserChoice | null;
}

const statuses: readonly UserStatus[] = ['ACTIVE', 'AWAITING_FIRST_LOGON', 'LOCKED', 'REMOVED'];
const choosable: readonly UserChoice[] = [...statuses, 'EMAIL_BOUNCED'];

/** The filter as the address says it; what it says wrongly is not filtered by. */
export function filterOf(query: URLSearchParams): Filter {
  return {
    search: query.get('search') ?? '',
    status: choosable.find((status) => status === query.get('status')) ?? null,
  };
}

/** The same as the API asks for it. */
export function asked({ search, status }: Filter) {
  const bounced = status === 'EMAIL_BOUNCED';
  return {
    search: search || null,
    status: bounced ? null : status,
    emailBounced: bounced ? true : null,
  };
}

/** How long to wait for the next letter, in milliseconds. */
const pause = 300;

export function UserFilter({ filter }: { readonly filter: Filter }) {
  const { m, locale } = useLanguage();
  const navigate = useNavigate();
  const { labels } = words(locale);
  const [typed, setTyped] = useState(filter.search);
  const { search, status } = filter;

  useEffect(() => {
    if (typed === search) return;
    const timer = setTimeout(() => {
      void navigate(paths.users({ search: typed, status }), { replace: true });
    }, pause);
    return () => clearTimeout(timer);
  }, [navigate, search, status, typed]);

  const choices = choosable.map((value) => ({
    value,
    text: value === 'EMAIL_BOUNCED' ? m.users.emailBounced : labels.userStatus[value],
  }));
  return (
    <search className="grid gap-4 print:hidden sm:grid-cols-[minmax(0,1fr)_16rem]">
      <TextField
        label={m.users.search}
        value={typed}
        onChange={setTyped}
        type="search"
        inputMode="search"
      />
      <SelectField
        label={m.users.state}
        value={status ?? 'ALL'}
        choices={[{ value: 'ALL', text: m.users.allStates }, ...choices]}
        onChange={(chosen) =>
          void navigate(paths.users({ search: typed, status: chosen === 'ALL' ? null : chosen }), {
            replace: true,
          })
        }
      />
    </search>
  );
}
