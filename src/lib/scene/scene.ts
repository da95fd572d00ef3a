import type { Line } from '#lib/domain/control/front.ts';
import type { Basis, Holder } from '#lib/domain/control/statement.ts';
import type { Event, EventKind, Precision, Side } from '#lib/domain/events/event.ts';
import type { Evidence } from '#lib/domain/events/evidence.ts';
import type { Rings } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import type { PlaceId } from '#lib/domain/places/place.ts';
import type { Lang } from '#lib/domain/text.ts';
import { addDays, day, daysBetween, maxDay, type Day, dayOfInstant } from '#lib/domain/time/day.ts';
import type { BoundedPeriod } from '#lib/domain/time/period.ts';
import { comparedWith, spanned } from '#lib/domain/view/compared.ts';
import type { Layer, View } from '#lib/domain/view/view.ts';
import type { Focus } from '#lib/look/cameras.ts';
import { parted, type Parted } from '#lib/domain/control/parted.ts';
import type { Catalogue } from './catalogue.ts';
import { windowStart, type Control } from './control.ts';
import { eventsOf } from './marks.ts';

/** Ground of one ledger on the day. */
export interface SceneGround {
  readonly holder: Holder;
  readonly basis: Basis;
  readonly rings: Rings;
  readonly resolution_m: number;
  readonly demonstration: boolean;
  /** Still wholly the ground with which the ledger opened, for which there need be no source. */
  readonly opening: boolean;
}

/** The front of one side's ground: what dated statements moved, and what stands as the ledger opened, unsourced. */
export interface SceneFront {
  readonly side: 'russia' | 'ukraine';
  readonly sourced: readonly Line[];
  readonly unsourced: readonly Line[];
}

/** Ground that changed hands lately. `to` is the side that it went to, also where the other only lost it. */
export interface FreshPatch {
  readonly to: 'russia' | 'ukraine';
  readonly rings: Rings;
  /** Whole days between the change and the day shown. */
  readonly age: number;
  readonly day: Day;
  readonly statement: string;
}

/** An event with a point. */
export interface SceneMark {
  readonly id: string;
  readonly kind: EventKind;
  readonly by: Side;
  readonly point: Position;
  readonly precision: Precision;
  readonly radius_m: number;
  readonly heading: number | undefined;
  readonly evidence: Evidence;
  readonly disputed: boolean;
  readonly standing: 'dated' | 'touches' | 'undated';
  readonly place: { readonly id: PlaceId; readonly name: string };
  /** Of the event, in the scene's language where there is one. */
  readonly title: string;
  /** The whole mark in words. */
  readonly label: string;
  /** What the view is about. */
  readonly selected: boolean;
}

/** Events that are known to an oblast only: they belong to its name, not to a point. */
export interface WideEvents {
  readonly place: { readonly id: PlaceId; readonly name: string };
  readonly point: Position;
  readonly events: readonly { readonly id: string; readonly title: string }[];
}

/** What is to be drawn, in degrees and words; where it falls in a picture is the drawing's business. */
export interface Scene {
  readonly lang: Lang;
  readonly view: View;
  readonly edition: number;
  readonly day: Day;
  /** The window as half-open days, and its length. */
  readonly window: BoundedPeriod;
  readonly days: number | 'all';
  /** The earlier day, where two are compared: everything that changed hands since counts as fresh. */
  readonly compared: Day | undefined;
  /** The day before the window's first: change is counted after it. */
  readonly start: Day;
  readonly freshDays: number;
  readonly demonstration: boolean;
  readonly resolution_m: number;
  readonly reviewed: Day | undefined;
  readonly layers: readonly Layer[];
  readonly grounds: readonly SceneGround[];
  readonly fronts: readonly SceneFront[];
  /** The front at the start of the window where it differs from the day's. */
  readonly startLine: { readonly day: Day; readonly lines: readonly Line[] } | undefined;
  readonly fresh: readonly FreshPatch[];
  /** Everything that changed hands in the window. */
  readonly moved: readonly Rings[];
  readonly marks: readonly SceneMark[];
  readonly wide: readonly WideEvents[];
  /** Events of the window that no place is known of. */
  readonly placeless: number;
  readonly focus: Focus | undefined;
  readonly counts: {
    readonly flips: number;
    readonly dated: number;
    readonly strikes: number;
    readonly undated: number;
  };
}

/** Fresh ground fades over so many days. */
export const FRESH_DAYS = 14;
const ALL_LAYERS: readonly Layer[] = ['control', 'contested', 'fresh', 'front', 'start', 'events', 'labels'];
const SIDES = ['russia', 'ukraine'] as const;
/** What a scene is made from. */
export interface SceneInput {
  readonly catalogue: Catalogue;
  readonly control: Control;
  readonly edition: { readonly number: number; readonly published_at: number };
  readonly view: View;
  readonly lang: Lang;
}

/** Draw nothing yet: gather what a view of an edition shows. A function of the edition and the view. */
export function sceneOf({ catalogue, control, edition, view, lang }: SceneInput): Scene {
  const shown = view.day ?? control.lastReviewed ?? dayOfInstant(edition.published_at);
  const within = spanned(view, shown);
  const start = windowStart(shown, within.window, control.opens);
  const window = {
    from: within.window === 'all' ? day('1900-01-01') : addDays(start, 1),
    until: addDays(shown, 1),
  };
  const events = eventsOf(catalogue, within, window, lang);
  const compared = comparedWith(view, shown);
  const since = daysBetween(start, shown);
  const freshDays = Math.max(1, compared ? since : Math.min(FRESH_DAYS, since));
  const flips = start < shown ? control.flips(start, shown) : [];
  return {
    lang,
    view,
    edition: edition.number,
    day: shown,
    window,
    days: within.window,
    compared,
    start,
    freshDays,
    demonstration: control.demonstration,
    resolution_m: control.resolution_m,
    reviewed: control.lastReviewed,
    layers: view.layers ?? ALL_LAYERS,
    grounds: groundsOf(control, shown),
    fronts: SIDES.map((side) => frontOf(control, side, shown)).filter(
      (f) => f.sourced.length + f.unsourced.length > 0,
    ),
    startLine: startLineOf(control, start, shown),
    fresh: freshOf(flips, shown, freshDays),
    moved: flips.map((f) => f.patch),
    marks: events.marks,
    wide: events.wide,
    placeless: events.placeless,
    focus: focusOf(catalogue, view, events.chosen),
    counts: { flips: flips.length, ...events.counts },
  };
}

function groundsOf(control: Control, d: Day): SceneGround[] {
  return control.ledgers.flatMap((ledger) => {
    const state = control.state(ledger.holder, ledger.basis, d);
    if (!state || state.rings.length === 0) return [];
    const { holder, basis, resolution_m, demonstration } = ledger;
    return [
      {
        holder,
        basis,
        rings: state.rings,
        resolution_m,
        demonstration,
        opening: state.by.every((s) => s.opening === true),
      },
    ];
  });
}

/** Stretches nearer than this to the line with which the ledger opened are that line. */
const SAME_LINE_M = 150;

const partings = new WeakMap<readonly Line[], WeakMap<readonly Line[], Parted>>();

/** Lines parted by others; the same two fronts are compared on many days, so the answer is kept with them. */
function partedFrom(lines: readonly Line[], others: readonly Line[]): Parted {
  const known = partings.get(lines) ?? new WeakMap<readonly Line[], Parted>();
  partings.set(lines, known);
  const found = known.get(others) ?? parted(lines, others, SAME_LINE_M);
  known.set(others, found);
  return found;
}

function frontOf(control: Control, side: 'russia' | 'ukraine', d: Day): SceneFront {
  const front = control.front(side, d);
  const opens = control.opens;
  const unsourced = control.statements.some(
    (s) => s.opening === true && s.citations.length === 0 && s.holder === side,
  );
  if (opens === undefined || !unsourced) return { side, sourced: front, unsourced: [] };
  const { near, far } = partedFrom(front, control.front(side, opens));
  return { side, sourced: far, unsourced: near };
}

function startLineOf(control: Control, start: Day, d: Day): Scene['startLine'] {
  const lines = SIDES.flatMap((side) => control.frontLeft(side, start, d));
  return lines.length > 0 ? { day: start, lines } : undefined;
}

function freshOf(flips: ReturnType<Control['flips']>, d: Day, days: number): FreshPatch[] {
  const since = addDays(d, -days);
  return flips
    .filter((f) => maxDay(f.day, since) !== since)
    .flatMap(({ day: on, statement, parts }) =>
      parts.map(({ to, from, patch }) => ({
        to: to === 'ukraine' || (to !== 'russia' && from === 'russia') ? 'ukraine' : 'russia',
        rings: patch,
        age: daysBetween(on, d),
        day: on,
        statement: statement.id,
      })),
    );
}

/** The point that the view turns on: its event's, else its place's. */
function focusOf(catalogue: Catalogue, view: View, chosen: Event | undefined): Focus | undefined {
  if (chosen?.point) return { point: chosen.point, radius_m: chosen.location?.radius_m ?? 0 };
  const place = view.place === undefined ? undefined : catalogue.place(view.place as PlaceId);
  return place && { point: place.point, radius_m: place.kind === 'oblast' ? 60_000 : 0 };
}
