import { Badge } from '../../src/badge/badge.tsx';
import { DescriptionList } from '../../src/description-list/description-list.tsx';
import type { Entry } from '../entry.ts';

export const descriptionList: Entry = {
  name: 'description-list',
  states: [
    {
      title: 'normal',
      Show: () => (
        <DescriptionList
          items={[
            { term: '利用者ID', detail: 'kato01' },
            { term: '状態', detail: <Badge tone="success">利用中</Badge> },
            { term: '最後のログオン', detail: '2026年11月22日 14:05' },
          ]}
        />
      ),
    },
    {
      title: 'long text',
      Show: () => (
        <DescriptionList
          items={[
            {
              term: 'Addresses for notices',
              detail:
                'accounting-department-of-the-head-office@mail.sakura-trading.example.jp, second@example.jp, third@example.jp',
            },
            {
              term: 'Services',
              detail:
                'Balance inquiry, activity statement, funds transfer, taxes and bills, bulk transfer, payroll, direct debit, file exchange',
            },
          ]}
        />
      ),
    },
    { title: 'empty', Show: () => <DescriptionList items={[]} /> },
  ],
};
