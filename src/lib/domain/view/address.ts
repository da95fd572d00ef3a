import type { Lang } from '../text.ts';
import { DEFAULT_VIEW, viewToUrl, type View } from './view.ts';

/** The language that a path names, and the path without it. English has no prefix. */
export function splitLang(pathname: string): { lang: Lang; path: string } {
  if (pathname === '/uk' || pathname.startsWith('/uk/'))
    return { lang: 'uk', path: pathname.slice(3) || '/' };
  return { lang: 'en', path: pathname };
}

/** The address of a page in a language, with a view. `path` begins with a slash and has no language. */
export function address(
  lang: Lang,
  path: string,
  view: View = DEFAULT_VIEW,
  more: Record<string, string> = {},
): string {
  const params = viewToUrl(view);
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  const query = params.toString().replace(/%2C/g, ',');
  const prefix = lang === 'uk' ? '/uk' : '';
  const base = path === '/' ? prefix || '/' : prefix + path;
  return query ? `${base}?${query}` : base;
}

/** What of a view goes along to pages that show no map of their own: which edition, and how it looks. */
export const carried = (view: View): View => ({
  ...DEFAULT_VIEW,
  edition: view.edition,
  known: view.known,
  theme: view.theme,
});

/** A picture of a view for link previews and downloads, 1200 × 630, with the edition pinned. */
export const pictureAddress = (type: 'svg' | 'png', view: View, lang: Lang, edition: number): string =>
  address(
    'en',
    `/map.${type}`,
    { ...view, edition: edition || undefined, known: undefined, theme: 'system' },
    { width: '1200', height: '630', lang, theme: view.theme === 'dark' ? 'dark' : 'light' },
  );
