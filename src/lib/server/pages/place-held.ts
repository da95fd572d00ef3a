import type { Statement } from '#lib/domain/control/statement.ts';
import type { Place } from '#lib/domain/places/place.ts';
import { textIn } from '#lib/domain/text.ts';
import { addDays, type Day } from '#lib/domain/time/day.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import { nameOf } from '#lib/domain/places/place.ts';
import type { LegendKey } from '#lib/look/legend-keys.ts';
import { swatchSvg } from '#lib/look/swatches.ts';
import { statusOn, stretchesAt, unheldWords } from '#lib/scene/card-status.ts';
import { longDay, mediumDay } from '#lib/words/dates.ts';
import { kindWords } from '#lib/words/kinds.ts';
import { pageWords } from '#lib/words/page.ts';
import { placeWords } from '#lib/words/place.ts';
import { heldBar, type HeldSpan } from '../draw/place-charts.ts';
import type { Asked } from './asked.ts';

/** Widths in pixels at which charts are drawn; the page's width chooses. */
export const CHART = { desk: 816, phone: 358 } as const;

/** Who held a place when: the days on which its status changed, newest first, with the statements behind each. */
export function heldHistory(place: Place, asked: Asked) {
  const { control, lang, day } = asked;
  const t = pageWords[lang];
  const { opens, lastReviewed } = control;
  if (!opens || !lastReviewed || (place.country !== 'UA' && place.country !== 'RU')) return undefined;
  const unheld = unheldWords(place.country, lang);
  const stretches = stretchesAt({ control, lang }, place.point, unheld, place.id);
  const list = stretches.map((s, i) => {
    const next = stretches[i + 1];
    const told = s.because.map((statement) => toldBy(statement, asked));
    return {
      key: s.from as string,
      when: next
        ? t.fromTo(mediumDay(lang, s.from), mediumDay(lang, addDays(next.from, -1)))
        : t.since(mediumDay(lang, s.from)),
      status: s.status,
      swatch: swatchOf(place, s.from, asked),
      told,
      sources: told.flatMap((one) => one.sources),
      opening: s.opening && told.every((one) => one.sources.length === 0) ? t.opening : undefined,
    };
  });
  const end = addDays(lastReviewed, 1);
  const spans = stretches
    .map((s, i) => spanOf(place, s.from, stretches[i + 1]?.from ?? end, asked))
    .filter((s) => s.from < s.end);
  const label = placeWords[lang].bar(
    nameOf(place, lang),
    longDay(lang, opens),
    longDay(lang, lastReviewed),
    list.map((s) => `${s.when}: ${s.status}`),
  );
  const bar = (width: number): string =>
    heldBar({ lang, width, from: opens, until: lastReviewed, spans, label, day });
  return {
    list: list.reverse(),
    spans,
    bar: { desk: bar(CHART.desk), phone: bar(CHART.phone) },
    // Some are whole sentences; the page ends all of them.
    now: statusOn({ control, lang }, place.point, day ?? lastReviewed, unheld).replace(/\.$/, ''),
  };
}

/** A statement as a line that leads to its day, with the reports that it cites. */
function toldBy(statement: Statement, { lang, view, catalogue }: Asked) {
  const kept = carried(view);
  return {
    key: statement.id as string,
    text: textIn(statement.title, lang).text,
    href: statement.opening ? undefined : address(lang, `/days/${statement.day}`, kept),
    sources: statement.citations.flatMap((c) => {
      const report = catalogue.reports.get(c.report);
      return report
        ? [
            {
              href: address(lang, `/reports/${report.id}`, kept),
              text: `${report.publisher}, ${mediumDay(lang, report.published.from)}`,
            },
          ]
        : [];
    }),
  };
}

function spanOf(place: Place, from: Day, end: Day, { control, lang }: Asked): HeldSpan {
  const holders = control.holders(place.point, from);
  const k = kindWords[lang];
  const side = holders.find((h) => h.basis === 'assessed') ?? holders.find((h) => h.basis === 'pre-2022');
  const hatch = (['contested', 'infiltration', 'claimed'] as const).find((basis) =>
    holders.some((h) => h.basis === basis),
  );
  const fill =
    side?.basis === 'pre-2022'
      ? 'pre2022'
      : side?.holder === 'russia'
        ? 'held'
        : side?.holder === 'ukraine'
          ? 'ua-held'
          : 'land';
  const text = hatch
    ? k.basis[hatch]
    : side && fill !== 'land'
      ? k.holder[side.holder]
      : placeWords[lang].inNone;
  return { from, end, fill, hatch, text: text.charAt(0).toLocaleUpperCase(lang) + text.slice(1) };
}

/** The swatch of a status as the legend of the map has it; none where no ledger reaches. */
function swatchOf(place: Place, d: Day, asked: Asked): string | undefined {
  const { fill, hatch } = spanOf(place, d, d, asked);
  const key: LegendKey | undefined = hatch ?? (fill === 'land' ? undefined : fill);
  return key && swatchSvg(key);
}
