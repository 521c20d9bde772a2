import { Button } from '@monban/ui/button/button';
import { CheckField } from '@monban/ui/check-field/check-field';
import { Dialog } from '@monban/ui/dialog/dialog';
import { SelectField } from '@monban/ui/select-field/select-field';
import { TextField } from '@monban/ui/text-field/text-field';
import { type FormEvent, useId, useState } from 'react';
import { useMessages } from '../../messages/inside.ts';
import { type CompanyUser, found } from './company.ts';

/** From whom to whom permissions are copied: into the grid, not yet into force. */
export function CopyPermissions(props: {
  readonly users: readonly CompanyUser[];
  /** Whom the page is about: they are to get them, unless it is said otherwise. */
  readonly chosen: readonly string[];
  readonly onCopy: (from: CompanyUser, to: readonly CompanyUser[]) => void;
  readonly onClose: () => void;
}) {
  const { users } = props;
  const m = useMessages();
  const t = m.rights.copy;
  const errorId = useId();
  const first = users.find(({ userId }) => !props.chosen.includes(userId)) ?? users[0];
  const [from, setFrom] = useState(first?.userId ?? '');
  const [to, setTo] = useState<ReadonlySet<string>>(() => new Set(props.chosen));
  const [search, setSearch] = useState('');
  const [missing, setMissing] = useState(false);
  const others = users.filter(({ userId }) => userId !== from);
  const targets = others.filter(({ userId }) => to.has(userId));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const source = users.find(({ userId }) => userId === from);
    if (source === undefined || targets.length === 0) setMissing(true);
    else props.onCopy(source, targets);
  };

  const choose = (userId: string, chosen: boolean) => {
    setMissing(false);
    setTo(new Set([...[...to].filter((each) => each !== userId), ...(chosen ? [userId] : [])]));
  };

  return (
    <Dialog title={t.title} onClose={props.onClose}>
      <form noValidate onSubmit={submit} className="flex flex-col gap-5">
        <p>{t.lead}</p>
        <SelectField
          label={t.from}
          value={from}
          choices={users.map(({ name, userId }) => ({
            value: userId,
            text: m.users.who(userId, name),
          }))}
          onChange={setFrom}
        />
        <fieldset aria-describedby={missing ? errorId : undefined}>
          <legend className="mb-2 font-bold">{t.to(targets.length)}</legend>
          {missing && (
            <p id={errorId} role="alert" className="font-bold text-danger">
              {t.nobody}
            </p>
          )}
          <TextField
            label={m.users.search}
            value={search}
            onChange={setSearch}
            type="search"
            inputMode="search"
          />
          <div className="mt-3 max-h-72 overflow-y-auto rounded-8 border border-line px-3">
            {found(others, [], search).map(({ name, userId }) => (
              <CheckField
                key={userId}
                label={m.users.who(userId, name)}
                checked={to.has(userId)}
                onChange={(checked) => choose(userId, checked)}
              />
            ))}
          </div>
        </fieldset>
        <div className="flex flex-wrap gap-3">
          <Button kind="primary" type="submit">
            {t.submit}
          </Button>
          <Button kind="secondary" onPress={props.onClose}>
            {m.common.cancel}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
