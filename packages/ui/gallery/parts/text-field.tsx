import { useState } from 'react';
import { TextField, type TextFieldProps } from '../../src/text-field/text-field.tsx';
import type { Entry } from '../entry.ts';

export const textField: Entry = {
  name: 'text-field',
  states: [
    { title: 'normal', Show: () => <Trial /> },
    {
      title: 'hint, required, filled in',
      Show: () => <Trial required="※必須" hint="60文字まで" first="加藤 浩" width="medium" />,
    },
    {
      title: 'error',
      Show: () => (
        <Trial
          required="※必須"
          error="氏名に改行は使えません。1行で入力してください。"
          width="medium"
        />
      ),
    },
    {
      title: 'what follows belongs to it; optional',
      Show: () => (
        <Trial
          label="1回あたりの限度額"
          optional="※任意"
          first="80万"
          width="short"
          after={<p className="text-sm font-bold">¥800,000 · 80万円</p>}
        />
      ),
    },
    {
      title: 'every width, monospaced',
      Show: () => (
        <div className="flex flex-col gap-4">
          <Trial label="ワンタイムパスワード" width="digits" mono first="0123" />
          <Trial label="ご契約先ID" width="short" mono first="12345678901" />
          <Trial label="利用者ID" width="medium" mono first="kato01" />
        </div>
      ),
    },
    {
      title: 'long text',
      Show: () => (
        <Trial
          label="The name of the user as it stands in the history, on slips and in mails to the registered addresses"
          hint="Up to 60 characters. It may be changed later; what was written under the old name keeps it."
          error="There are more than 60 characters. Shorten the name, for instance by leaving out what stands in brackets."
          first={'Bartholomew Featherstonehaugh-Cholmondeley '.repeat(3)}
        />
      ),
    },
  ],
};

function Trial(props: Partial<TextFieldProps> & { readonly first?: string }) {
  const { first = '', ...field } = props;
  const [value, setValue] = useState(first);
  return <TextField label="氏名" {...field} value={value} onChange={setValue} />;
}
