import { Meter } from '../../src/meter/meter.tsx';
import type { Entry } from '../entry.ts';

export const meter: Entry = {
  name: 'meter',
  states: [
    {
      title: 'normal, near, full',
      Show: () => (
        <div className="grid gap-6 md:grid-cols-3">
          <Meter
            label="資金移動"
            used={300_000}
            total={1_000_000}
            text="¥300,000 / ¥1,000,000"
            note="本日の残り ¥700,000"
          />
          <Meter
            label="総合振込"
            used={4_600_000}
            total={5_000_000}
            text="¥4,600,000 / ¥5,000,000"
            tone="near"
            note="残りわずかです（¥400,000）"
          />
          <Meter
            label="給与・賞与振込"
            used={20_000_000}
            total={20_000_000}
            text="¥20,000,000 / ¥20,000,000"
            tone="full"
            note="本日の限度額に達しました"
          />
        </div>
      ),
    },
    {
      title:
        'nothing used, next to nothing used, nothing allowed, more used than is allowed by now',
      Show: () => (
        <div className="grid gap-6 md:grid-cols-4">
          <Meter label="資金移動" used={0} total={1_000_000} text="¥0 / ¥1,000,000" />
          <Meter label="資金移動" used={1} total={1_000_000} text="¥1 / ¥1,000,000" />
          <Meter label="資金移動" used={0} total={0} text="¥0 / ¥0" note="利用できません" />
          <Meter
            label="資金移動"
            used={900_000}
            total={500_000}
            text="¥900,000 / ¥500,000"
            tone="full"
            note="限度額の引下げ前に使われた分を含みます"
          />
        </div>
      ),
    },
    {
      title: 'label for those who listen alone',
      Show: () => (
        <Meter
          label="資金移動、本日の利用"
          labelHidden
          used={300_000}
          total={1_000_000}
          text="¥300,000（30%）"
        />
      ),
    },
    {
      title: 'long text',
      Show: () => (
        <Meter
          label="Funds transfer, taxes and bills, bulk transfer and payroll together, per day, of the whole contract"
          used={9_999_999_999_998}
          total={9_999_999_999_999}
          text="¥9,999,999,999,998 of ¥9,999,999,999,999 are used up today"
          tone="near"
          note="¥1 is left until midnight in Japan; whatever is larger is refused until then."
        />
      ),
    },
  ],
};
