import { useState } from 'react';
import { PinField, type PinFieldProps } from '../../src/pin-field/pin-field.tsx';
import type { Entry } from '../entry.ts';

const words = { show: '表示', hide: '隠す', capsLock: 'CapsLockがオンです' };

export const pinField: Entry = {
  name: 'pin-field',
  states: [
    { title: 'normal', Show: () => <Trial /> },
    {
      title: 'hint, required, filled in',
      Show: () => (
        <Trial required="※必須" hint="操作を確かめるための暗証番号" first="Momiji-1234" />
      ),
    },
    {
      title: 'error',
      Show: () => (
        <Trial
          required="※必須"
          error="確認暗証番号が違います。あと4回まちがえると、ご契約先のすべての利用が止まります。"
        />
      ),
    },
    {
      title: 'long text',
      Show: () => (
        <Trial
          label="The confirmation PIN of the contract, which confirms each thing that the administrator does"
          words={{ ...words, show: 'Show what I type', hide: 'Hide what I type' }}
          hint="It is not the PIN that you log on with; the two always differ."
        />
      ),
    },
  ],
};

function Trial(props: Partial<PinFieldProps> & { readonly first?: string }) {
  const { first = '', ...field } = props;
  const [value, setValue] = useState(first);
  return (
    <PinField
      label="ご契約先確認暗証番号"
      autoComplete="off"
      words={words}
      {...field}
      value={value}
      onChange={setValue}
    />
  );
}
