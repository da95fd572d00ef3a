import { describe, expect, it } from 'vitest';
import { memoryReader } from '../../../../tests/fixtures/memory-reader.ts';
import { shippedPlaces } from '../../../../tests/fixtures/shipped-places.ts';
import { placesOf } from './scene-places.ts';

describe('the names of a Ukrainian map', () => {
  // Ukraine and what lies around it, from all of it down to a part of the front.
  it.each([4, 5, 6, 7, 7.5])('are written in Cyrillic, each that is there at zoom %s', async (zoom) => {
    const places = await placesOf(memoryReader({ places: shippedPlaces() }), {
      lang: 'uk',
      box: [20, 43, 43, 55],
      zoom,
      front: [],
      named: new Set(),
      noted: new Set(),
    });
    const names = places.filter((place) => place.zoom <= zoom).map((place) => place.name);
    expect(names).toContain('Ростов-на-Дону');
    expect(names.filter((name) => /\p{Script=Latin}/u.test(name))).toEqual([]);
  });
});
