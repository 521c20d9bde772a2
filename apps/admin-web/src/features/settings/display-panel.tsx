import { locales } from '@monban/domain/locale';
import { Panel } from '@monban/ui/panel/panel';
import { RadioField } from '@monban/ui/radio-field/radio-field';
import { chooseTheme, themes, useTheme } from '../../lib/theme.ts';
import { useLanguage } from '../../messages/inside.ts';

/** Language and brightness of this browser. */
export function DisplayPanel() {
  const { m, choose, locale } = useLanguage();
  const t = m.settings.display;
  const theme = useTheme();
  return (
    <Panel title={t.title}>
      <p className="text-subtle">{t.lead}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <div>
          <h3 className="font-bold">{t.language}</h3>
          <RadioField
            legend={t.language}
            name="language"
            value={locale}
            choices={locales.map((value) => ({ value, text: t.languages[value] }))}
            onChange={choose}
          />
        </div>
        <div>
          <h3 className="font-bold">{m.common.theme}</h3>
          <RadioField
            legend={m.common.theme}
            name="theme"
            value={theme}
            choices={themes.map((value) => ({ value, text: m.common.themes[value] }))}
            onChange={chooseTheme}
          />
        </div>
      </div>
    </Panel>
  );
}
