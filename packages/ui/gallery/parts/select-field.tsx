import { useState } from 'react';
import { SelectField } from '../../src/select-field/select-field.tsx';
import type { Entry } from '../entry.ts';

export const selectField: Entry = {
  name: 'select-field',
  states: [
    {
      title: 'normal',
      Show: () => <Trial label="状態" texts={['すべて', '利用中', '利用中止']} />,
    },
    {
      title: 'hint, required, error',
      Show: () => (
        <Trial
          label="写し元の利用者"
          required="※必須"
          hint="権限と限度額が写されます"
          error="写し元の利用者を選んでください。"
          texts={['選んでください', 'kato01（加藤 浩）']}
        />
      ),
    },
    {
      title: 'many, long text',
      Show: () => (
        <Trial
          label="The user whose permissions are to be copied to the others that you have selected"
          texts={Array.from(
            { length: 99 },
            (_, index) => `user${index + 1}, Bartholomew Featherstonehaugh-Cholmondeley`,
          )}
        />
      ),
    },
  ],
};

function Trial(props: {
  readonly label: string;
  readonly texts: readonly string[];
  readonly required?: string;
  readonly hint?: string;
  readonly error?: string;
}) {
  const { texts, ...field } = props;
  const [value, setValue] = useState('0');
  return (
    <SelectField
      {...field}
      value={value}
      onChange={setValue}
      choices={texts.map((text, index) => ({ value: String(index), text }))}
    />
  );
}
