import { useSyncExternalStore } from 'react';
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
  for (const heard of hearing) heard();
}

/** Whoever shows the choice: it can be made in two places of a page. */
const hearing = new Set<() => void>();

function hear(heard: () => void): () => void {
  hearing.add(heard);
  return () => void hearing.delete(heard);
}

export function useTheme(): Theme {
  return useSyncExternalStore(hear, chosenTheme);
}

export function applyTheme(theme: Theme): void {
  if (theme === 'auto') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
