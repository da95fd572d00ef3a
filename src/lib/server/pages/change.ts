import { boxOf, type Ring, type Rings } from '#lib/domain/geometry/rings.ts';
import { ringArea } from '#lib/domain/geometry/sphere.ts';
import { versionOf } from '#lib/domain/history/edition.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import { addDays, maxDay, type Day } from '#lib/domain/time/day.ts';
import { address, carried, pictureAddress } from '#lib/domain/view/address.ts';
import {
  changeFromUrl,
  changeToParams,
  partToParams,
  type ChangeNote,
  type ChangeView,
} from '#lib/domain/view/change-view.ts';
import { along, MOST_CORNERS, ringOf } from '#lib/domain/view/outline.ts';
import { DEFAULT_VIEW, LAYERS, type View } from '#lib/domain/view/view.ts';
import { roughKm } from '#lib/scene/card-numbers.ts';
import { movesBetween } from '#lib/scene/change.ts';
import { changeWords } from '#lib/words/change.ts';
import { longDay, mediumDay } from '#lib/words/dates.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Config } from '../config.ts';
import { basemap } from '../draw/basemap.ts';
import { boundsOf, editionChange } from '../editions/change.ts';
import { aboutPage, pinned } from './about.ts';
import type { Asked } from './asked.ts';
import { chartOf, groupsOf, sentenceOf, tableNote, warningsOf } from './change-rows.ts';
import { hiddenFields } from './frame.ts';
import { picturesOf, SMALL } from './pictures.ts';
import { oblastName } from './regions.ts';

/** How ground changed between two days, in words and numbers. */
export async function changePage(asked: Asked, config: Config, params: URLSearchParams) {
  const { lang, edition, control, view: frame } = asked;
  const t = changeWords[lang];
  const { opens, lastReviewed } = control;
  const kept = carried(frame);
  const path = '/change';
  if (!opens || !lastReviewed) {
    return {
      ...shell(asked, config, t.title, t.lead, address(lang, path)),
      title: t.title,
      empty: t.noLedger,
      notes: [],
      figures: [],
      moved: undefined,
      form: undefined,
      presets: [],
      picture: undefined,
      data: [],
    };
  }
  const { view, notes } = changeFromUrl(
    params,
    { opens, lastReviewed },
    basemap().oblasts.map((o) => o.iso),
  );
  const { from, to } = view;
  const between = t.between(from, to);
  const part = partOf(lang, view);
  const title = t.titleOf(between);
  const link = (other: Partial<ChangeView>, text: string) => {
    const question = { ...view, ...other };
    return {
      text,
      href: address(lang, path, kept, changeToParams(question)),
      current: question.from === from && question.to === to,
    };
  };
  const since = (days: number): Day => maxDay(opens, addDays(lastReviewed, -days));
  const sides = editionChange(versionOf(edition), control, view);
  const figures = sides.flatMap((side) => {
    if (side.isWithheld) return [];
    const name = t.sides[side.side];
    const { groups, note } = groupsOf(lang, side.tables, wholeOf(lang, view));
    return [
      {
        key: side.side,
        name,
        warnings: warningsOf(lang, side),
        sentence: sentenceOf(lang, between, side, part),
        caption: t.tableOf(name),
        groups,
        note,
        measured: tableNote(lang, side),
        chart: chartOf(lang, side),
      },
    ];
  });
  const withheld = sides.filter((side) => side.isWithheld);
  const moved = withheld.length > 0 ? movedLine(asked, view, between, part) : undefined;
  const lead = [...figures.map((f) => f.sentence), ...(moved ? [moved.sentence] : [])][0] ?? t.lead;
  const permanent = changeToParams(view);
  const bounds = boundsOf(view);
  const tiny = bounds && isTiny(bounds, control.resolution_m);
  const own = shell(asked, config, title, lead, address(lang, path, DEFAULT_VIEW, permanent), {
    day: to,
    compare: from,
    area: bounds && boxOf(bounds),
  });
  const picture = bounds && (await pictureOfPart(asked, view, bounds));
  return {
    ...own,
    head: { ...own.head, image: picture && config.origin + picture.image },
    title,
    empty: undefined,
    notes: [
      ...notes.map((n) => ({ text: noteText(lang, n) })),
      ...(tiny ? [{ text: t.tinyPart(roughKm(lang, control.resolution_m)) }] : []),
    ],
    picture,
    figures,
    moved: moved && { ...moved, warnings: withheld.flatMap((side) => warningsOf(lang, side)) },
    form: {
      action: address(lang, path),
      hidden: [
        ...hiddenFields(kept),
        ...Object.entries(partToParams(view)).map(([name, value]) => ({ name, value })),
      ],
      from,
      to,
      least: opens,
      most: lastReviewed,
      oblast: view.oblast ?? '',
      oblasts: [
        { value: '', text: view.outline ? t.thisArea : view.within ? t.thisBox : t.everywhere },
        ...basemap()
          .oblasts.map(({ iso, name }) => ({ value: iso, text: name[lang] }))
          .sort((a, b) => a.text.localeCompare(b.text, lang)),
      ],
    },
    presets: [
      // In young ledgers a week may be all there is.
      ...(since(7) > opens ? [link({ from: since(7), to: lastReviewed }, t.week)] : []),
      ...(since(30) > opens ? [link({ from: since(30), to: lastReviewed }, t.month)] : []),
      link({ from: opens, to: lastReviewed }, t.sinceOpening),
    ],
    data: (['csv', 'json'] as const).map((type) => ({
      text: type.toUpperCase(),
      href: `/data/${edition.number}/change.${type}?${new URLSearchParams(permanent).toString()}`,
    })),
  };
}

/** What every state of the page has: words, citation, head. */
function shell(
  asked: Asked,
  config: Config,
  title: string,
  description: string,
  own: string,
  embed?: Partial<View>,
) {
  const { lang, edition, view } = asked;
  const t = changeWords[lang];
  return {
    words: {
      by: t.by,
      gained: t.gained,
      lost: t.lost,
      net: t.net,
      uncertainty: t.uncertainty,
      from: t.from,
      to: t.to,
      where: t.where,
      show: t.show,
      presets: t.presets,
      data: t.data,
    },
    method: { href: `${address(lang, '/method', carried(view))}#areas`, text: t.method },
    cite: pageWords[lang].cite,
    about: aboutPage(asked, config, {
      title,
      item: 'change',
      url: pinned(config, own, edition.number),
      embed,
    }),
    head: { title: `${title} · Salient`, description, image: undefined, jsonLd: undefined },
  };
}

/** The part that is asked for as a map, with what changed hands in and around it. */
async function pictureOfPart(asked: Asked, question: ChangeView, bounds: Rings) {
  const { lang, edition } = asked;
  const { from, to } = question;
  const view: View = { ...carried(asked.view), day: to, compare: from, area: boxOf(bounds) };
  // Ground alone: what happened there is not what is counted.
  const ground: View = { ...view, layers: LAYERS.filter((l) => l !== 'events') };
  const { pictures } = await picturesOf(asked, ground, SMALL, undefined, bounds);
  const drawn = new URLSearchParams(partToParams(question)).toString();
  return {
    pictures,
    text: changeWords[lang].mapOf,
    open: { href: address(lang, '/', view), text: changeWords[lang].openCompared },
    everywhere: {
      href: address(lang, '/change', carried(asked.view), { from, to }),
      text: changeWords[lang].everywhere,
    },
    image: pictureAddress('png', ground, lang, edition.number) + (drawn && `&${drawn}`),
  };
}

/** The days on which the line moved, by place, for data whose figures are withheld. */
function movedLine(asked: Asked, view: ChangeView, between: string, part: string | undefined) {
  const { lang, control, catalogue } = asked;
  const t = changeWords[lang];
  const kept = carried(asked.view);
  const within = boundsOf(view);
  const moves = movesBetween(control, { from: view.from, to: view.to, within });
  const days = [...new Set(moves.map((s) => s.day))];
  return {
    sentence: days.length > 0 ? t.lineMoved(between, days.length, part) : t.lineStayed(between, part),
    why: t.withheld(roughKm(lang, control.resolution_m)),
    heading: t.movedOn,
    days: days.map((d) => ({
      key: d,
      text: longDay(lang, d),
      href: address(lang, `/days/${d}`, kept),
      moves: moves
        .filter((s) => s.day === d)
        .map((s) => ({
          key: s.id as string,
          title: textIn(s.title, lang),
          places: s.places.map((p) => ({
            href: address(lang, `/places/${p}`, kept),
            text: catalogue.nameOfPlace(p, lang),
          })),
        })),
    })),
  };
}

/** What the last row of the table is called. */
const wholeOf = (lang: Lang, { oblast, within, outline }: ChangeView): string => {
  const t = changeWords[lang];
  if (oblast) return oblastName(oblast, lang) ?? oblast;
  return outline ? t.thisArea : within ? t.thisBox : t.total;
};

/** The part of the map in words, as it stands after the days. */
function partOf(lang: Lang, { oblast, within, outline }: ChangeView): string | undefined {
  const t = changeWords[lang];
  if (oblast) return t.inPart(oblastName(oblast, lang) ?? oblast);
  if (outline) {
    const ring = along(ringOf(outline));
    const [w, s, e, n] = boxOf([ring]);
    const about = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 });
    return t.inPart(t.drawn(sizeText(lang, ring), about.format((w + e) / 2), about.format((s + n) / 2)));
  }
  if (!within) return undefined;
  const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 4 });
  const [w, s, e, n] = within.map((degrees) => format.format(degrees)) as [string, string, string, string];
  return t.inPart(t.box(w, s, e, n));
}

/** How large an area is, to three digits and never finer than what a table shows. */
function sizeText(lang: Lang, ring: Ring): string {
  const km2 = Math.abs(ringArea(ring)) / 1e6;
  const format = new Intl.NumberFormat(lang, { maximumSignificantDigits: 3 });
  return changeWords[lang].km2(format.format(Math.max(0.1, km2)));
}

/** Whether a part is so small that the line is hardly truer than it is wide. */
const isTiny = (bounds: Rings, resolution_m: number): boolean =>
  Math.abs(bounds.reduce((sum, ring) => sum + ringArea(ring), 0)) < (2 * resolution_m) ** 2;

function noteText(lang: Lang, note: ChangeNote): string {
  const t = changeWords[lang];
  switch (note.type) {
    case 'unread':
      return pageWords[lang].badParam(note.note.param, note.note.value);
    case 'swapped':
      return t.swapped;
    case 'moved':
      return t.movedDay(mediumDay(lang, note.asked), mediumDay(lang, note.shown));
    case 'same':
      return t.sameDay;
    case 'outline':
      return t.outline(note.fault, MOST_CORNERS);
    case 'both':
      return t.bothParts;
  }
}
