import { Badge } from '../../src/badge/badge.tsx';
import type { Entry } from '../entry.ts';

export const badge: Entry = {
  name: 'badge',
  states: [
    {
      title: 'every tone',
      Show: () => (
        <p className="flex flex-wrap gap-3">
          <Badge tone="neutral">登録抹消</Badge>
          <Badge tone="info">初回ログオン待ち</Badge>
          <Badge tone="success">利用中</Badge>
          <Badge tone="warning">期限が近い</Badge>
          <Badge tone="danger">利用中止</Badge>
        </p>
      ),
    },
    {
      title: 'long text',
      Show: () => (
        <Badge tone="info">Waits for the first logon with the temporary PINs of the slip</Badge>
      ),
    },
  ],
};
