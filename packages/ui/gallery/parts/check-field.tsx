import { useState } from 'react';
import { CheckField, type CheckFieldProps } from '../../src/check-field/check-field.tsx';
import type { Entry } from '../entry.ts';

export const checkField: Entry = {
  name: 'check-field',
  states: [
    { title: 'normal', Show: () => <Trial label="作成" /> },
    { title: 'on', Show: () => <Trial label="承認" first /> },
    {
      title: 'disabled, with the reason',
      Show: () => <Trial label="照会" first fixed="「承認」に必要です" />,
    },
    {
      title: 'error',
      Show: () => (
        <Trial
          label="入力した暗証番号をもう一度確かめました"
          error="確かめてから、印を付けてください。"
        />
      ),
    },
    {
      title: 'long text',
      Show: () => (
        <Trial label="I know that nobody of this contract will be able to approve bulk transfers any more until another user gets this permission." />
      ),
    },
  ],
};

function Trial(
  props: Omit<CheckFieldProps, 'checked' | 'onChange'> & { readonly first?: boolean },
) {
  const { first = false, ...field } = props;
  const [checked, setChecked] = useState(first);
  return <CheckField {...field} checked={checked} onChange={setChecked} />;
}
