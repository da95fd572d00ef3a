import { versionOf } from '#lib/domain/history/edition.ts';
import { embedFromUrl, embedToUrl } from '#lib/domain/embed/options.ts';
import { conditional, etagOf, OPEN } from '#lib/server/api/conditional.ts';
import { basemapHash } from '#lib/server/draw/basemap.ts';
import { bounded } from '#lib/server/editions/bounded.ts';
import { ancestorsOf } from '#lib/server/embed/ancestors.ts';
import { lightPage } from '#lib/server/embed/light.ts';
import { discoveryHeader } from '#lib/server/embed/discovery.ts';
import { mendedSince } from '#lib/server/embed/later.ts';
import { goneOf, missingFrom, ribbonOf } from '#lib/server/embed/ribbon.ts';
import { isStale } from '#lib/server/embed/widget.ts';
import { readAsked } from '#lib/server/pages/asked.ts';
import type { RequestHandler } from './$types';

/** Raised whenever a change of the widget changes its bytes. */
const WIDGET = 2;
/** A take-down is gone from every cache within a minute. */
const KEPT = 'public, max-age=60';

const pages = bounded<Promise<{ html: string; policy: string }>>(64);

export const GET: RequestHandler = async ({ locals, request, url }) => {
  const { store, config } = locals;
  const { options, notes } = embedFromUrl(url.searchParams);
  const asked = await readAsked(store, url.searchParams, options.lang);
  const now = Date.now();
  const unread = new Set(notes.map((n) => n.param));
  const missing = await missingFrom(asked, options);
  const all = [
    ...notes,
    // What is gone is said over the picture.
    ...asked.notes.filter((n) => !unread.has(n.param) && n.param !== missing?.param),
  ];
  const etag = etagOf(
    versionOf(asked.edition),
    versionOf(asked.head),
    WIDGET,
    basemapHash(),
    embedToUrl(options).toString(),
    all.map((n) => `${n.param} ${n.value}`).join('\n'),
    config.publisher,
    config.origin,
    asked.day,
    String(isStale(asked, now)),
    JSON.stringify(missing),
  );
  const { html, policy } = await pages(etag, async () => {
    const mended = asked.edition.number < asked.head.number ? await mendedSince(store, asked, options) : [];
    const news = {
      ribbon: ribbonOf(mended, options.lang, config.origin),
      gone: goneOf(missing, options.lang, config.origin),
    };
    return lightPage(asked, options, all, config, now, news);
  });
  return conditional(
    request,
    etag,
    {
      ...OPEN,
      'content-type': 'text/html; charset=utf-8',
      'cache-control': KEPT,
      // An element for it in the page itself would be read as one that is fetched.
      link: discoveryHeader(config, `/embed?${embedToUrl(options)}`),
      'content-security-policy': `${policy}; ${ancestorsOf(config)}`,
    },
    () => html,
  );
};
