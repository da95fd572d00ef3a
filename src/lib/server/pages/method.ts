import { textIn } from '#lib/domain/text.ts';
import { EVIDENCE } from '#lib/domain/events/evidence.ts';
import { PRECISIONS } from '#lib/domain/events/terms.ts';
import { address } from '#lib/domain/view/address.ts';
import type { ReviewRule } from '#lib/domain/access/access.ts';
import { correctionsWords } from '#lib/words/corrections.ts';
import { mediumDay } from '#lib/words/dates.ts';
import { detailWords, kindWords } from '#lib/words/kinds.ts';
import { methodWords } from '#lib/words/method.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import { aboutPage, pinned } from './about.ts';
import type { Asked } from './asked.ts';
import { roughKm } from '#lib/scene/card-numbers.ts';

/** How the map is made: categories, precision, sources, licence; who answers for it. */
export async function methodPage(asked: Asked, config: Config, review: ReviewRule) {
  const { lang, edition, control } = asked;
  const t = pageWords[lang];
  const k = kindWords[lang];
  const m = methodWords[lang];
  const c = correctionsWords[lang];
  return {
    title: t.method,
    sections: [
      { heading: m.what, paragraphs: m.whatText, items: [] },
      ...(control.demonstration
        ? [{ heading: t.demonstration, paragraphs: m.demonstrationText, items: [] }]
        : []),
      {
        heading: m.control,
        paragraphs: m.controlText,
        items: control.ledgers.map((l) => ({
          name: textIn(l.name, lang).text,
          text: [
            textIn(l.definition, lang).text,
            t.ledgerResolution(roughKm(lang, l.resolution_m)),
            t.reviewed(mediumDay(lang, l.last_reviewed)),
          ].join(' · '),
        })),
      },
      { id: 'areas', heading: m.areas, paragraphs: m.areasText, items: [] },
      {
        heading: m.evidence,
        paragraphs: m.evidenceText,
        items: EVIDENCE.map((e) => ({ name: k.evidence[e], text: detailWords[lang].evidenceWhy[e] })),
      },
      {
        heading: m.precision,
        paragraphs: m.precisionText,
        items: PRECISIONS.map((p) => ({ name: k.precision[p], text: m.precisionOf[p] })),
      },
      { heading: m.time, paragraphs: m.timeText, items: [] },
      {
        heading: c.reviewHeading,
        paragraphs: [review.twoPeople ? c.twoPeople : c.onePerson],
        items: [],
      },
      { heading: m.never, paragraphs: m.neverText, items: [] },
      { heading: m.sources, paragraphs: [...m.sourcesText, t.attribution], items: [] },
      {
        heading: m.who,
        paragraphs: config.publisher
          ? [t.publishedBy(config.publisher), ...(config.contact ? [t.reportErrorTo(config.contact)] : [])]
          : [`${t.unattended}. ${t.unattendedWhy}`],
        items: [],
      },
    ],
    about: aboutPage(asked, config, {
      title: t.method,
      item: 'method',
      url: pinned(config, address(lang, '/method'), edition.number),
      embed: {},
    }),
    head: {
      title: `${t.method} · Salient`,
      description: m.whatText[0] ?? t.tagline,
      image: undefined,
      jsonLd: undefined,
    },
  };
}
