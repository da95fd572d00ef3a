import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, type Json } from './canonical.ts';
import { difference, type Difference } from './difference.ts';
import { dotted, type Step } from './merge.ts';

const leaf = fc.oneof(fc.constant(null), fc.boolean(), fc.integer(), fc.string());
const key = fc.constantFrom('title', 'note', 'point', 'claims', 'a', 'constructor');
const payload: fc.Arbitrary<Json> = fc.letrec<{ value: Json; fields: Json }>((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, leaf, tie('fields'), fc.array(tie('fields'), { maxLength: 4 })),
  fields: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }) as fc.Arbitrary<Json>,
})).fields;

/** Do to a payload what the differences say. Things that go, go from the last on. */
function done(to: Json, all: readonly Difference[]): Json {
  const came = all.filter((d) => d.is !== undefined || typeof d.path.at(-1) !== 'number');
  const went = all.filter((d) => !came.includes(d)).reverse();
  const root = { root: structuredClone(to) } as Record<string, unknown>;
  for (const { path, was, is } of [...came, ...went]) {
    const steps: Step[] = ['root', ...path];
    const last = steps.pop() as Step;
    const at = steps.reduce((value, step) => (value as Record<Step, unknown>)[step], root as unknown);
    if (Array.isArray(at))
      at.splice(Number(last), was === undefined ? 0 : 1, ...(is === undefined ? [] : [is]));
    else if (is === undefined) delete (at as Record<Step, unknown>)[last];
    else Object.defineProperty(at, last, { value: is, enumerable: true, configurable: true, writable: true });
  }
  return root.root as Json;
}

describe('the difference of two payloads', () => {
  it('makes the one of the other, and is nothing where they are the same', () => {
    fc.assert(
      fc.property(payload, payload, (was, is) => {
        const all = difference(was, is);
        expect(canonical(done(was, all))).toBe(canonical(is));
        expect(all.length === 0).toBe(canonical(was) === canonical(is));
      }),
    );
  });

  it('is the same the other way round, with was and is changed', () => {
    const told = (all: readonly Difference[]) =>
      all.map((d) => canonical([d.path, d.was, d.is] as Json)).sort();
    fc.assert(
      fc.property(payload, payload, (was, is) => {
        const back = difference(is, was).map((d) => ({ path: d.path, was: d.is, is: d.was }));
        expect(told(back)).toEqual(told(difference(was, is)));
      }),
    );
  });

  it('names the language of a text that was changed, and a point as a whole', () => {
    const was = { title: { en: 'A strike', uk: 'Удар' }, point: [35, 48] };
    const is = { title: { en: 'A strike on a depot', uk: 'Удар' }, point: [35, 48.5], weapon: 'drone' };
    expect(difference(was, is)).toEqual([
      { path: ['point'], was: [35, 48], is: [35, 48.5] },
      { path: ['title', 'en'], was: 'A strike', is: 'A strike on a depot' },
      { path: ['weapon'], was: undefined, is: 'drone' },
    ]);
  });

  it('tells a claim that was added before others as that one claim', () => {
    const [one, two, three] = ['one', 'two', 'three'].map((text) => ({ text: { en: text } }));
    const told = (was: Json, is: Json) =>
      difference({ claims: was }, { claims: is }).map((d) => dotted(d.path));
    expect(told([one, two] as Json, [three, one, two] as Json)).toEqual(['claims.0']);
    expect(told([one, two, three] as Json, [one, three] as Json)).toEqual(['claims.1']);
    expect(told([one, two] as Json, [one, { text: { en: 'two, mended' } }] as Json)).toEqual([
      'claims.1.text.en',
    ]);
  });
});
