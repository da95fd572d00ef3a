import { begins } from '#lib/domain/control/begins.ts';
import { distancesOf } from '#lib/domain/control/distances.ts';
import { nearestOf } from '#lib/domain/geometry/nearest.ts';
import { bearing } from '#lib/domain/geometry/sphere.ts';
import { nameOf, type Place } from '#lib/domain/places/place.ts';
import type { Lang } from '#lib/domain/text.ts';
import { addDays, minDay, type Day } from '#lib/domain/time/day.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import { distanceWords } from '#lib/scene/card-status.ts';
import { windOf } from '#lib/scene/card-numbers.ts';
import type { Control } from '#lib/scene/control.ts';
import { longDay, mediumDay } from '#lib/words/dates.ts';
import { pageWords } from '#lib/words/page.ts';
import { placeWords } from '#lib/words/place.ts';
import { distanceChart, type DistanceStep, type HeldSpan } from '../draw/place-charts.ts';
import { firstsOfMonths } from '../draw/time-axis.ts';
import { frontsOf } from '../editions/control.ts';
import type { Asked } from './asked.ts';
import { CHART } from './place-held.ts';

/** Days in which the nearest change is looked for. */
const RECENT = 30;

/**
 * The distance of a place to the front by day, as a chart and as a table by month. It is no finer than the line is
 * true: in steps of half a kilometre where that is under one, else of one, and of five from 50 km on; what is nearer
 * than the line is true is shown as that.
 */
export async function distanceHistory(place: Place, asked: Asked, spans: readonly HeldSpan[]) {
  const { control, lang, reader, day } = asked;
  const { opens, lastReviewed } = control;
  if (!opens || !lastReviewed) return undefined;
  // All changes of a year are asked at once, which costs what a single day does: no day need be left out.
  const steps = distancesOf(place.point, await frontsOf(reader))
    .filter((s) => s.day <= lastReviewed)
    .map((s): DistanceStep => ({ day: s.day, metres: s.metres && honest(s.metres, control) }));
  const known = steps.flatMap((s) => s.metres ?? []);
  if (known.length === 0) return undefined;
  const t = placeWords[lang];
  const say = (metres: number | undefined): string => distanceText(metres, control, lang);
  const label = t.chart({
    name: nameOf(place, lang),
    from: longDay(lang, opens),
    until: longDay(lang, lastReviewed),
    first: say(steps[0]?.metres),
    last: say(steps.at(-1)?.metres),
    least: exactText(Math.min(...known), lang),
    most: exactText(Math.max(...known), lang),
  });
  const chart = (width: number): string =>
    distanceChart({
      lang,
      width,
      from: opens,
      until: lastReviewed,
      spans,
      label,
      day,
      steps,
      resolution_m: control.resolution_m,
      nameOf: (metres) => exactText(metres, lang),
    });
  return {
    chart: { desk: chart(CHART.desk), phone: chart(CHART.phone) },
    table: monthly(opens, lastReviewed).map((d) => ({
      key: d as string,
      day: mediumDay(lang, d),
      href: address(lang, '/', { ...carried(asked.view), place: place.id, day: d }),
      distance: say(steps.findLast((s) => s.day <= d)?.metres),
    })),
    note: [
      t.trueTo(exactText(control.resolution_m, lang)),
      ...(spans.some((s) => s.fill !== 'land' || s.hatch) ? [t.tinted] : []),
    ].join(' '),
  };
}

/** The first day, the first of each month, and the last day. */
const monthly = (from: Day, until: Day): Day[] => [...new Set([from, ...firstsOfMonths(from, until), until])];

/** A distance as exact as the line is. */
function honest(metres: number, { resolution_m }: Control): number {
  const step = resolution_m < 1000 ? 500 : metres < 50_000 ? 1000 : 5000;
  return Math.max(resolution_m, Math.round(metres / step) * step);
}

const exactText = (metres: number, lang: Lang): string =>
  metres < 1000 ? placeWords[lang].metres(metres) : placeWords[lang].kilometres(metres / 1000);

function distanceText(metres: number | undefined, { resolution_m }: Control, lang: Lang): string {
  const t = placeWords[lang];
  if (metres === undefined) return t.noFront;
  return metres <= resolution_m ? t.lessThan(exactText(resolution_m, lang)) : exactText(metres, lang);
}

/** The distance on a day in words, as exact as the chart has it. */
export function distanceOn(place: Place, { control, lang }: Asked, d: Day): string {
  // From a kilometre on it is said as on cards.
  if (control.resolution_m >= 1000) return distanceWords({ control, lang }, place.point, d);
  const t = pageWords[lang];
  const metres = control.distanceToFront(place.point, d);
  if (metres === undefined) return t.noFront;
  const resolution = exactText(control.resolution_m, lang);
  if (metres < control.resolution_m) return t.distanceNear(resolution, longDay(lang, d));
  return t.distanceIs(exactText(honest(metres, control), lang), longDay(lang, d), resolution);
}

/** The change nearest to a place in the thirty days to the shown one, the newest of those that are equally near. */
export function nearestChange(place: Place, asked: Asked) {
  const { control, lang, view } = asked;
  const { lastReviewed, resolution_m } = control;
  if (!lastReviewed || !asked.day) return undefined;
  const t = placeWords[lang];
  const until = minDay(asked.day, lastReviewed);
  const near = control.flips(addDays(until, -RECENT), until).flatMap((flip) => {
    if (begins(control.history, flip.statement)) return [];
    const found = nearestOf(flip.patch, place.point);
    return found ? [{ flip, at: found.at, metres: honest(found.metres, control) }] : [];
  });
  const [first] = near.sort((a, b) => a.metres - b.metres || (a.flip.day < b.flip.day ? 1 : -1));
  if (!first) return { text: t.none(longDay(lang, until)), link: undefined };
  const { flip, at, metres } = first;
  const day = longDay(lang, flip.day);
  return {
    text: t.within(longDay(lang, until)),
    link: {
      href: address(lang, `/days/${flip.day}`, carried(view)),
      text:
        metres <= resolution_m
          ? t.here(exactText(resolution_m, lang), day)
          : t.away(exactText(metres, lang), windOf(bearing(place.point, at)), day),
    },
  };
}
