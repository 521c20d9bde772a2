import { useState } from 'react';
import { FileField, type FileFieldProps } from '../../src/file-field/file-field.tsx';
import type { Entry } from '../entry.ts';

const words = {
  choose: 'ファイルを選ぶ',
  change: '別のファイルを選ぶ',
  drop: 'ここにファイルを置いて選ぶこともできます。',
  remove: '選択を取り消す',
  chosen: (file: File) => `${file.name}（${file.size}バイト）`,
};

const csv = new File(['userId,name\nkato01,加藤 浩\n'], '利用者一覧.csv');
const long = new File([''], `users-of-the-${'very-'.repeat(12)}long-name.csv`);

export const fileField: Entry = {
  name: 'file-field',
  states: [
    { title: 'normal, nothing chosen', Show: () => <Trial /> },
    {
      title: 'hint, required, chosen',
      Show: () => (
        <Trial required="※必須" hint="CSV形式、UTF-8またはShift_JIS、99行まで" first={csv} />
      ),
    },
    {
      title: 'error',
      Show: () => (
        <Trial
          required="※必須"
          error="3行目に問題があります。ファイルを直して、もう一度選んでください。"
          first={csv}
        />
      ),
    },
    { title: 'error, nothing chosen', Show: () => <Trial error="ファイルを選んでください。" /> },
    {
      title: 'long text',
      Show: () => (
        <Trial
          label="The file with the users whom you would like to add to your contract, one a line"
          hint="Columns: user ID, name, mail address, permissions, limits; exported from a spreadsheet."
          first={long}
        />
      ),
    },
  ],
};

function Trial(props: Partial<FileFieldProps> & { readonly first?: File }) {
  const { first = null, ...field } = props;
  const [file, setFile] = useState<File | null>(first);
  return (
    <FileField
      label="利用者のCSVファイル"
      accept=".csv"
      words={words}
      {...field}
      file={file}
      onChange={setFile}
    />
  );
}
