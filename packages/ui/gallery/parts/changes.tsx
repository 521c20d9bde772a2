import { Badge } from '../../src/badge/badge.tsx';
import { Changes } from '../../src/changes/changes.tsx';
import type { Entry } from '../entry.ts';

const words = { before: '変更前', after: '変更後' };

export const changes: Entry = {
  name: 'changes',
  states: [
    {
      title: 'normal, with consequences in each tone',
      Show: () => (
        <Changes
          words={words}
          items={[
            { term: '氏名', before: '加藤 浩', after: '加藤 洋' },
            {
              term: '状態',
              before: <Badge tone="success">利用中</Badge>,
              after: <Badge tone="danger">利用中止</Badge>,
              consequences: ['ログオン中の場合は、すぐにログオフされます'],
            },
            {
              term: '資金移動 1回あたり',
              before: '¥1,000,000',
              after: '¥500,000',
              tone: 'warning',
              consequences: ['ご契約先の限度額（¥300,000）を超える分は使えません'],
            },
            {
              term: '総合振込',
              before: '照会・作成・承認・送信',
              after: '照会・作成',
              tone: 'danger',
              consequences: [
                '3人が総合振込を承認できなくなります',
                '総合振込を承認できる人がいなくなります',
              ],
            },
          ]}
        />
      ),
    },
    {
      title: 'one',
      Show: () => (
        <Changes
          words={words}
          items={[{ term: 'メールアドレス', before: 'なし', after: 'kato@example.jp' }]}
        />
      ),
    },
    {
      title: 'long text',
      Show: () => (
        <Changes
          words={{ before: 'Before', after: 'After' }}
          items={[
            {
              term: 'Addresses that get a notice of everything that touches security, in both languages',
              before:
                'accounting-department-of-the-head-office@mail.sakura-trading.example.jp, second@example.jp',
              after:
                'the-new-accounting-department-of-the-head-office@mail.sakura-trading.example.jp',
              tone: 'warning',
              consequences: [
                'The old addresses go on getting every notice for seven days, and are told that they were removed.',
              ],
            },
          ]}
        />
      ),
    },
    {
      title: 'many',
      Show: () => (
        <Changes
          words={words}
          items={Array.from({ length: 12 }, (_, index) => ({
            term: `user${index + 1}`,
            before: '¥1,000,000',
            after: '¥500,000',
          }))}
        />
      ),
    },
  ],
};
