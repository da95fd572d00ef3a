import type { Read } from '#lib/formats/events/rows.ts';

/** Characters of rows that are held at once. */
const MOST_TEXT = 4_000_000;

/** What a reader gives, some at a time; what came before it broke is given before the fault is thrown. */
export async function* inChunks(reads: AsyncIterable<Read>, most: number): AsyncGenerator<Read[]> {
  let some: Read[] = [];
  let text = 0;
  let fault: { readonly error: unknown } | undefined;
  try {
    for await (const read of reads) {
      some.push(read);
      if ('row' in read) for (const cell of read.row.cells.values()) text += cell.length;
      if (some.length < most && text < MOST_TEXT) continue;
      yield some;
      [some, text] = [[], 0];
    }
  } catch (error) {
    fault = { error };
  }
  if (some.length > 0) yield some;
  if (fault) throw fault.error;
}
