import { embedFromUrl } from '#lib/domain/embed/options.ts';
import { conditional, etagOf, OPEN } from '#lib/server/api/conditional.ts';
import { widgetFeed } from '#lib/server/embed/feed.ts';
import { mendedSince } from '#lib/server/embed/later.ts';
import { asMeant } from '#lib/server/embed/meant.ts';
import { titleOfWidget } from '#lib/server/embed/widget.ts';
import { readAsked } from '#lib/server/pages/asked.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { store, config }, request, url }) => {
  const { options: wanted } = embedFromUrl(url.searchParams);
  const asked = await readAsked(store, url.searchParams, wanted.lang);
  const options = asMeant(wanted, asked);
  const [title, mended] = await Promise.all([
    titleOfWidget(asked, options),
    mendedSince(store, asked, options),
  ]);
  const feed = widgetFeed(asked, options, title, mended, config);
  const headers = {
    ...OPEN,
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': 'public, max-age=60',
  };
  return conditional(request, etagOf(feed), headers, () => feed);
};
