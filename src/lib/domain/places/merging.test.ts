import { describe, expect, it } from 'vitest';
import { aPlace, anEvent } from '../../../../tests/fixtures/items.ts';
import { faultsOf, type Unfinished } from '../desk/faults.ts';
import { keptFor, mergedPlace, withPlace } from './merging.ts';
import type { PlaceId } from './place.ts';

const kept = aPlace('dnipro', [35.04, 48.46], { en: 'Dnipro', uk: 'Дніпро', former: 'Dnipropetrovsk' });
const gone = {
  ...aPlace('dnepr', [35.05, 48.45], { en: 'Dnepr', uk: 'Дніпро', population: 980_000 }),
  ids: { geonames: 709930 },
};
const [g, k] = [gone.id, kept.id];

describe('one place made of two entries', () => {
  const one = mergedPlace(kept, gone);

  it('keeps what the kept one says and takes along what it lacks', () => {
    expect(one).toMatchObject({
      id: 'dnipro',
      point: kept.point,
      population: 980_000,
      ids: { geonames: 709930 },
    });
    expect(one.names.slice(0, 3)).toEqual(kept.names);
  });

  it('brings a name once, and never as a second official one', () => {
    const official = one.names.filter((n) => n.kind === 'official').map((n) => n.text);
    expect(official).toEqual(['Dnipro', 'Дніпро']);
    expect(one.names.filter((n) => n.text === 'Дніпро')).toHaveLength(1);
  });

  it('answers for the id of the other, and for those that it had answered for', () => {
    expect(one.merged).toEqual(['dnepr']);
    const twice = mergedPlace(aPlace('d', [35, 48]), one);
    expect(twice.merged).toEqual(['dnipro', 'dnepr']);
    expect(keptFor([kept, twice], 'dnepr')).toBe('d');
    expect(keptFor([kept, twice], 'kyiv')).toBeUndefined();
    expect(faultsOf('place', twice as unknown as Unfinished)).toEqual([]);
  });
});

describe('what names a place', () => {
  it('names the other, and nothing else of it changes', () => {
    const event = anEvent('e-aaaaaaaaaa', {
      location: { precision: 'settlement', radius_m: 12_000, place: g },
    }) as unknown as Unfinished;
    expect(withPlace('event', event, g, k)).toEqual({
      ...event,
      location: { precision: 'settlement', radius_m: 12_000, place: 'dnipro' },
    });
    expect(withPlace('event', event, 'kyiv' as PlaceId, k)).toBeUndefined();
  });

  it('names it once where it named both', () => {
    const statement = { id: 'c-aaaaaaaaaa', places: ['dnepr', 'kyiv', 'dnipro'] };
    expect(withPlace('statement', statement, g, k)?.['places']).toEqual(['dnipro', 'kyiv']);
  });

  it('may be unfinished, or of another kind', () => {
    expect(withPlace('event', { id: 'e-aaaaaaaaaa' }, g, k)).toBeUndefined();
    expect(withPlace('event', { id: 'e-aaaaaaaaaa', location: 'dnepr' }, g, k)).toBeUndefined();
    expect(withPlace('statement', { id: 'c-aaaaaaaaaa', places: null }, g, k)).toBeUndefined();
    expect(withPlace('report', { id: 'r-aaaaaaaaaa', title: 'dnepr' }, g, k)).toBeUndefined();
  });
});
