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
import type { Layer, View } from '#lib/domain/view/view.ts';
import { cameraFor, type Focus } from '#lib/look/cameras.ts';
import { boxOfFrame } from '#lib/look/mercator.ts';
import { controlOf, windowStart, type Control } from '../editions/control.ts';
import type { EditionReader } from '../store/store.ts';
import { basemap } from './basemap.ts';
import { chipsOf, type Chip } from './chips.ts';
import { eventsOf, type SceneEvents } from './scene-events.ts';
import { parted } from './scene-lines.ts';
import { placesOf, type PlaceLabel } from './scene-places.ts';

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

export interface OblastLabel {
  readonly iso: string;
  readonly name: string;
  readonly rings: Rings;
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
  readonly places: readonly PlaceLabel[];
  readonly oblasts: readonly OblastLabel[];
  /** What lies outside of the desk's default picture; `chipsOf` answers for any other. */
  readonly chips: readonly Chip[];
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
/** The size of the pictures that pages hold; the places of a scene cover it. */
const LARGEST = { width: 1600, height: 1000 };

/** Draw nothing yet: gather what a view of an edition shows. A function of the edition, the view and the base map. */
export async function buildScene(
  reader: EditionReader,
  view: View,
  { lang }: { lang: Lang },
): Promise<Scene> {
  const control = await controlOf(reader);
  const shown = view.day ?? control.lastReviewed ?? dayOfInstant(reader.edition.published_at);
  const start = view.compare ?? windowStart(shown, view.window, control.opens);
  const all = view.window === 'all' && view.compare === undefined;
  const window = {
    from: all ? day('1900-01-01') : addDays(start < shown ? start : addDays(shown, -1), 1),
    until: addDays(shown, 1),
  };
  const layers = view.layers ?? ALL_LAYERS;
  const events = await eventsOf(reader, view, window, lang);
  const focus = await focusOf(reader, view, events.chosen);
  const freshDays = Math.max(1, Math.min(FRESH_DAYS, daysBetween(start, shown)));
  const flips = start < shown ? control.flips(start, shown) : [];
  const fronts = SIDES.map((side) => frontOf(control, side, shown)).filter(
    (f) => f.sourced.length + f.unsourced.length > 0,
  );
  const frame = { camera: cameraFor(view, LARGEST, focus), ...LARGEST };
  const { marks, wide } = events;
  const places = await placesOf(reader, {
    lang,
    box: boxOfFrame(frame),
    zoom: frame.camera.zoom,
    front: fronts.flatMap((f) => [...f.sourced, ...f.unsourced]),
    named: new Set([...marks.map((m) => m.place.id as string), ...(view.place ? [view.place] : [])]),
    noted: new Set(control.statements.filter((s) => s.day <= shown).flatMap((s) => s.places as string[])),
  });
  const scene: Omit<Scene, 'chips'> = {
    lang,
    view,
    edition: reader.edition.number,
    day: shown,
    window,
    days: view.compare ? Math.max(1, daysBetween(start, shown)) : view.window,
    start,
    freshDays,
    demonstration: control.demonstration,
    resolution_m: control.resolution_m,
    reviewed: control.lastReviewed,
    layers,
    grounds: groundsOf(control, shown),
    fronts,
    startLine: startLineOf(control, start, shown),
    fresh: freshOf(flips, shown, freshDays),
    moved: flips.map((f) => f.patch),
    marks,
    wide,
    placeless: events.placeless,
    places,
    oblasts: basemap().oblasts.map(({ iso, name, rings }) => ({ iso, name: name[lang], rings })),
    focus,
    counts: { flips: flips.length, ...events.counts },
  };
  return {
    ...scene,
    chips: chipsOf(scene, {
      camera: cameraFor(view, { width: 908, height: 654 }, focus),
      width: 908,
      height: 654,
    }),
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

/** Stretches nearer than this to the other line are the same line. */
const SAME_LINE_M = 150;

function frontOf(control: Control, side: 'russia' | 'ukraine', d: Day): SceneFront {
  const front = control.front(side, d);
  const opens = control.opens;
  const unsourced = control.statements.some(
    (s) => s.opening === true && s.citations.length === 0 && s.holder === side,
  );
  if (opens === undefined || !unsourced) return { side, sourced: front, unsourced: [] };
  const { near, far } = parted(front, control.front(side, opens), SAME_LINE_M);
  return { side, sourced: far, unsourced: near };
}

function startLineOf(control: Control, start: Day, d: Day): Scene['startLine'] {
  const lines = SIDES.flatMap(
    (side) => parted(control.front(side, start), control.front(side, d), SAME_LINE_M).far,
  );
  return lines.length > 0 ? { day: start, lines } : undefined;
}

function freshOf(flips: ReturnType<Control['flips']>, d: Day, days: number): FreshPatch[] {
  const since = addDays(d, -days);
  return flips
    .filter((f) => maxDay(f.day, since) !== since)
    .map((f) => ({
      to: f.to === 'ukraine' || (f.to !== 'russia' && f.from === 'russia') ? 'ukraine' : 'russia',
      rings: f.patch,
      age: daysBetween(f.day, d),
      day: f.day,
      statement: f.statement.id,
    }));
}

/** The point that the view turns on: its event's, else its place's. */
async function focusOf(
  reader: EditionReader,
  view: View,
  chosen: Event | undefined,
): Promise<Focus | undefined> {
  if (chosen?.point) return { point: chosen.point, radius_m: chosen.location?.radius_m ?? 0 };
  const place = view.place ? await reader.place(view.place as PlaceId) : undefined;
  return place ? { point: place.point, radius_m: place.kind === 'oblast' ? 60_000 : 0 } : undefined;
}

export type { Chip } from './chips.ts';
export type { PlaceLabel } from './scene-places.ts';
export type { SceneEvents };
