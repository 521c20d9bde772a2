import { words } from '@monban/domain/wording/words';
import { Button } from '@monban/ui/button/button';
import { Panel } from '@monban/ui/panel/panel';
import type { FormEvent } from 'react';
import { useNavigate } from 'react-router';
import { Confirmation, confirmationProblems } from '../../forms/confirmation.tsx';
import { Consequences } from '../../forms/consequences.tsx';
import { FormSummary } from '../../forms/form-summary.tsx';
import { limitLabel } from '../../forms/limit-fields.ts';
import { sayNotDone } from '../../forms/say-not-done.ts';
import { TextEntry } from '../../forms/text-entry.tsx';
import { hasProblems, useForm } from '../../forms/use-form.ts';
import { useCommand } from '../../graphql/use-command.ts';
import { typedId } from '../../lib/half-width.ts';
import { paths } from '../../lib/paths.ts';
import { useLanguage } from '../../messages/inside.ts';
import { useSession } from '../../session/session-context.tsx';
import { useHandover } from './handover.tsx';
import { checkNewUser, emptyNewUser, fieldOfPath, inputOf } from './new-user.ts';
import { type ContractServices, NewUserLimits } from './new-user-limits.tsx';
import { newUserWords } from './new-user-words.ts';
import { PermissionGrid } from './permission-grid.tsx';
import { slipOf } from './slip-of.ts';
import { addUserDocument } from './users.graphql.ts';

/** A new user: who, which rights (R13), which limits (R14); said in words, confirmed (R4), done. */
export function AddUserForm(props: { readonly contractServices: ContractServices }) {
  const { m, locale } = useLanguage();
  const t = m.addUser;
  const { hand } = useHandover();
  const navigate = useNavigate();
  const { tries } = useSession();
  const add = useCommand(addUserDocument);
  const form = useForm({
    name: 'add-user',
    initial: emptyNewUser,
    secrets: ['confirmationPin', 'sure'],
  });
  const { values } = form;

  const send = async () => {
    const input = inputOf(values);
    const outcome = await add({ input });
    if (outcome.kind === 'DONE') {
      form.finish();
      hand([slipOf(outcome.value)]);
      await navigate(paths.slips);
      return;
    }
    sayNotDone(form, m, outcome, (path) => fieldOfPath(input, path));
  };

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const label = limitLabel(m, words(locale));
    const problems = {
      ...checkNewUser(words(locale), values, label),
      ...confirmationProblems(m, values, tries),
    };
    if (hasProblems(problems)) form.say(problems);
    else form.sending(send);
  };

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <FormSummary form={form} />
      <Panel title={t.person}>
        <TextEntry
          form={form}
          name="userId"
          label={t.userId}
          hint={t.userIdHint}
          normalize={typedId}
          width="medium"
          mono
        />
        <TextEntry form={form} name="name" label={t.name} hint={t.nameHint} width="medium" />
        <TextEntry
          form={form}
          name="email"
          label={t.email}
          hint={t.emailHint}
          type="email"
          inputMode="email"
          normalize={typedId}
          width="medium"
          optional
        />
      </Panel>
      <Panel title={t.rights}>
        <p>{t.rightsLead}</p>
        <div id={form.fieldId('permissions')} tabIndex={-1}>
          <PermissionGrid
            services={props.contractServices.map((each) => each.service)}
            permissions={values.permissions}
            onChange={(permissions) => form.set('permissions', permissions)}
          />
        </div>
      </Panel>
      <Panel title={t.limits}>
        <NewUserLimits form={form} contractServices={props.contractServices} />
      </Panel>
      <Panel title={m.forms.confirmTitle}>
        <Consequences title={m.forms.follows} items={newUserWords(m, words(locale), values)} />
        <Confirmation form={form} />
        <Button kind="primary" type="submit" busy={form.busy ? m.common.busy : undefined}>
          {t.submit}
        </Button>
      </Panel>
    </form>
  );
}
