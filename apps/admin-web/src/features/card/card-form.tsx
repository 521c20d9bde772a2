import { useApolloClient } from '@apollo/client/react';
import { type CellLabel, parseOneTimePassword } from '@monban/domain/card';
import { Button, buttonClass } from '@monban/ui/button/button';
import { DescriptionList } from '@monban/ui/description-list/description-list';
import { Panel } from '@monban/ui/panel/panel';
import type { FormEvent } from 'react';
import { Link, useNavigate } from 'react-router';
import { CardPicture, useCellName } from '../../card/card-picture.tsx';
import { onlyProblems } from '../../forms/check-new-pin.ts';
import { Confirmation, confirmationProblems, notConfirmed } from '../../forms/confirmation.tsx';
import { Consequences } from '../../forms/consequences.tsx';
import { FormSummary } from '../../forms/form-summary.tsx';
import { sayNotDone } from '../../forms/say-not-done.ts';
import { TextEntry } from '../../forms/text-entry.tsx';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { typedDigits } from '../../lib/half-width.ts';
import { momentText } from '../../lib/moment.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';
import { activateCardDocument, cardDocument } from './card.graphql.ts';

interface Props {
  readonly sent: { readonly serial: string; readonly issuedAt: string };
  readonly challenge: { readonly id: string; readonly cells: readonly CellLabel[] };
  /** The card in force until now; null: none. */
  readonly older: string | null;
}

/** Four digits off the new card, beside the confirmation PIN (R4, R7). */
export function CardForm({ sent, challenge, older }: Props) {
  const { m, locale } = useLanguage();
  const t = m.card;
  const { tries } = useSession();
  const navigate = useNavigate();
  const client = useApolloClient();
  const activate = useCommand(activateCardDocument);
  const cellName = useCellName();
  const form = useForm({
    name: 'card',
    initial: { ...notConfirmed, oneTimePassword: '' },
    secrets: ['oneTimePassword', 'confirmationPin', 'sure'],
    kept: false,
  });

  const send = async () => {
    const { confirmationPin, oneTimePassword } = form.values;
    const input = { confirmationPin, oneTimePassword, challengeId: challenge.id };
    const outcome = await activate({ input });
    if (outcome.kind === 'DONE') {
      await navigate(paths.home, { replace: true, state: { done: t.done(sent.serial) } });
      return;
    }
    sayNotDone(form, m, outcome, (path) =>
      path === 'oneTimePassword' ? 'oneTimePassword' : undefined,
    );
    // Another card may have been issued meanwhile: its cells are others.
    void client.refetchQueries({ include: [cardDocument] });
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const digits = parseOneTimePassword(form.values.oneTimePassword, 'oneTimePassword');
    const problems = {
      ...onlyProblems({ oneTimePassword: digits.ok ? undefined : m.logon.card.needsFour }),
      ...confirmationProblems(m, form.values, tries),
    };
    if (hasProblems(problems)) form.say(problems);
    else form.sending(send);
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <FormSummary form={form} />
      <Panel title={t.which}>
        <DescriptionList
          items={[
            { term: t.serial, detail: <span className="font-mono">{sent.serial}</span> },
            { term: t.issued, detail: momentText(sent.issuedAt, locale) },
          ]}
        />
      </Panel>
      <Panel title={t.proof}>
        <div className="grid gap-6 md:grid-cols-[minmax(0,1fr)_minmax(0,22rem)]">
          <div className="md:order-last">
            <CardPicture cells={challenge.cells} />
          </div>
          <TextEntry
            form={form}
            name="oneTimePassword"
            label={t.digits}
            hint={m.logon.card.hint(challenge.cells.map(cellName).join(m.logon.card.arrow))}
            inputMode="numeric"
            autoComplete="off"
            normalize={typedDigits}
            width="digits"
            mono
          />
        </div>
      </Panel>
      <Panel title={m.forms.confirmTitle}>
        <Consequences title={m.forms.follows} items={t.follows(sent.serial, older)} />
        <Confirmation form={form} />
        <div className="flex flex-wrap gap-3">
          <Button kind="primary" type="submit" busy={form.busy ? m.common.busy : undefined}>
            {t.submit}
          </Button>
          <Link className={buttonClass('secondary')} to={paths.home}>
            {m.common.cancel}
          </Link>
        </div>
      </Panel>
    </form>
  );
}
