import type { Theme } from '#lib/domain/view/view.ts';

/** The theme of a widget: its own, or that of the reader's device as it changes. */
export function themeOf(
  theme: Theme,
  onchange: (now: 'light' | 'dark') => void,
): { now(): 'light' | 'dark' } {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const now = (): 'light' | 'dark' => (theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme);
  dark.addEventListener('change', () => onchange(now()));
  return { now };
}
