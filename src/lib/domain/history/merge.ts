import { canonical, type Json } from './canonical.ts';
import { mergedOrder } from './merge-order.ts';

/** A step into a payload: a key, a place in a list, or the id of a thing in a list of things with ids. */
export type Step = string | number;

/** What two people changed in two ways. A value that is undefined was taken out, or was not there. */
export interface Conflict {
  readonly path: readonly Step[];
  readonly base: Json | undefined;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

export interface Merge<T> {
  /** What both changed, together; where they disagree, as it is in mine. */
  readonly merged: T;
  readonly conflicts: readonly Conflict[];
}

/** A path as the fields of a form are named, e.g. `claims.0.text.en`. */
export const dotted = (path: readonly Step[]): string => path.join('.');

/**
 * What is true only as a whole: the corners of an area, the two ends of a period, a place with its precision, the
 * least and the most of a count. Half of one person's and half of another's would be what neither of them said.
 */
export const WHOLE: ReadonlySet<Step> = new Set([
  'point', 'area', 'geometry', 'coordinates', 'period', 'published', 'planned_for', 'location', 'killed', 'injured',
]); // prettier-ignore

type Value = Json | undefined;
type Fields = { readonly [key: string]: Json | undefined };

/**
 * Merge what two people made of the same payload. A field that one of them changed is as that one left it, the same
 * change by both is no conflict, and what both changed differently is a conflict: nothing that anybody changed is
 * lost, it is in `merged` or in `conflicts`. Objects merge key by key; lists of things with an `id` merge thing by
 * thing; lists of objects to which at most something was added at the end, place by place; any other list is one field.
 */
export function merge<T>(base: T, mine: T, theirs: T): Merge<T> {
  const conflicts: Conflict[] = [];
  const merged = mergeValue([], base as Value, mine as Value, theirs as Value, conflicts);
  return { merged: merged as T, conflicts };
}

function mergeValue(
  path: readonly Step[],
  base: Value,
  mine: Value,
  theirs: Value,
  conflicts: Conflict[],
): Value {
  if (same(mine, theirs) || same(base, theirs)) return mine;
  if (same(base, mine)) return theirs;
  const last = path.at(-1);
  if (last === undefined || !WHOLE.has(last)) {
    if (isFields(base) && isFields(mine) && isFields(theirs))
      return mergeFields(path, base, mine, theirs, conflicts);
    if (isList(base) && isList(mine) && isList(theirs)) {
      const list =
        mergeById(path, base, mine, theirs, conflicts) ?? mergeByPlace(path, base, mine, theirs, conflicts);
      if (list) return list;
    }
  }
  conflicts.push({ path, base, mine, theirs });
  return mine;
}

function mergeFields(
  path: readonly Step[],
  base: Fields,
  mine: Fields,
  theirs: Fields,
  conflicts: Conflict[],
): Fields {
  const keys = new Set([...Object.keys(mine), ...Object.keys(theirs), ...Object.keys(base)]);
  const entries: [string, Value][] = [];
  for (const key of keys) {
    const value = mergeValue([...path, key], own(base, key), own(mine, key), own(theirs, key), conflicts);
    if (value !== undefined) entries.push([key, value]);
  }
  return Object.fromEntries(entries);
}

/** Things with ids, whatever was added, taken out or moved; undefined where that cannot be told. */
function mergeById(
  path: readonly Step[],
  base: readonly Json[],
  mine: readonly Json[],
  theirs: readonly Json[],
  conflicts: Conflict[],
): Json[] | undefined {
  const [b, m, t] = [byId(base), byId(mine), byId(theirs)];
  if (!b || !m || !t) return undefined;
  const order = mergedOrder([...b.keys()], [...m.keys()], [...t.keys()]);
  if (!order) return undefined;
  return order.flatMap(
    (id) => mergeValue([...path, id], b.get(id), m.get(id), t.get(id), conflicts) ?? [],
  ) as Json[];
}

/**
 * Objects without ids in a list to which either added at the end, or nobody, unless somebody moved them about. What both
 * added stands in an order of its own, so that it does not matter who saved first; what both added alike stands once.
 */
function mergeByPlace(
  path: readonly Step[],
  base: readonly Json[],
  mine: readonly Json[],
  theirs: readonly Json[],
  conflicts: Conflict[],
): Json[] | undefined {
  const n = base.length;
  if (mine.length < n || theirs.length < n) return undefined;
  if (![...base, ...mine, ...theirs].every((one) => isFields(one) && idOf(one) === undefined))
    return undefined;
  if (isMoved(base, mine) || isMoved(base, theirs)) return undefined;
  const kept = base.map((value, i) => mergeValue([...path, i], value, mine[i], theirs[i], conflicts) as Json);
  const [first, second] = [mine.slice(n), theirs.slice(n)].sort((a, b) =>
    canonical(a) < canonical(b) ? -1 : 1,
  ) as [Json[], Json[]];
  const texts = new Set(first.map(canonical));
  return [...kept, ...first, ...second.filter((value) => !texts.has(canonical(value)))];
}

/** Whether a thing stands elsewhere than before. By place, one person's change would then land on another thing. */
function isMoved(base: readonly Json[], side: readonly Json[]): boolean {
  const before = base.map(canonical);
  return side.some((value, i) => {
    const text = canonical(value);
    return text !== before[i] && before.includes(text);
  });
}

/**
 * The payload with one path set anew (undefined takes it out), e.g. to theirs where a conflict was settled so. A
 * thing that is put back into a list of things with ids comes last.
 */
export function withValue<T>(payload: T, path: readonly Step[], value: Json | undefined): T {
  return setAt(payload as Value, path, value) as T;
}

function setAt(at: Value, path: readonly Step[], value: Value): Value {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  if (isList(at)) {
    const i = typeof step === 'number' ? step : at.findIndex((one) => idOf(one) === step);
    const next = setAt(at[i], rest, value);
    if (i < 0 || i >= at.length) return next === undefined ? at : [...at, next];
    return next === undefined ? at.toSpliced(i, 1) : at.with(i, next);
  }
  const fields = isFields(at) ? at : {};
  const next = setAt(own(fields, String(step)), rest, value);
  const others = Object.entries(fields).filter(([key]) => key !== String(step));
  return Object.fromEntries(next === undefined ? others : [...others, [String(step), next]]);
}

const same = (a: Value, b: Value): boolean => a === b || canonical(a) === canonical(b);

const isList = (value: Value): value is readonly Json[] => Array.isArray(value);

const isFields = (value: Value): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only what the object has itself: a key may be called "constructor". */
const own = (fields: Fields, key: string): Value => (Object.hasOwn(fields, key) ? fields[key] : undefined);

const idOf = (value: Value): string | undefined => {
  const id = isFields(value) ? own(value, 'id') : undefined;
  return typeof id === 'string' ? id : undefined;
};

/** The things of a list by their ids, or undefined where one has none or shares it. */
function byId(list: readonly Json[]): Map<string, Json> | undefined {
  const things = new Map<string, Json>();
  for (const value of list) {
    const id = idOf(value);
    if (id === undefined || things.has(id)) return undefined;
    things.set(id, value);
  }
  return things;
}
