export type Theme = 'light' | 'dark';

/** Whether the page is light or dark now. */
export function themeNow(): Theme {
  const set = document.documentElement.dataset['theme'];
  if (set === 'light' || set === 'dark') return set;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** Tell when that changes, until it is given up. */
export function watchTheme(told: (theme: Theme) => void): () => void {
  const media = matchMedia('(prefers-color-scheme: dark)');
  const tell = (): void => told(themeNow());
  const observer = new MutationObserver(tell);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  media.addEventListener('change', tell);
  return () => {
    observer.disconnect();
    media.removeEventListener('change', tell);
  };
}

export const isStill = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
