import { Button } from '../../src/button/button.tsx';
import { PageHeading } from '../../src/page-heading/page-heading.tsx';
import type { Entry } from '../entry.ts';

export const pageHeading: Entry = {
  name: 'page-heading',
  states: [
    {
      title: 'normal',
      Show: () => (
        <PageHeading site="Gallery" focus={false}>
          利用者
        </PageHeading>
      ),
    },
    {
      title: 'with a lead and something beside it',
      Show: () => (
        <PageHeading
          site="Gallery"
          focus={false}
          lead="利用者の追加と、権限・限度額の変更"
          aside={<Button kind="primary">利用者を追加</Button>}
        >
          利用者
        </PageHeading>
      ),
    },
    {
      title: 'long text',
      Show: () => (
        <PageHeading
          site="Gallery"
          focus={false}
          lead="What each of them may do, up to which amount, and since when it has been so"
          aside={<Button>Print</Button>}
        >
          Permissions and limits of Bartholomew Featherstonehaugh-Cholmondeley
        </PageHeading>
      ),
    },
  ],
};
