import { DEFAULT_EMBED, embedFromUrl, type EmbedOptions } from '#lib/domain/embed/options.ts';
import { isDay, type Day } from '#lib/domain/time/day.ts';
import { splitLang } from '#lib/domain/view/address.ts';
import { carried } from '#lib/domain/view/address.ts';
import { viewFromUrl, type View } from '#lib/domain/view/view.ts';

/** Pages that show no one thing: what stands for them is the map of what their address carries. */
const LISTS: ReadonlySet<string> = new Set([
  '/embed/examples',
  '/events',
  '/reports',
  '/search',
  '/editions',
  '/corrections',
  '/method',
]);

/** What a page of ours shows, as a widget of the same view. */
export interface PageWidget {
  readonly options: EmbedOptions;
  /** Whether the address is that of a page, which says nothing of how the widget goes on: it is pinned. */
  readonly isPage: boolean;
}

/** An address of ours, whole and with nobody's name in it; undefined where it is not. */
export function ownAddress(text: string, origin: string): URL | undefined {
  if (text.length > 4000 || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isOwn =
    /^https?:$/.test(url.protocol) && url.host === new URL(origin).host && !url.username && !url.password;
  return isOwn ? url : undefined;
}

/** The widget that an address of ours stands for; undefined where it is none of ours, or shows nothing. */
export function widgetOfAddress(url: URL): PageWidget | undefined {
  const { lang, path: whole } = splitLang(url.pathname);
  const path = whole.length > 1 ? whole.replace(/\/$/, '') : whole;
  if (/^\/embed(\/new)?$/.test(path) && lang === 'en')
    return { options: embedFromUrl(url.searchParams).options, isPage: false };
  const view = viewOfPage(path, url.searchParams);
  return (
    view && {
      options: { ...DEFAULT_EMBED, lang, view, accent: undefined, interactive: false },
      isPage: true,
    }
  );
}

function viewOfPage(path: string, params: URLSearchParams): View | undefined {
  const { view } = viewFromUrl(params);
  if (path === '/' || LISTS.has(path)) return view;
  const kept = carried(view);
  if (path === '/change') {
    const [from, to] = ['from', 'to'].map((name) => params.get(name));
    const days = {
      ...(dayIn(from) ? { compare: dayIn(from) } : {}),
      ...(dayIn(to) ? { day: dayIn(to) } : {}),
    };
    return { ...kept, ...days };
  }
  const [, room, id, ...more] = path.split('/');
  if (id === undefined || more.length > 0) return undefined;
  // Read as any address is, so that what is no id or day is none here either.
  const read = (param: string): View | undefined => {
    const found = viewFromUrl(new URLSearchParams({ [param]: id }));
    return found.notes.length > 0 ? undefined : { ...kept, ...pick(found.view) };
  };
  switch (room) {
    case 'events':
      return read('event');
    case 'places':
      return read('place');
    case 'reports':
      return read('report');
    case 'days':
      return read('day');
    default:
      return undefined;
  }
}

const dayIn = (text: string | null | undefined): Day | undefined =>
  text !== null && text !== undefined && isDay(text) ? text : undefined;

const pick = ({ event, place, report, day }: View): Partial<View> => ({
  ...(event === undefined ? {} : { event }),
  ...(place === undefined ? {} : { place }),
  ...(report === undefined ? {} : { report }),
  ...(day === undefined ? {} : { day }),
});
