import { embedFromUrl } from '#lib/domain/embed/options.ts';
import { builderHref, builtOf } from '#lib/server/embed/built.ts';
import { asMeant } from '#lib/server/embed/meant.ts';
import { builderWords } from '#lib/words/builder.ts';
import type { PageServerLoad } from './$types';

/** A widget in an article of nobody's. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { lang } = locals;
  const asked = await locals.asked();
  const options = asMeant(embedFromUrl(url.searchParams).options, asked);
  const { parts, query } = await builtOf(asked, options, locals.config, undefined);
  const { article, backToBuilder } = builderWords[lang];
  return {
    article,
    back: { href: builderHref(lang, options), text: backToBuilder },
    frameOfIt: { src: query ? `/embed?${query}` : '/embed', title: parts.title, ratio: options.ratio },
  };
};
