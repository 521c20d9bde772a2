import { Button } from '../../src/button/button.tsx';
import { Panel } from '../../src/panel/panel.tsx';
import type { Entry } from '../entry.ts';

export const panel: Entry = {
  name: 'panel',
  states: [
    { title: 'normal', Show: () => <Panel title="業務権限">残高照会、資金移動</Panel> },
    {
      title: 'with something beside the title',
      Show: () => (
        <Panel title="利用限度額" aside={<Button compact>変更</Button>}>
          <p>資金移動：1回あたり ¥800,000</p>
        </Panel>
      ),
    },
    {
      title: 'long text',
      Show: () => (
        <Panel
          title="What this person can do right now, and if they can’t do something, why that is so"
          aside={<Button compact>Print this part of the page</Button>}
        >
          <p>Nothing at all: the contract was stopped by the administrator.</p>
        </Panel>
      ),
    },
  ],
};
