import { useState } from 'react';
import { RadioField } from '../../src/radio-field/radio-field.tsx';
import type { Entry } from '../entry.ts';

export const radioField: Entry = {
  name: 'radio-field',
  states: [
    {
      title: 'normal, with hints',
      Show: () => (
        <Trial
          name="normal"
          choices={[
            { value: 'utf8', text: 'UTF-8', hint: '多くの表計算ソフトで読めます' },
            { value: 'sjis', text: 'Shift_JIS' },
          ]}
        />
      ),
    },
    {
      title: 'long text',
      Show: () => (
        <Trial
          name="long"
          choices={[
            {
              value: 'replace',
              text: 'Replace the permissions that they have by those of the user whom you have chosen',
              hint: 'What they have beyond that is taken away.',
            },
            { value: 'add', text: 'Add those permissions to what they have' },
          ]}
        />
      ),
    },
    {
      title: 'nothing chosen yet',
      Show: () => (
        <Trial
          name="open"
          open
          choices={[
            { value: 'utf8', text: 'UTF-8' },
            { value: 'sjis', text: 'Shift_JIS' },
          ]}
        />
      ),
    },
  ],
};

function Trial(props: {
  readonly name: string;
  readonly choices: readonly {
    readonly value: string;
    readonly text: string;
    readonly hint?: string;
  }[];
  readonly open?: boolean;
}) {
  const { choices, name, open } = props;
  const [value, setValue] = useState(open === true ? null : (choices[0]?.value ?? null));
  return (
    <RadioField
      name={name}
      choices={choices}
      legend="文字コード"
      value={value}
      onChange={setValue}
    />
  );
}
