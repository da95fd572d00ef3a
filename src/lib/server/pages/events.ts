import { EVENT_KINDS, SIDES } from '#lib/domain/events/terms.ts';
import { EVIDENCE } from '#lib/domain/events/evidence.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import { type View } from '#lib/domain/view/view.ts';
import { kindWords } from '#lib/words/kinds.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import { aboutPage, pinned } from './about.ts';
import type { Asked } from './asked.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import { passes } from '#lib/scene/lists.ts';
import { eventRow, newestFirst } from '#lib/scene/rows.ts';
import { rowViews } from './row-views.ts';

/** A row of links that choose one value of a filter, with how many events each leaves. */
interface Filter {
  readonly name: string;
  readonly links: readonly { href: string; text: string; count: number; current: boolean }[];
}

/** All events of the edition, filtered by links. */
export async function eventsPage(asked: Asked, config: Config) {
  const { lang, view, edition } = asked;
  const catalogue = await catalogueOf(asked.reader);
  const t = pageWords[lang];
  const k = kindWords[lang];
  const counted = (v: View): number => catalogue.events.filter((e) => passes(e, v, catalogue)).length;
  const filter = <T extends string>(
    name: string,
    key: 'kinds' | 'evidence' | 'by',
    all: string,
    values: readonly T[],
    word: (value: T) => string,
  ): Filter => ({
    name,
    links: [undefined, ...values].flatMap((value) => {
      const next: View = { ...view, [key]: value === undefined ? undefined : [value] };
      const current =
        value === undefined
          ? view[key] === undefined
          : view[key]?.length === 1 && view[key][0] === (value as never);
      const count = counted(next);
      if (value !== undefined && count === 0 && !current) return [];
      return [
        {
          href: address(lang, '/events', next),
          text: value === undefined ? all : word(value),
          count,
          current,
        },
      ];
    }),
  });
  const shown = catalogue.events.filter((e) => passes(e, asked.view, catalogue));
  const path = address(lang, '/events');
  return {
    title: t.events,
    filters: [
      filter(t.filterKind, 'kinds', t.allKinds, EVENT_KINDS, (x) => k.kind[x]),
      filter(t.filterEvidence, 'evidence', t.allEvidence, EVIDENCE, (x) => k.evidence[x]),
      filter(t.filterSide, 'by', t.allSides, SIDES, (x) => k.side[x]),
    ],
    rows: rowViews(shown.map((e) => eventRow(e, 'dated', catalogue, lang)).sort(newestFirst), asked),
    hidden:
      shown.length < catalogue.events.length
        ? {
            text: t.hidden(catalogue.events.length - shown.length),
            href: address(lang, '/events', carried(view)),
            link: t.clearFilters,
          }
        : undefined,
    empty: edition.number === 0 ? t.noEdition : t.noEvents,
    words: { claimed: t.claimed, disputed: t.disputed },
    about: aboutPage(asked, config, {
      title: t.events,
      item: 'events',
      url: pinned(config, path, edition.number),
      embed: view,
    }),
    head: { title: `${t.events} · Salient`, description: t.tagline, image: undefined, jsonLd: undefined },
  };
}
