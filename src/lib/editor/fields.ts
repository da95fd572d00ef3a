import type { Unfinished } from '#lib/domain/desk/faults.ts';

/** A way into an item: `claims`, 0, `text`, `en`. */
export type Path = readonly (string | number)[];

const isObject = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** What stands at a path; undefined where nothing does. */
export const fieldAt = (item: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, step) => (at !== null && typeof at === 'object' ? (at as Record<string, unknown>)[step] : undefined),
    item,
  );

/**
 * The same item with another value at a path. Undefined takes the field out, and what holds nothing any more goes with
 * it: an emptied text is a text that was never written. Elements of lists keep their place.
 */
export const withField = (item: Unfinished, path: Path, value: unknown): Unfinished =>
  (set(item, path, value) ?? { id: item.id }) as Unfinished;

function set(at: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (typeof step === 'number') {
    const list = Array.isArray(at) ? [...(at as unknown[])] : [];
    list[step] = set(list[step], rest, value) ?? {};
    return list;
  }
  const next = { ...(isObject(at) ? at : {}) };
  const field = set(next[step], rest, value);
  if (field === undefined) delete next[step];
  else next[step] = field;
  return Object.keys(next).length === 0 ? undefined : next;
}

/** The same item without the element of a list at a path. */
export function withoutElement(item: Unfinished, path: Path, index: number): Unfinished {
  const list = fieldAt(item, path);
  if (!Array.isArray(list)) return item;
  const left = list.filter((_, i) => i !== index) as unknown[];
  return withField(item, path, left.length > 0 ? left : undefined);
}

/** Text as somebody types it; nothing but blanks is nothing. */
export const typed = (text: string): string | undefined => (text.trim() === '' ? undefined : text);
