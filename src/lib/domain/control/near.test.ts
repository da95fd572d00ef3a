import { describe, expect, it } from 'vitest';
import { areaOf, square } from '../../../../tests/fixtures/ground.ts';
import { aPlace } from '../../../../tests/fixtures/items.ts';
import { nearGround, wellKnown } from './near.ts';

const WEST = aPlace('west', [37.05, 48.05], { population: 5000 });
const EAST = aPlace('east', [38.05, 48.05], { population: 2000 });
const large = square(37, 48, 37.1, 48.1);
const small = square(38, 48, 38.05, 48.1);

describe('ground that changed hands', () => {
  it('lies near the settlements nearest to its patches, that with the most ground first', () => {
    expect(nearGround([small, large], [EAST, WEST], 0).places).toEqual(['west', 'east']);
    expect(nearGround([small], [EAST, WEST], 0).places).toEqual(['east']);
    // Two small patches by one town are more than a larger one by another.
    const [a, b] = [square(38, 48, 38.04, 48.1), square(38.06, 48, 38.1, 48.1)];
    const middling = square(37, 48, 37.06, 48.1);
    expect(nearGround([middling, a, b], [EAST, WEST], 0).places).toEqual(['east', 'west']);
  });

  it('is named by the towns in it, the largest first, else by the nearest one', () => {
    const inside = aPlace('inside', [37.02, 48.02], { population: 900_000 });
    expect(nearGround([large], [WEST, inside], 0).places).toEqual(['inside', 'west']);
    const metropolis = aPlace('metropolis', [37.15, 48.05], { population: 900_000 });
    expect(nearGround([large], [metropolis, WEST], 0).places).toEqual(['west']);
  });

  it('is near nothing farther than 25 km', () => {
    const at = (lng: number) => [aPlace('far', [lng, 48.05], { population: 5000 })];
    expect(nearGround([large], at(37.43), 0).places).toEqual(['far']);
    expect(nearGround([large], at(37.45), 0).places).toEqual([]);
  });

  it('is measured with its holes cut out, and keeps what line moved with it', () => {
    const hole = square(37.02, 48.02, 37.08, 48.08).toReversed();
    const measured = nearGround([large, hole], [], 1234);
    expect(measured.area_m2).toBeCloseTo(areaOf([large, hole]), 0);
    expect(measured).toMatchObject({ patches: 1, edge_m: 1234 });
  });

  it('counts no sliver as a patch, unless there is nothing else', () => {
    const sliver = square(38, 48, 38.001, 48.0005);
    expect(nearGround([large, sliver], [EAST, WEST], 0)).toMatchObject({ places: ['west'], patches: 1 });
    expect(nearGround([sliver], [EAST, WEST], 0)).toMatchObject({ places: ['east'], patches: 1 });
    expect(nearGround([], [EAST, WEST], 0)).toEqual({ places: [], patches: 0, area_m2: 0, edge_m: 0 });
  });
});

describe('settlements that a reader knows', () => {
  it('are towns, and others with people enough; never an oblast', () => {
    const village = (id: string, population?: number) =>
      aPlace(id, [37, 48], { kind: 'village', ...(population === undefined ? {} : { population }) });
    const all = [
      aPlace('town', [37, 48], { kind: 'town' }),
      village('large', 1500),
      village('small', 1499),
      village('unknown'),
      aPlace('oblast', [37, 48], { kind: 'oblast', population: 4_000_000 }),
    ];
    expect(wellKnown(all).map((p) => p.id)).toEqual(['town', 'large']);
  });
});
