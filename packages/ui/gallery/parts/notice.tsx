import { Notice, type NoticeTone } from '../../src/notice/notice.tsx';
import type { Entry } from '../entry.ts';

const tones: readonly NoticeTone[] = ['info', 'success', 'warning', 'danger'];

export const notice: Entry = {
  name: 'notice',
  states: [
    {
      title: 'every tone',
      Show: () => (
        <div className="flex flex-col gap-3">
          {tones.map((tone) => (
            <Notice key={tone} tone={tone} title="kato01の利用を中止しました">
              ログオン中だったため、ログオフされました。
            </Notice>
          ))}
        </div>
      ),
    },
    {
      title: 'title alone, text alone',
      Show: () => (
        <div className="flex flex-col gap-3">
          <Notice tone="success" title="変更しました" />
          <Notice tone="info">お客様カードは、あと5回使えます。</Notice>
        </div>
      ),
    },
    {
      title: 'long text',
      Show: () => (
        <Notice
          tone="danger"
          title="You have one try left; after another wrong entry everybody is locked"
        >
          All services of the contract stop for the administrator and for every user, and only the
          desk of your bank can start them again, in writing, with the seal that it knows.
        </Notice>
      ),
    },
  ],
};
