import { embedFromUrl, type EmbedOptions } from '#lib/domain/embed/options.ts';
import { iframeSnippet, slotSnippet } from '#lib/domain/embed/snippets.ts';
import type { PlaceId } from '#lib/domain/places/place.ts';
import { address } from '#lib/domain/view/address.ts';
import { builderWords } from '#lib/words/builder.ts';
import { toolWords } from '#lib/words/tools.ts';
import type { Config } from '../config.ts';
import { aboutPage, pinned } from '../pages/about.ts';
import type { Asked } from '../pages/asked.ts';
import { readAsked } from '../pages/asked.ts';
import type { PublicStore } from '../store/store.ts';
import { builderHref, builtOf } from './built.ts';
import { aroundNearestFlip } from './nearest-flip.ts';

const SLOT = { width: 300, height: 250 } as const;

/** Six widgets of the edition shown, as newsrooms would use them. */
export async function examplesPage(asked: Asked, store: PublicStore, config: Config) {
  const { lang, edition, control } = asked;
  const t = builderWords[lang].forms;
  const forms = edition.number > 0 && asked.day ? await formsOf(asked) : [];
  const { copy, copied, byHand } = toolWords[lang].share;
  return {
    ownSearch: true,
    title: t.title,
    lead: t.lead,
    none: forms.length === 0 ? builderWords[lang].none : undefined,
    demonstration: control.demonstration
      ? `${builderWords[lang].demonstration} ${builderWords[lang].demonstrationWhy}`
      : undefined,
    words: { copy, copied, byHand, snippet: t.snippet, build: t.build },
    examples: await Promise.all(
      forms.map(async ({ key, query, isSlot }) => {
        const params = new URLSearchParams(query);
        const { options } = embedFromUrl(params);
        const shown = await readAsked(store, params, options.lang);
        const { parts, query: own } = await builtOf(shown, options, config, undefined);
        return {
          key,
          title: t[key],
          src: `/embed?${own}`,
          frame: parts.title,
          ratio: options.ratio,
          slot: isSlot ? SLOT : undefined,
          snippet: isSlot ? slotSnippet(parts, SLOT.width, SLOT.height) : iframeSnippet(parts),
          build: builderHref(lang, options satisfies EmbedOptions),
        };
      }),
    ),
    about: aboutPage(asked, config, {
      title: t.title,
      item: 'embed examples',
      url: pinned(config, address(lang, '/embed/examples'), edition.number),
    }),
    head: { title: `${t.title} · Salient`, description: t.lead, image: undefined, jsonLd: undefined },
  };
}

type Key = 'place' | 'strike' | 'compare' | 'live' | 'dark' | 'slot';
interface Form {
  readonly key: Key;
  readonly query: Record<string, string>;
  readonly isSlot?: boolean;
}

/** Of what the edition has: a place near the newest change, its newest strike with a point, and the days around. */
async function formsOf(asked: Asked): Promise<Form[]> {
  const { lang, control, catalogue, edition, reader, day = '' } = asked;
  const pin: Record<string, string> = { day, edition: String(edition.number) };
  const own: Record<string, string> = lang === 'en' ? {} : { lang };
  const id = control.statements.findLast((s) => s.day <= day && s.places.length > 0)?.places[0];
  const place = id && (await reader.place(id as PlaceId)) ? { place: id as string } : undefined;
  const strike = catalogue.events
    .filter((e) => e.kind === 'strike' && e.point && e.period.from)
    .sort((a, b) => ((a.period.from ?? '') < (b.period.from ?? '') ? 1 : -1))[0];
  const around = aroundNearestFlip(asked, undefined);
  return [
    { key: 'place', query: { ...pin, ...place, ...own } },
    ...(strike
      ? [
          {
            key: 'strike' as const,
            query: {
              ...pin,
              day: strike.period.from as string,
              event: strike.id as string,
              ...own,
              font: 'serif',
            },
          },
        ]
      : []),
    ...(around
      ? [
          {
            key: 'compare' as const,
            query: {
              ...pin,
              day: around.after as string,
              compare: around.before as string,
              ...place,
              ...own,
            },
          },
        ]
      : []),
    { key: 'live', query: { ...own, ratio: '16x9' } },
    { key: 'dark', query: { ...pin, theme: 'dark', ...own, ratio: '1x1', accent: 'd98324', font: 'serif' } },
    { key: 'slot', query: { ...pin, ...own }, isSlot: true },
  ];
}
