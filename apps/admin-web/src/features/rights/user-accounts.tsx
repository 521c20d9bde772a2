import { Panel } from '@monban/ui/panel/panel';
import { RadioField } from '@monban/ui/radio-field/radio-field';
import { TextArea } from '@monban/ui/text-area/text-area';
import type { Form } from '../../forms/use-form.ts';
import { useMessages } from '../../messages/inside.ts';
import type { CompanyUser } from './company.ts';
import { type UserRightsValues, whichAccounts } from './user-rights-values.ts';

const choices = ['ALL', 'SOME'] as const;

/** From which accounts: all of the contract's, or those that are named. */
export function UserAccounts(props: {
  readonly form: Form<UserRightsValues>;
  readonly user: CompanyUser;
}) {
  const { form, user } = props;
  const m = useMessages();
  const t = m.rights.one;
  const which = whichAccounts(user, form.values);
  return (
    <Panel title={t.accounts}>
      <RadioField
        legend={t.accounts}
        name={form.fieldId('whichAccounts')}
        value={which}
        choices={choices.map((value) => ({ value, text: t.which[value] }))}
        onChange={(chosen) => form.set('whichAccounts', chosen)}
      />
      {which === 'SOME' && (
        <TextArea
          id={form.fieldId('accounts')}
          name="accounts"
          label={t.numbers}
          lines={5}
          required={m.common.required}
          hint={t.numbersHint}
          value={form.values.accounts ?? user.accounts.join('\n')}
          onChange={(text) => form.set('accounts', text)}
          error={form.problems.accounts}
        />
      )}
    </Panel>
  );
}
