import { canonical, type Json } from './canonical.ts';
import { WHOLE, type Step } from './merge.ts';

/** A field that is otherwise in another revision. A value that is undefined was not there, or is there no more. */
export interface Difference {
  readonly path: readonly Step[];
  readonly was: Json | undefined;
  readonly is: Json | undefined;
}

type Value = Json | undefined;
type Fields = { readonly [key: string]: Json | undefined };

/**
 * What differs between two payloads, field by field, as finely as it can be said: what is true only as a whole, such as
 * a point or a period, is one difference. In a list a thing that came or went is told by itself and the things around
 * it are not; steps into a list count as it is afterwards, and of what went, as it was.
 */
export function difference(was: unknown, is: unknown): Difference[] {
  return differences([], was as Value, is as Value);
}

function differences(path: readonly Step[], was: Value, is: Value): Difference[] {
  if (canonical(was ?? null) === canonical(is ?? null) && (was === undefined) === (is === undefined))
    return [];
  const last = path.at(-1);
  if (last === undefined || !WHOLE.has(last)) {
    if (isFields(was) && isFields(is)) {
      const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
      return keys.flatMap((key) => differences([...path, key], own(was, key), own(is, key)));
    }
    if (isThings(was) && isThings(is)) return listDifferences(path, was, is);
  }
  return [{ path, was, is }];
}

/** What stands alike at both ends is left out; of what is between, things are compared in turn and the rest came or went. */
function listDifferences(path: readonly Step[], was: readonly Json[], is: readonly Json[]): Difference[] {
  const alike = (i: number, j: number): boolean => canonical(was[i]) === canonical(is[j]);
  const least = Math.min(was.length, is.length);
  let head = 0;
  while (head < least && alike(head, head)) head += 1;
  let tail = 0;
  while (tail < least - head && alike(was.length - 1 - tail, is.length - 1 - tail)) tail += 1;
  const [went, came] = [was.slice(head, was.length - tail), is.slice(head, is.length - tail)];
  const both = Math.min(went.length, came.length);
  return [
    ...went.slice(0, both).flatMap((one, i) => differences([...path, head + i], one, came[i])),
    ...came
      .slice(both)
      .map((one, i): Difference => ({ path: [...path, head + both + i], was: undefined, is: one })),
    ...went
      .slice(both)
      .map((one, i): Difference => ({ path: [...path, head + both + i], was: one, is: undefined })),
  ];
}

const isFields = (value: Value): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A list of objects; a list of plain values is one field. */
const isThings = (value: Value): value is readonly Json[] =>
  Array.isArray(value) && value.every((one: Json) => isFields(one));

const own = (fields: Fields, key: string): Value => (Object.hasOwn(fields, key) ? fields[key] : undefined);
