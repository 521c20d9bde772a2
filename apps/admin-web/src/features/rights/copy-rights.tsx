import { Button } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import { SelectField } from '@monban/ui/select-field/select-field';
import { useState } from 'react';
import { useMessages } from '../../messages/inside.ts';
import type { CompanyUser } from './company.ts';

/** How much of the limits: the whole, or a part of it, which goes by its divisor. */
const parts = ['1', '2', '3', '4', '10', 'NONE'] as const;

/** Fills the form with what another user has, "but half the limit". */
export function CopyRights(props: {
  readonly others: readonly CompanyUser[];
  readonly onCopy: (from: CompanyUser, divisor: number | null) => void;
}) {
  const { others } = props;
  const m = useMessages();
  const t = m.rights.one.copy;
  const [userId, setUserId] = useState(others[0]?.userId ?? '');
  const [part, setPart] = useState<(typeof parts)[number]>('1');
  const [done, setDone] = useState('');
  const from = others.find((each) => each.userId === userId);
  return (
    <Panel title={t.title}>
      {from === undefined ? (
        <p>{t.nobody}</p>
      ) : (
        <>
          <p>{t.lead}</p>
          <div className="grid gap-4 sm:grid-cols-2">
            <SelectField
              label={t.from}
              value={userId}
              choices={others.map((each) => ({
                value: each.userId,
                text: m.users.who(each.userId, each.name),
              }))}
              onChange={setUserId}
            />
            <SelectField
              label={t.part}
              value={part}
              choices={parts.map((value) => ({ value, text: t.parts[value] }))}
              onChange={setPart}
            />
          </div>
          <Button
            onPress={() => {
              props.onCopy(from, part === 'NONE' ? null : Number(part));
              setDone(t.done(m.users.who(from.userId, from.name)));
            }}
          >
            {t.submit}
          </Button>
          <p role="status">{done}</p>
        </>
      )}
    </Panel>
  );
}
