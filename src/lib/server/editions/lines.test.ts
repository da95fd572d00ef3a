import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchanged, following, listOf, type Frame } from './lines.ts';

const FRAME: Frame = { head: '{"things":[', tail: '],"type":"Things"}' };

interface Thing {
  readonly id: string;
  readonly said: unknown;
}
/** Whatever a thing says: line breaks, quotes and what looks like the list itself. */
const said = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(',\n', '\n]', '"id":"a"'),
  fc.jsonValue(),
);
const id = fc.stringMatching(/^[a-f]{1,2}$/);
const things = fc.dictionary(id, said, { maxKeys: 12 });
const lineOf = (id: string, said: unknown): string => JSON.stringify({ said, id });
const linesOf = (of: Readonly<Record<string, unknown>>): Map<string, string> =>
  new Map(Object.entries(of).map(([id, said]) => [id, lineOf(id, said)]));
const read = (list: Uint8Array | undefined): Thing[] =>
  list ? (JSON.parse(new TextDecoder().decode(list)) as { things: Thing[] }).things : [];

async function together(lists: readonly Uint8Array[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of following(FRAME, lists)) pieces.push(piece);
  return new Uint8Array(Buffer.concat(pieces));
}

describe('a list of lines', () => {
  it('is JSON of the same things in the order of their ids', () => {
    fc.assert(
      fc.property(things, (of) => {
        const back = read(listOf(FRAME, linesOf(of)));
        expect(back.map((thing) => thing.id)).toEqual(Object.keys(of).sort());
        expect(back).toEqual(back.map(({ id }) => JSON.parse(lineOf(id, of[id])) as Thing));
      }),
    );
  });

  it('with lines exchanged is, byte for byte, the list of what is in it then', () => {
    fc.assert(
      fc.property(things, fc.dictionary(id, fc.option(said), { maxKeys: 8 }), (before, changes) => {
        const changed = new Map(
          Object.entries(changes).map(([id, said]) => [id, said === null ? undefined : lineOf(id, said)]),
        );
        const after = linesOf(before);
        for (const [id, line] of changed) if (line === undefined) after.delete(id);
        for (const [id, line] of changed) if (line !== undefined) after.set(id, line);
        const made = exchanged(FRAME, listOf(FRAME, linesOf(before)), changed);
        expect(made === undefined).toBe(after.size === 0);
        if (made) expect(Buffer.compare(made, listOf(FRAME, after))).toBe(0);
      }),
    );
  });

  it('follows another, however many and whether or not any is empty, in one frame', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(things, { maxLength: 5 }), async (all) => {
        const whole = await together(all.map((of) => listOf(FRAME, linesOf(of))));
        expect(read(whole)).toEqual(all.flatMap((of) => read(listOf(FRAME, linesOf(of)))));
      }),
    );
  });

  it('alone is itself', async () => {
    const list = listOf(FRAME, linesOf({ a: 1, b: 'two' }));
    expect(await together([list])).toEqual(list);
  });
});
