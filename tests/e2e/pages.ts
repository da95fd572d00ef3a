/** The pages that the tests visit: one of every kind, in both languages. Paths are those of English. */

/** The strike on Dnipro: dated to its week in edition 1, to its day in edition 2. */
export const STRIKE = '/events/e-qs5fjj7wdd';
/** Report A shows no date; its page says how it is dated. */
export const REPORT_A = '/reports/r-5z2xwd7cec';
export const REPORT_B = '/reports/r-b75jeocxoz';

export interface Kind {
  readonly name: string;
  readonly path: string;
  readonly status?: number;
}

export const PAGES: readonly Kind[] = [
  { name: 'the map', path: '/' },
  { name: 'an older edition and a bad value', path: '/?edition=1&window=x' },
  { name: 'all events', path: '/events' },
  { name: 'an event', path: STRIKE },
  { name: 'an event without a place', path: '/events/e-aiov23cufq' },
  { name: 'all reports', path: '/reports' },
  { name: 'report A', path: REPORT_A },
  { name: 'report B', path: REPORT_B },
  { name: 'Kurakhove', path: '/places/kurakhove' },
  { name: 'Vuhledar', path: '/places/vuhledar' },
  { name: 'a day', path: '/days/2024-11-21' },
  { name: 'a search', path: '/search?q=Dnipro' },
  { name: 'a search for nothing', path: '/search' },
  { name: 'a search in vain', path: '/search?q=Atlantis' },
  { name: 'a change of ground', path: '/change?from=2024-11-01&to=2024-11-26' },
  { name: 'editions', path: '/editions' },
  { name: 'corrections', path: '/corrections' },
  { name: 'method', path: '/method' },
  { name: 'a map for an article', path: '/embed/new?place=kurakhove&know=1&accent=ffcc00' },
  { name: 'maps in articles', path: '/embed/examples' },
  { name: 'a test article', path: '/embed/article?place=kurakhove' },
  { name: 'what is not there', path: '/nowhere', status: 404 },
];

export type Lang = 'en' | 'uk';

/** The address of a page in a language, with further parameters. */
export function at(path: string, lang: Lang, more: Record<string, string> = {}): string {
  const [pathname = '/', query = ''] = path.split('?');
  const params = new URLSearchParams(query);
  for (const [name, value] of Object.entries(more)) params.set(name, value);
  const base = lang === 'uk' ? `/uk${pathname === '/' ? '' : pathname}` : pathname;
  return params.size > 0 ? `${base}?${params}` : base;
}
