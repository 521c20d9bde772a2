import { Button } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import { useDeferredValue, useRef, useState } from 'react';
import { type Confirmed, notConfirmed } from '../../forms/confirmation.tsx';
import { useForm } from '../../forms/use-form.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { paths } from '../../lib/paths.ts';
import { useMessages } from '../../messages/inside.ts';
import type { Company, CompanyUser } from './company.ts';
import { CopyPermissions } from './copy-permissions.tsx';
import { afterCopy, type GridEdits, targetsOf, withoutUsers } from './grid-edits.ts';
import { PermissionGrid } from './permission-grid.tsx';
import { PermissionReview } from './permission-review.tsx';
import { PendingBar } from './pending-bar.tsx';
import { reviewOf } from './review.ts';
import { RightsForm } from './rights-form.tsx';
import { setUserRightsDocument } from './rights.graphql.ts';
import { useStandingCompany } from './use-company.ts';
import { useConclude } from './use-conclude.ts';

interface Values extends Confirmed {
  readonly edits: GridEdits;
}

const untouched: Values = { ...notConfirmed, edits: new Map() };

/** Boxes for everybody, what they come to in words, and one act for all of them. */
export function PermissionForm(props: {
  readonly company: Company;
  readonly only: readonly string[];
}) {
  const m = useMessages();
  const t = m.rights;
  const set = useCommand(setUserRightsDocument);
  const standing = useStandingCompany(props.company);
  const form = useForm({
    name: 'permissions',
    initial: untouched,
    secrets: ['confirmationPin', 'sure'],
  });
  const conclude = useConclude(form, standing);
  const [copying, setCopying] = useState(false);
  const [copied, setCopied] = useState('');
  const company = standing.thing;
  const { confirmationPin, edits } = form.values;
  const change = (after: GridEdits) => form.set('edits', after);
  const pending = useRef<HTMLDivElement>(null);
  const takeBack = (users: readonly CompanyUser[]) => {
    change(withoutUsers(edits, users));
    // The button goes away with what it took back.
    pending.current?.focus();
  };
  // A press shows at once; what follows from it, of everybody, a moment later.
  const reviewed = useDeferredValue(edits);

  const send = async () => {
    const changes = [...reviewOf(company, targetsOf(company, edits)).input];
    const outcome = await set({ input: { changes, confirmationPin } });
    const changed = changes.reduce((sum, { users }) => sum + users.length, 0);
    await conclude(outcome, { to: paths.permissions(props.only), done: t.done(changed) });
  };

  return (
    <>
      <RightsForm
        form={form}
        standing={standing}
        send={send}
        before={
          <Panel
            title={t.grid.label}
            aside={
              <Button
                compact
                unavailable={company.users.length < 2 ? t.copy.tooFew : undefined}
                onPress={() => setCopying(true)}
              >
                {t.copy.open}
              </Button>
            }
          >
            <PermissionGrid company={company} edits={edits} only={props.only} onChange={change} />
            <PendingBar
              company={company}
              edits={edits}
              copied={copied}
              ref={pending}
              onTakeBack={() => takeBack(company.users)}
            />
          </Panel>
        }
      >
        <PermissionReview form={form} company={company} edits={reviewed} onTakeBack={takeBack} />
      </RightsForm>
      {copying && (
        <CopyPermissions
          users={company.users}
          chosen={props.only}
          onClose={() => setCopying(false)}
          onCopy={(from, to) => {
            change(afterCopy(edits, from, to));
            setCopied(t.copy.done(m.users.who(from.userId, from.name), to.length));
            setCopying(false);
          }}
        />
      )}
    </>
  );
}
