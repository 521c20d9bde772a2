import { Checklist } from '../../src/checklist/checklist.tsx';
import type { Entry } from '../entry.ts';

const rules = ['8文字以上、64文字以内', '同じ文字を4つ続けない', '確認暗証番号と異なる'];

export const checklist: Entry = {
  name: 'checklist',
  states: [
    { title: 'nothing typed', Show: () => <Rules met={[null, null, null]} /> },
    { title: 'met, not met, not known', Show: () => <Rules met={[true, false, null]} /> },
    { title: 'all met', Show: () => <Rules met={[true, true, true]} /> },
    {
      title: 'long text',
      Show: () => (
        <Checklist
          label="What the new PIN has to be"
          met="met"
          open="not met yet"
          items={[
            {
              text: 'Contains neither the contract ID nor a user ID of four characters and more, in whatever case',
              met: false,
            },
          ]}
        />
      ),
    },
  ],
};

function Rules(props: { readonly met: readonly (boolean | null)[] }) {
  return (
    <Checklist
      label="暗証番号の決まり"
      met="満たしています"
      open="満たしていません"
      items={rules.map((text, index) => ({ text, met: props.met[index] ?? null }))}
    />
  );
}
