import { followingOf, embedToUrl, type EmbedOptions } from '#lib/domain/embed/options.ts';
import type { SnippetParts } from '#lib/domain/embed/snippets.ts';
import type { Lang } from '#lib/domain/text.ts';
import { address } from '#lib/domain/view/address.ts';
import { comparedWith } from '#lib/domain/view/compared.ts';
import { builderWords } from '#lib/words/builder.ts';
import { embedWords } from '#lib/words/embed.ts';
import { mapWords } from '#lib/words/map.ts';
import type { Config } from '../config.ts';
import type { Asked } from '../pages/asked.ts';
import { scriptAddress } from './script-address.ts';
import { pictureHref, TAKEN_SIZES } from './taken-pictures.ts';
import { aboutWhat } from './widget.ts';

/** Everything that a newsroom takes away of a widget, with whole addresses. */
export interface Built {
  readonly options: EmbedOptions;
  /** The widget's parameters, as they stand in its address. */
  readonly query: string;
  readonly parts: SnippetParts;
  readonly oembed: string;
}

const queryOf = (params: URLSearchParams): string => params.toString().replace(/%2C/g, ',');

/** A path and parameters as an address; without parameters no question mark is left. */
const asked = (path: string, query: string): string => (query ? `${path}?${query}` : path);

/** @param picture where the newsroom keeps its own copy of the picture */
export async function builtOf(
  shown: Asked,
  options: EmbedOptions,
  config: Config,
  picture: string | undefined,
): Promise<Built> {
  const { view, lang } = options;
  const { origin } = config;
  const query = queryOf(embedToUrl(options));
  const widget = asked(`${origin}/embed`, query);
  const title = await titleOf(shown, options);
  const t = builderWords[lang];
  return {
    options,
    query,
    parts: {
      widget,
      title: t.frame(title),
      ratio: options.ratio,
      map: { href: origin + address(lang, '/', view), text: t.openMap },
      picture: {
        href: picture ?? pictureHref(options, origin, 'svg', TAKEN_SIZES[0]),
        alt: t.alt(title, factsOf(shown, options)),
        text: t.asPicture,
      },
      script: scriptAddress(origin),
    },
    oembed: `${origin}/oembed?${new URLSearchParams({ url: widget, format: 'json' }).toString()}`,
  };
}

/** What a widget is of, with its day as long as that stays. */
async function titleOf(shown: Asked, options: EmbedOptions): Promise<string> {
  const { lang, view } = options;
  const what = await aboutWhat(shown, options);
  const { day } = shown;
  if (followingOf(view) === 'live' || !day) return what ?? builderWords[lang].live;
  return embedWords[lang].title(what, day, comparedWith(view, day));
}

/** The edition where it is kept, and in any case how the widget goes on. */
function factsOf({ edition }: Asked, { lang, view }: EmbedOptions): string {
  const following = embedWords[lang].follows[followingOf(view)];
  return view.edition === undefined ? following : `${mapWords[lang].edition(edition.number)}. ${following}`;
}

/** Where the page on which a view becomes a widget is. */
export const builderHref = (lang: Lang, options: EmbedOptions): string =>
  address(
    lang,
    '/embed/new',
    { ...options.view, theme: 'system' },
    {
      ...(followingOf(options.view) === 'keep' ? {} : { later: followingOf(options.view) }),
      ...(options.view.theme === 'system' ? {} : { look: options.view.theme }),
      ...Object.fromEntries([...embedToUrl(options)].filter(([name]) => CARRIED.includes(name))),
    },
  );
const CARRIED = ['lang', 'ratio', 'font', 'accent', 'controls'];
