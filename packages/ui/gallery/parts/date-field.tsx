import { useState } from 'react';
import { DateField, type DateFieldProps } from '../../src/date-field/date-field.tsx';
import type { Entry } from '../entry.ts';

export const dateField: Entry = {
  name: 'date-field',
  states: [
    { title: 'normal, empty', Show: () => <Trial /> },
    {
      title: 'hint, bounds, required',
      Show: () => (
        <Trial
          label="有効期間の開始日"
          required="※必須"
          hint="契約の開始日（2026年4月1日）から今日までの日付"
          min="2026-04-01"
          max="2026-11-22"
          first="2026-11-01"
        />
      ),
    },
    {
      title: 'error',
      Show: () => (
        <Trial
          optional="※任意"
          error="終わりの日が始まりの日より前です。始まりの日以降の日付を入力してください。"
          first="2026-10-31"
        />
      ),
    },
    {
      title: 'long text',
      Show: () => (
        <Trial
          label="The first day of the entries of the history that you would like to read, print or export"
          hint="As days are counted in Japan, whatever the clock of this computer says."
        />
      ),
    },
  ],
};

function Trial(props: Partial<DateFieldProps> & { readonly first?: string }) {
  const { first = '', ...field } = props;
  const [value, setValue] = useState(first);
  return (
    <DateField
      label="開始日"
      unfinished="日付が最後まで入力されていません。年・月・日を入力してください。"
      {...field}
      value={value}
      onChange={setValue}
    />
  );
}
