import { EVENT_KINDS, SIDES, THEATRES, type EventKind, type Side, type Theatre } from '../events/terms.ts';
import { EVIDENCE, type Evidence } from '../events/evidence.ts';
import { isDay, type Day } from '../time/day.ts';

/** What can be switched on and off on a map, bottom to top. */
export const LAYERS = ['control', 'contested', 'fresh', 'front', 'start', 'events', 'labels'] as const;
export type Layer = (typeof LAYERS)[number];

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

/** How two days are compared: what changed between them is outlined, a handle wipes one off the other, or both stand. */
export const HOWS = ['difference', 'swipe', 'side'] as const;
export type How = (typeof HOWS)[number];

/** Centre in degrees and zoom as MapLibre counts it (512-pixel tiles). */
export interface Camera {
  readonly lng: number;
  readonly lat: number;
  readonly zoom: number;
}

/** Everything that an address says about what is shown. What is undefined is left to the page. */
export interface View {
  readonly day?: Day | undefined;
  /** Days up to and with `day`, or everything until it. */
  readonly window: number | 'all';
  readonly edition?: number | undefined;
  readonly known?: Day | undefined;
  readonly at?: Camera | undefined;
  readonly scope: 'view' | 'front';
  readonly layers?: readonly Layer[] | undefined;
  /** Whether ground is shaded by how long ago it was looked at: a layer that is off unless it is asked for. */
  readonly reviewed?: true | undefined;
  readonly kinds?: readonly EventKind[] | undefined;
  readonly evidence?: readonly Evidence[] | undefined;
  readonly by?: readonly Side[] | undefined;
  readonly theatre?: readonly Theatre[] | undefined;
  readonly place?: string | undefined;
  /** [west, south, east, north] in degrees. */
  readonly area?: readonly [number, number, number, number] | undefined;
  readonly event?: string | undefined;
  readonly report?: string | undefined;
  /** The earlier of two days that are compared, and how; without a way, the difference. */
  readonly compare?: Day | undefined;
  readonly how?: How | undefined;
  readonly theme: Theme;
}

export const DEFAULT_VIEW: View = { window: 7, scope: 'front', theme: 'system' };
export const MAX_WINDOW = 366;
export const ZOOMS = { least: 2, most: 14 } as const;

/** Something in an address that could not be used: the parameter, what it said, and what is done instead. */
export interface ViewNote {
  readonly param: string;
  readonly value: string;
}

type Field = { [K in keyof View]-?: FieldOf<K> }[keyof View];
interface FieldOf<K extends keyof View> {
  readonly key: K;
  /** The value, or undefined where the text is of no use. */
  read(text: string): View[K] | undefined;
  write(value: NonNullable<View[K]>): string;
}

const field = <K extends keyof View>(key: K, codec: Omit<FieldOf<K>, 'key'>): Field =>
  ({ key, ...codec }) as unknown as Field;

const dayField = { read: (s: string) => (isDay(s) ? s : undefined), write: (d: Day) => d };
const idField = (pattern: RegExp) => ({
  read: (s: string) => (pattern.test(s) ? s : undefined),
  write: (s: string) => s,
});
const oneOf = <T extends string>(all: readonly T[]) => ({
  read: (s: string) => all.find((x) => x === s),
  write: (x: T) => x,
});
/** A comma-separated choice, written in the order of the list and without doubles; no member known means none. */
const someOf = <T extends string>(all: readonly T[]) => ({
  read: (s: string) => {
    const names = s === '' ? [] : s.split(',');
    return names.every((n) => (all as readonly string[]).includes(n))
      ? all.filter((x) => names.includes(x))
      : undefined;
  },
  write: (xs: readonly T[]) => all.filter((x) => xs.includes(x)).join(','),
});
/** A decimal number in a range; no exponents, no spaces. */
const number = (s: string, least: number, most: number): number | undefined => {
  if (!/^-?\d{1,4}(\.\d{1,8})?$/.test(s)) return undefined;
  const x = Number(s);
  return x >= least && x <= most ? x : undefined;
};
const fixed = (x: number, decimals: number): string => String(Number(x.toFixed(decimals)) + 0);

/** One row a parameter, in the order in which they are written. */
const FIELDS: readonly Field[] = [
  field('day', dayField),
  field('window', {
    read: (s) => {
      if (s === 'all') return 'all';
      const n = /^\d{1,3}$/.test(s) ? Number(s) : 0;
      return n >= 1 && n <= MAX_WINDOW ? n : undefined;
    },
    write: String,
  }),
  field('edition', {
    read: (s) => (/^[1-9]\d{0,8}$/.test(s) ? Number(s) : undefined),
    write: String,
  }),
  field('known', dayField),
  field('at', {
    read: (s) => {
      const [lng, lat, zoom, ...more] = s.split(',');
      if (lng === undefined || lat === undefined || zoom === undefined || more.length > 0) return undefined;
      const camera = {
        lng: number(lng, -180, 180),
        lat: number(lat, -85, 85),
        zoom: number(zoom, ZOOMS.least, ZOOMS.most),
      };
      if (camera.lng === undefined || camera.lat === undefined || camera.zoom === undefined) return undefined;
      return { lng: camera.lng, lat: camera.lat, zoom: camera.zoom };
    },
    write: (c) => `${fixed(c.lng, 4)},${fixed(c.lat, 4)},${fixed(c.zoom, 2)}`,
  }),
  field('scope', oneOf(['view', 'front'] as const)),
  field('layers', someOf(LAYERS)),
  field('reviewed', { read: (s) => (s === '1' ? true : undefined), write: () => '1' }),
  field('kinds', someOf(EVENT_KINDS)),
  field('evidence', someOf(EVIDENCE)),
  field('by', someOf(SIDES)),
  field('theatre', someOf(THEATRES)),
  // A name of many more letters is none, and would come back in every address of the answer.
  field('place', idField(/^(?=.{1,200}$)[a-z0-9]+(-[a-z0-9]+)*$/)),
  field('area', {
    read: (s) => {
      const parts = s.split(',');
      if (parts.length !== 4) return undefined;
      const [w, s_, e, n] = parts.map((p, i) => number(p, i % 2 ? -90 : -180, i % 2 ? 90 : 180));
      if (w === undefined || s_ === undefined || e === undefined || n === undefined) return undefined;
      return w < e && s_ < n ? [w, s_, e, n] : undefined;
    },
    write: (box) => box.map((x) => fixed(x, 4)).join(','),
  }),
  field('event', idField(/^e-[a-z2-7]{10}$/)),
  field('report', idField(/^r-[a-z2-7]{10}$/)),
  field('compare', dayField),
  field('how', oneOf(HOWS)),
  field('theme', oneOf(THEMES)),
];

/** The parameters that belong to a view, in the order in which they are written. */
export const VIEW_PARAMS: readonly string[] = FIELDS.map((f) => f.key);

/** Read a view from an address. Whatever cannot be used falls back to the default and is named in `notes`. */
export function viewFromUrl(params: URLSearchParams): { view: View; notes: ViewNote[] } {
  const view: Record<string, unknown> = { ...DEFAULT_VIEW };
  const notes: ViewNote[] = [];
  for (const f of FIELDS) {
    const text = params.get(f.key);
    if (text === null) continue;
    const value = f.read(text);
    if (value === undefined) notes.push({ param: f.key, value: text.slice(0, 60) });
    else view[f.key] = value;
  }
  return { view: view as unknown as View, notes };
}

/** The view as parameters, in a fixed order and without what is default, so that equal views are equal addresses. */
export function viewToUrl(view: View): URLSearchParams {
  const params = new URLSearchParams();
  for (const f of FIELDS) {
    const value = view[f.key];
    if (value === undefined || value === DEFAULT_VIEW[f.key]) continue;
    params.set(f.key, (f.write as (v: unknown) => string)(value));
  }
  return params;
}
