import { useId } from 'react';
import { chooseTheme, themes, useTheme } from '../lib/theme.ts';
import { useMessages } from '../messages/messages.tsx';

export function ThemeSelect() {
  const m = useMessages();
  const id = useId();
  const theme = useTheme();
  return (
    <span className="flex items-center gap-2 text-sm print:hidden">
      <label htmlFor={id}>{m.common.theme}</label>
      <select
        id={id}
        className="min-h-9 cursor-pointer rounded-8 border border-control bg-surface px-2"
        value={theme}
        onChange={(event) => {
          const chosen = themes.find((each) => each === event.target.value);
          if (chosen !== undefined) chooseTheme(chosen);
        }}
      >
        {themes.map((each) => (
          <option key={each} value={each}>
            {m.common.themes[each]}
          </option>
        ))}
      </select>
    </span>
  );
}
