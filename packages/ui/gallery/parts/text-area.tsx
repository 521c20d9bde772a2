import { useState } from 'react';
import { TextArea, type TextAreaProps } from '../../src/text-area/text-area.tsx';
import type { Entry } from '../entry.ts';

export const textArea: Entry = {
  name: 'text-area',
  states: [
    { title: 'normal', Show: () => <Trial /> },
    {
      title: 'hint, required, filled in',
      Show: () => (
        <Trial required="※必須" hint="1行に1つ、100件まで" first={'001-1234567\n002-7654321'} />
      ),
    },
    {
      title: 'error',
      Show: () => (
        <Trial
          required="※必須"
          first="支店"
          error="口座番号（1件目）が口座番号の形になっていません。半角英数字とハイフンで入力してください。"
        />
      ),
    },
  ],
};

function Trial(props: Partial<TextAreaProps> & { readonly first?: string }) {
  const { first = '', ...rest } = props;
  const [value, setValue] = useState(first);
  return <TextArea label="口座番号" lines={3} {...rest} value={value} onChange={setValue} />;
}
