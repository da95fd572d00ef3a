import { featureCells, flat } from './flat.ts';
import { LONGEST, type Read } from './rows.ts';

/** Lines of JSON: each a feature, or an object whose fields are the columns. A line that is none is refused alone. */
export async function* ndjsonRows(pieces: AsyncIterable<string>, cut = false): AsyncGenerator<Read> {
  let number = 0;
  let parts: string[] = [];
  let length = 0;
  const take = (): Read | undefined => {
    number += 1;
    const [text, long] = [parts.join(''), length > LONGEST];
    parts = [];
    length = 0;
    if (long) return { refused: { number, fault: { code: 'too-long', megabytes: LONGEST / 1e6 } } };
    return text.trim() === '' ? undefined : rowOf(text, number);
  };
  const add = (part: string): void => {
    length += part.length;
    // What is too long is counted, and not kept.
    if (length <= LONGEST) parts.push(part);
    else parts = [];
  };
  for await (const piece of pieces) {
    let from = 0;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
      add(piece.slice(from, at));
      from = at + 1;
      const read = take();
      if (read) yield read;
    }
    add(piece.slice(from));
  }
  const last = cut ? undefined : take();
  if (last) yield last;
}

function rowOf(text: string, number: number): Read {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^[\uFEFF\u001E]+/, ''));
  } catch {
    return { refused: { number, fault: { code: 'not-json' } } };
  }
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return { refused: { number, fault: { code: 'not-feature' } } };
  const object = value as Record<string, unknown>;
  if (object['type'] !== 'Feature') return { row: { number, cells: flat(object) } };
  const cells = featureCells(object);
  return cells instanceof Map
    ? { row: { number, cells } }
    : { refused: { number, fault: { code: 'not-point', type: cells.type } } };
}
