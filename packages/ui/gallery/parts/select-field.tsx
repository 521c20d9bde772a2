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

function Trial(props: { readonly label: string; readonly texts: readonly string[] }) {
  const [value, setValue] = useState('0');
  return (
    <SelectField
      label={props.label}
      value={value}
      onChange={setValue}
      choices={props.texts.map((text, index) => ({ value: String(index), text }))}
    />
  );
}
