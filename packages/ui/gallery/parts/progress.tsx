import { useState } from 'react';
import { Button } from '../../src/button/button.tsx';
import { Progress } from '../../src/progress/progress.tsx';
import type { Entry } from '../entry.ts';

export const progress: Entry = {
  name: 'progress',
  states: [
    {
      title: 'begun, under way, done',
      Show: () => (
        <div className="flex flex-col gap-6">
          <Progress label="利用者を登録しています" done={0} total={99} text="0 / 99人" />
          <Progress label="利用者を登録しています" done={37} total={99} text="37 / 99人" />
          <Progress label="登録が終わりました" done={99} total={99} text="99 / 99人" />
        </div>
      ),
    },
    { title: 'can be stopped', Show: Stoppable },
    {
      title: 'busy: being stopped',
      Show: () => (
        <Progress
          label="限度額を変更しています"
          done={12}
          total={99}
          text="12 / 99人"
          stop={{ text: '中止する', onStop: () => undefined, busy: '中止しています' }}
        />
      ),
    },
    {
      title: 'long text',
      Show: () => (
        <Progress
          label="The permissions of the users that you have selected on the previous page are being changed"
          done={1}
          total={1000}
          text="1 of 1,000 users, about four minutes are left"
          stop={{ text: 'Stop after the user who is being changed', onStop: () => undefined }}
        />
      ),
    },
  ],
};

function Stoppable() {
  const [done, setDone] = useState(36);
  const [stopped, setStopped] = useState(false);
  return (
    <div className="flex flex-col gap-4">
      <Progress
        label={stopped ? '中止しました' : '権限を変更しています'}
        done={done}
        total={99}
        text={`${done} / 99人`}
        {...(stopped ? {} : { stop: { text: '中止する', onStop: () => setStopped(true) } })}
      />
      <div>
        <Button kind="quiet" compact onPress={() => setDone(Math.min(99, done + 9))}>
          次の9人
        </Button>
      </div>
    </div>
  );
}
