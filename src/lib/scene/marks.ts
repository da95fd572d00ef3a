import { standing, type Standing } from '#lib/domain/events/dating.ts';
import type { Event } from '#lib/domain/events/event.ts';
import { nameOf, type Place, type PlaceId } from '#lib/domain/places/place.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import type { BoundedPeriod } from '#lib/domain/time/period.ts';
import type { View } from '#lib/domain/view/view.ts';
import { period } from '#lib/words/dates.ts';
import { pageWords } from '#lib/words/page.ts';
import { mapWords } from '#lib/words/map.ts';
import type { Catalogue } from './catalogue.ts';
import { perEvent } from './per-event.ts';
import type { SceneMark, WideEvents } from './scene.ts';

/** The events of a view, by how they can be shown. */
export interface SceneEvents {
  readonly marks: readonly SceneMark[];
  readonly wide: readonly WideEvents[];
  readonly placeless: number;
  readonly counts: { readonly dated: number; readonly strikes: number; readonly undated: number };
  /** The event that the view is about. */
  readonly chosen: Event | undefined;
}

/** An event with a point, on any day on which it stands so to the window. */
const markOf = perEvent((event, standing: SceneMark['standing'], catalogue, lang): SceneMark | undefined => {
  const place = event.location && catalogue.place(event.location.place);
  if (!event.location || !event.point || !place) return undefined;
  const words = mapWords[lang];
  const { precision, radius_m } = event.location;
  const evidence = catalogue.evidence(event);
  const title = textIn(event.title, lang).text;
  const qualified = [
    evidence.level === 'claimed' ? words.claimed : '',
    evidence.disputed ? words.disputed : '',
  ]
    .filter(Boolean)
    .map((w) => `, ${w}`)
    .join('');
  return {
    id: event.id,
    kind: event.kind,
    by: event.by,
    point: event.point,
    precision,
    radius_m: radius_m ?? 0,
    heading: event.heading,
    evidence: evidence.level,
    disputed: evidence.disputed,
    standing,
    place: { id: place.id, name: nameOf(place, lang) },
    title,
    label: words.event(
      // The side that acted is said in words beside every mark, and never by colour.
      event.by === 'russia' || event.by === 'ukraine'
        ? `${words.kinds[event.kind]} (${words.sides[event.by]})`
        : words.kinds[event.kind],
      title,
      event.period.from === undefined ? pageWords[lang].undated : period(lang, event.period),
      words.precision[precision](radius_m) + qualified,
    ),
    selected: false,
  };
});

/** The events that stand to the window as dated, touching or undated and pass the view's filters. */
export function eventsOf(catalogue: Catalogue, view: View, window: BoundedPeriod, lang: Lang): SceneEvents {
  const marks: SceneMark[] = [];
  const wide = new Map<PlaceId, { place: Place; events: { id: string; title: string }[] }>();
  let placeless = 0;
  let chosen: Event | undefined;
  const counts = { dated: 0, strikes: 0, undated: 0 };
  for (const event of catalogue.events) {
    const selected = event.id === view.event;
    if (selected) chosen = event;
    const how = view.window === 'all' ? ever(event, window) : standing(event, window, catalogue.reports);
    if (!selected && !passes(event, how, catalogue, view)) continue;
    if (how === 'dated') counts.dated += 1;
    if (how === 'dated' && event.kind === 'strike') counts.strikes += 1;
    if (how === 'undated') counts.undated += 1;
    const place = event.location && catalogue.place(event.location.place);
    if (!event.location || !place) placeless += 1;
    else if (!event.point) {
      // A country is no place on this map: what is known to a country only stands in the lists.
      if (event.location.precision === 'country') placeless += 1;
      else {
        const entry = wide.get(place.id) ?? { place, events: [] };
        entry.events.push({ id: event.id, title: textIn(event.title, lang).text });
        wide.set(place.id, entry);
      }
    } else {
      const mark = markOf(event, how === 'outside' ? 'touches' : how, catalogue, lang);
      if (mark) marks.push(selected ? { ...mark, selected } : mark);
    }
  }
  // The most important mark is drawn last, over the others; ids make the order total.
  const rank = (m: SceneMark): number =>
    (m.selected ? 8 : 0) + (m.standing === 'dated' ? 4 : 0) + (m.kind === 'strike' ? 2 : 0);
  marks.sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
  return {
    marks,
    wide: [...wide.values()].map(({ place, events }) => ({
      place: { id: place.id, name: nameOf(place, lang) },
      point: place.point,
      events,
    })),
    placeless,
    counts,
    chosen,
  };
}

/** With the window "all" what has begun counts, and what has no known start is undated whenever it was reported. */
const ever = ({ period: { from } }: Event, { until }: BoundedPeriod): Standing =>
  from === undefined ? 'undated' : from < until ? 'dated' : 'outside';

function passes(event: Event, how: Standing, catalogue: Catalogue, view: View): boolean {
  if (view.report !== undefined) return event.claims.some((c) => c.citation.report === view.report);
  if (how === 'outside') return false;
  return (
    (view.kinds?.includes(event.kind) ?? true) &&
    (view.evidence?.includes(catalogue.evidence(event).level) ?? true) &&
    (view.by?.includes(event.by) ?? true) &&
    (view.theatre?.includes(event.theatre) ?? true)
  );
}
