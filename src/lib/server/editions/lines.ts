/**
 * A list of JSON values, each with an id, in one line each and in the order of their ids, between a head and a tail.
 * Lists kept apart are put together, and some of their lines exchanged, without reading the others.
 */
export interface Frame {
  /** What stands before the first value, e.g. `{"reports":[`. */
  readonly head: string;
  /** What stands after the last, e.g. `]}`. */
  readonly tail: string;
}

/** A value by its id, as one line of JSON: JSON writes no line break inside a value. */
export type Lines = ReadonlyMap<string, string>;

const NEWLINE = 0x0a;
const COMMA = 0x2c;
const encoder = new TextEncoder();
const decoder = new TextDecoder();
const BETWEEN = encoder.encode(',\n');

const opening = ({ head }: Frame): Uint8Array => encoder.encode(`${head}\n`);
const closing = ({ tail }: Frame): Uint8Array => encoder.encode(`\n${tail}`);

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Lines in their frame. */
export function listOf(frame: Frame, lines: Lines): Uint8Array {
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line);
  return joined([opening(frame), encoder.encode(sorted.join(',\n')), closing(frame)]);
}

/** The lines of a list without their frame: several of these, joined, and framed again, are one list. */
const inside = (frame: Frame, list: Uint8Array): Uint8Array =>
  list.subarray(opening(frame).length, list.length - closing(frame).length);

/** The pieces that lists come to when they follow one another in one frame. */
export async function* following(
  frame: Frame,
  lists: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield opening(frame);
  let isFirst = true;
  for await (const list of lists) {
    const lines = inside(frame, list);
    if (lines.length === 0) continue;
    if (!isFirst) yield BETWEEN;
    isFirst = false;
    yield lines;
  }
  yield closing(frame);
}

/**
 * A list with some of its lines written anew, come or gone; undefined where none is left.
 *
 * @param changed by id; undefined for a line that goes
 */
export function exchanged(
  frame: Frame,
  list: Uint8Array,
  changed: ReadonlyMap<string, string | undefined>,
): Uint8Array | undefined {
  const old = inside(frame, list);
  const starts = startsOf(old);
  const count = starts.length - 1;
  /** The lines from one to before another, with what is between them and nothing after. */
  const stretch = (from: number, until: number): Uint8Array =>
    old.subarray(starts[from], (starts[until] as number) - BETWEEN.length);
  const idAt = (i: number): string => (JSON.parse(decoder.decode(stretch(i, i + 1))) as { id: string }).id;
  /** The first line whose id is not before another. */
  const placeOf = (id: string, from: number): number => {
    let [low, high] = [from, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (idAt(middle) < id) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const parts: Uint8Array[] = [];
  let next = 0;
  for (const [id, line] of [...changed].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const at = placeOf(id, next);
    if (at > next) parts.push(stretch(next, at));
    next = at < count && idAt(at) === id ? at + 1 : at;
    if (line !== undefined) parts.push(encoder.encode(line));
  }
  if (count > next) parts.push(stretch(next, count));
  if (parts.length === 0) return undefined;
  const between = parts.flatMap((part, i) => (i === 0 ? [part] : [BETWEEN, part]));
  return joined([opening(frame), ...between, closing(frame)]);
}

/** Where each line begins, and where one more would. */
function startsOf(lines: Uint8Array): number[] {
  if (lines.length === 0) return [0];
  const starts = [0];
  for (let at = lines.indexOf(NEWLINE); at >= 0; at = lines.indexOf(NEWLINE, at + 1)) {
    if (lines[at - 1] !== COMMA) throw new Error('a line of a list does not end as lines do');
    starts.push(at + 1);
  }
  starts.push(lines.length + BETWEEN.length);
  return starts;
}
