import { Button } from '@monban/ui/button/button';
import type { Ref } from 'react';
import { useMessages } from '../../messages/inside.ts';
import type { Company } from './company.ts';
import { boxesBetween, type GridEdits, targetsOf } from './grid-edits.ts';

/** How much is changed and not saved. */
export function PendingBar(props: {
  readonly company: Company;
  readonly edits: GridEdits;
  /** What was copied last, in words; empty: nothing. */
  readonly copied: string;
  readonly onTakeBack: () => void;
  readonly ref: Ref<HTMLDivElement>;
}) {
  const { company, edits } = props;
  const { rights: t } = useMessages();
  const targets = targetsOf(company, edits);
  const boxes = targets.reduce(
    (sum, { permissions = [], user }) => sum + boxesBetween(user.permissions, permissions),
    0,
  );
  const none = boxes === 0;
  return (
    <div
      ref={props.ref}
      tabIndex={-1}
      className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-8 bg-sunken p-3 print:hidden"
    >
      <div role="status">
        <p className={none ? 'text-subtle' : 'font-bold'}>
          {none ? t.pendingNone : t.pending(targets.length, boxes)}
        </p>
        {!none && props.copied !== '' && <p>{props.copied}</p>}
      </div>
      {!none && (
        <Button kind="quiet" compact onPress={props.onTakeBack}>
          {t.takeAllBack}
        </Button>
      )}
    </div>
  );
}
