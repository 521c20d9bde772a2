import { choices } from './choices.ts';

export type Theme = 'auto' | 'light' | 'dark';

export const themes: readonly Theme[] = ['auto', 'light', 'dark'];

export function chosenTheme(): Theme {
  const chosen = localStorage.getItem(choices.theme);
  return themes.find((theme) => theme === chosen) ?? 'auto';
}

/** Sets what `tokens.css` looks at, and remembers it in this browser. */
export function chooseTheme(theme: Theme): void {
  localStorage.setItem(choices.theme, theme);
  applyTheme(theme);
}

export function applyTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
