import type { KeyedWidget } from '#lib/domain/embed/keyed.ts';
import { embedFromUrl } from '#lib/domain/embed/options.ts';
import { conditional, etagOf, OPEN } from '../api/conditional.ts';
import type { Config } from '../config.ts';
import { readAsked } from '../pages/asked.ts';
import type { PublicStore } from '../store/store.ts';
import { widgetFeed } from './feed.ts';
import { mendedSince } from './later.ts';
import { asMeant } from './meant.ts';
import { titleOfWidget } from './widget.ts';

/** What a feed of a widget is made from: the widget's parameters, and the key that it is shown by. */
interface FeedAsked {
  readonly store: PublicStore;
  readonly config: Config;
  readonly request: Request;
  readonly params: URLSearchParams;
  readonly keyed?: KeyedWidget;
}

/** The corrections of what a widget shows, as an answer that may be a minute old. */
export async function feedAnswer({ store, config, request, params, keyed }: FeedAsked): Promise<Response> {
  const { options: wanted } = embedFromUrl(params);
  const asked = await readAsked(store, params, wanted.lang);
  const options = asMeant(wanted, asked);
  const [title, mended] = await Promise.all([
    titleOfWidget(asked, options),
    mendedSince(store, asked, options),
  ]);
  const feed = widgetFeed(asked, options, title, mended, config, keyed);
  const headers = {
    ...OPEN,
    'content-type': 'application/atom+xml; charset=utf-8',
    'cache-control': 'public, max-age=60',
  };
  return conditional(request, etagOf(feed), headers, () => feed);
}
