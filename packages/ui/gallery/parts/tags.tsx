import { useState } from 'react';
import { Tags } from '../../src/tags/tags.tsx';
import type { Entry } from '../entry.ts';

export const tags: Entry = {
  name: 'tags',
  states: [
    { title: 'normal', Show: () => <Trial texts={['状態：利用中止', '期間：11月1日から']} /> },
    {
      title: 'many, long text',
      Show: () => (
        <Trial
          texts={[
            ...Array.from({ length: 9 }, (_, index) => `User: user${index + 1}`),
            'What: permissions and limits of users were changed, one by one or for several at once',
          ]}
        />
      ),
    },
    { title: 'empty', Show: () => <Trial texts={[]} /> },
  ],
};

function Trial(props: { readonly texts: readonly string[] }) {
  const [left, setLeft] = useState(props.texts);
  return (
    <Tags
      label="絞り込みの条件"
      items={left.map((text) => ({ key: text, text }))}
      removeName={(text) => `条件「${text}」を外す`}
      onRemove={(key) => setLeft(left.filter((each) => each !== key))}
    />
  );
}
