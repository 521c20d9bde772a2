import { Button } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import type { ReactNode } from 'react';
import { Confirmation, type Confirmed } from '../../forms/confirmation.tsx';
import type { Form } from '../../forms/use-form.ts';
import { useMessages } from '../../messages/inside.ts';

/** The last part of each form for rights and limits: what is going to happen, confirmed in the same step (R4). */
export function RightsReview(props: {
  readonly form: Form<Confirmed>;
  /** Nothing is changed: then there is nothing to confirm. */
  readonly isEmpty: boolean;
  readonly submit: string;
  /** What is going to happen, in words. */
  readonly children: ReactNode;
}) {
  const { form } = props;
  const m = useMessages();
  return (
    <Panel title={m.forms.confirmTitle}>
      {props.isEmpty ? (
        <p>{m.rights.pendingNone}</p>
      ) : (
        <>
          {props.children}
          <Confirmation form={form} />
          <Button kind="primary" type="submit" busy={form.busy ? m.common.busy : undefined}>
            {props.submit}
          </Button>
        </>
      )}
    </Panel>
  );
}
