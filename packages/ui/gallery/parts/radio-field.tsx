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
  ],
};

function Trial(props: {
  readonly name: string;
  readonly choices: readonly {
    readonly value: string;
    readonly text: string;
    readonly hint?: string;
  }[];
}) {
  const [value, setValue] = useState(props.choices[0]?.value ?? '');
  return <RadioField {...props} legend="文字コード" value={value} onChange={setValue} />;
}
