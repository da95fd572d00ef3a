import { reportedFrom } from '#lib/domain/events/dating.ts';
import type { Event, EventKind } from '#lib/domain/events/event.ts';
import type { Standing } from '#lib/domain/events/dating.ts';
import type { Lang } from '#lib/domain/text.ts';
import { addDays, type Day } from '#lib/domain/time/day.ts';
import type { BoundedPeriod } from '#lib/domain/time/period.ts';
import { windowSentence, type WindowFacts } from '#lib/words/sentence.ts';
import { spanned } from '#lib/domain/view/compared.ts';
import type { View } from '#lib/domain/view/view.ts';
import type { Catalogue } from './catalogue.ts';
import type { Control } from './control.ts';
import { perEvent } from './per-event.ts';
import { eventRow, eventsInWindow, flipRow, newestFirst, type Row } from './rows.ts';

/** The days of a view, both ends as a reader means them: half-open, ending after the shown day. */
export const windowOf = (day: Day, window: number | 'all'): BoundedPeriod | 'all' =>
  window === 'all' ? 'all' : { from: addDays(day, 1 - window), until: addDays(day, 1) };

/** Whether an event passes the filters of a view. */
export function passes(event: Event, view: View, catalogue: Catalogue): boolean {
  const { kinds, evidence, by, theatre } = view;
  return (
    (!kinds || kinds.includes(event.kind)) &&
    (!evidence || evidence.includes(catalogue.evidence(event).level)) &&
    (!by || by.includes(event.by)) &&
    (!theatre || theatre.includes(event.theatre))
  );
}

const rowOf = perEvent(eventRow);

/** What the lists are made from. */
export interface ListInput {
  readonly catalogue: Catalogue;
  readonly control: Control;
  readonly view: View;
  readonly lang: Lang;
}

export interface Lists {
  readonly sentence: { lead: string; rest: string };
  /** What changed in the window, newest first: flips and events that have a place. */
  readonly rows: Row[];
  /** What names no place: in lists only. */
  readonly placeless: Row[];
  /** How many events of the window the filters hide. */
  readonly hidden: number;
}

/** The lists beside the map: what the window holds, and one sentence true to it. */
export function listsOf({ catalogue, control, view: asked, lang }: ListInput, day: Day): Lists {
  const view = spanned(asked, day);
  const window = windowOf(day, view.window);
  const all = eventsInWindow(catalogue, window).filter(
    ({ event }) => view.window !== 'all' || isBefore(event, day),
  );
  const shown = all.filter(({ event }) => passes(event, view, catalogue));
  const before = window === 'all' ? (control.opens ?? day) : addDays(window.from, -1);
  const flips = control.flips(before, day);
  const rows = shown.map(({ event, standing }) => rowOf(event, standing, catalogue, lang));
  const hasPlace = new Set(
    shown.filter(({ event }) => event.location).map(({ event }) => event.id as string),
  );
  return {
    sentence: windowSentence(
      lang,
      facts(
        shown,
        flips.toReversed().flatMap(({ statement }) => {
          const { places, where } = catalogue.told(statement);
          return (where ? places : places.slice(0, 1)).map((id) => catalogue.nameOfPlace(id, lang));
        }),
        view.window,
        catalogue,
        lang,
      ),
    ),
    rows: [...flips.map((f) => flipRow(f, catalogue, lang)), ...rows.filter((r) => hasPlace.has(r.key))].sort(
      newestFirst,
    ),
    placeless: rows.filter((r) => !hasPlace.has(r.key)).sort(newestFirst),
    hidden: all.length - shown.length,
  };
}

const COMBAT: ReadonlySet<EventKind> = new Set(['strike', 'advance', 'clash']);

/** With the window "all" the future of the shown day is left out. */
export const isBefore = (event: Event, day: Day): boolean =>
  event.period.from === undefined || event.period.from <= day;

function facts(
  shown: readonly { event: Event; standing: Standing }[],
  moved: readonly string[],
  window: number | 'all',
  catalogue: Catalogue,
  lang: Lang,
): WindowFacts {
  const byKind = new Map<EventKind, { count: number; places: string[] }>();
  for (const { event, standing } of shown) {
    if (standing !== 'dated') continue;
    const entry = byKind.get(event.kind) ?? { count: 0, places: [] };
    entry.count += 1;
    if (event.location) entry.places.push(catalogue.nameOfPlace(event.location.place, lang));
    byKind.set(event.kind, entry);
  }
  const undated = shown.filter((s) => s.standing === 'undated').map((s) => s.event);
  const advances = undated.filter((e) => e.kind === 'advance').length;
  const grids = undated.filter((e) => e.kind === 'strike' && e.target === 'energy').length;
  const strikes = undated.filter((e) => e.kind === 'strike' && e.target !== 'energy').length;
  const order: EventKind[] = ['strike', 'advance', 'clash', 'incident', 'diplomacy'];
  const rank = (kind: EventKind): number => (order.includes(kind) ? order.indexOf(kind) : order.length);
  return {
    window,
    dated: [...byKind]
      .map(([kind, entry]) => ({ kind, ...entry }))
      .sort((a, b) => rank(a.kind) - rank(b.kind)),
    touching: shown.filter((s) => s.standing === 'touches').length,
    undated: {
      advances,
      grids,
      strikes,
      others: undated.length - advances - grids - strikes,
      reported: earliestReport(
        undated.filter((e) => e.kind === 'advance' || (e.kind === 'strike' && e.target === 'energy')),
        catalogue,
      ),
    },
    // A speech is always its speaker's own; "claimed" says something only of what is said to have happened in the war.
    claimed: shown.filter(
      ({ event }) => COMBAT.has(event.kind) && catalogue.evidence(event).level === 'claimed',
    ).length,
    moved: [...new Set(moved)],
  };
}

/** The first day on which a report of these events can have appeared, and whether it may be later. */
export function earliestReport(
  events: readonly Event[],
  catalogue: Catalogue,
): WindowFacts['undated']['reported'] {
  const days = events.flatMap((e) => reportedFrom(e, catalogue.reports) ?? []).sort();
  const [day] = days;
  if (day === undefined) return undefined;
  const several = days.some((d) => d !== day);
  const ranged = events.some((e) =>
    e.claims.some((c) => {
      const published = catalogue.reports.get(c.citation.report)?.published;
      return published !== undefined && addDays(published.from, 1) !== published.until;
    }),
  );
  return { day, orLater: several || ranged };
}
