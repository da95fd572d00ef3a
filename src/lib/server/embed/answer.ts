import { embedFromUrl, embedToUrl } from '#lib/domain/embed/options.ts';
import type { KeyedWidget } from '#lib/domain/embed/keyed.ts';
import { versionOf } from '#lib/domain/history/edition.ts';
import { conditional, etagOf, OPEN } from '../api/conditional.ts';
import type { Config } from '../config.ts';
import { basemapHash } from '../draw/basemap.ts';
import { bounded } from '../editions/bounded.ts';
import { readAsked } from '../pages/asked.ts';
import { askedNotes } from '../pages/asked-notes.ts';
import type { PublicStore } from '../store/store.ts';
import { ancestorsOf } from './ancestors.ts';
import { discoveryHeader } from './discovery.ts';
import { keptAsIs } from './kept.ts';
import { mendedSince } from './later.ts';
import { lightPage } from './light.ts';
import { asMeant } from './meant.ts';
import { goneOf, missingFrom, ribbonOf } from './ribbon.ts';
import { isStale } from './widget.ts';

/** Raised whenever a change of the widget changes its bytes. */
const WIDGET = 6;
/** A take-down is gone from every cache within a minute. */
const KEPT = 'public, max-age=60';

const pages = bounded<Promise<{ html: string; policy: string }>>(64);

/** What a widget is made from. */
export interface WidgetAsked {
  readonly store: PublicStore;
  readonly config: Config;
  readonly request: Request;
  readonly params: URLSearchParams;
  /** Its own path, under which it is found again. */
  readonly path?: string;
  /** The newsroom whose key it is shown by, with what it adds in its own words. */
  readonly keyed?: KeyedWidget | undefined;
}

/** A widget as one answer: whatever is asked, a map. */
export async function widgetAnswer({
  store,
  config,
  request,
  params,
  path,
  keyed,
}: WidgetAsked): Promise<Response> {
  const { options: wanted, notes } = embedFromUrl(params);
  const asked = await readAsked(store, params, wanted.lang);
  const meant = asMeant(wanted, asked);
  // A copy stays what it was when it was made, whatever the map on the site does.
  const options = config.copy ? keptAsIs(meant, asked) : meant;
  const now = Date.now();
  const unread = new Set(notes.map((n) => n.param));
  const missing = await missingFrom(asked, options);
  const all = [
    ...notes,
    // What is gone is said over the picture.
    ...asked.notes.filter((n) => !unread.has(n.param) && n.param !== missing?.param),
  ];
  const otherwise = Object.values(askedNotes({ ...asked, lang: options.lang })).filter(
    (note) => note !== undefined,
  );
  const etag = etagOf(
    versionOf(asked.edition),
    versionOf(asked.head),
    WIDGET,
    basemapHash(),
    embedToUrl(options).toString(),
    all.map((n) => `${n.param} ${n.value}`).join('\n'),
    otherwise.join('\n'),
    config.publisher,
    config.origin,
    asked.day,
    String(isStale(asked, now)),
    JSON.stringify(missing),
    JSON.stringify(keyed),
    JSON.stringify(config.copy),
  );
  const { html, policy } = await pages(etag, async () => {
    const mended = asked.edition.number < asked.head.number ? await mendedSince(store, asked, options) : [];
    const news = {
      ribbon: ribbonOf(mended, options.lang, config.origin),
      gone: goneOf(missing, options.lang, config.origin),
    };
    return lightPage(asked, options, all, config, now, { ...news, keyed, otherwise });
  });
  return conditional(
    request,
    etag,
    {
      ...OPEN,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': KEPT,
      // By this an article's script knows that it came.
      'timing-allow-origin': '*',
      // An element for it in the page itself would be read as one that is fetched.
      link: discoveryHeader(config, path ?? `/embed?${embedToUrl(options)}`),
      'content-security-policy': `${policy}; ${ancestorsOf(config, keyed?.sites)}`,
    },
    () => html,
  );
}
