import { describe, expect, it } from 'vitest';
import type { Position } from '../domain/geometry/sphere.ts';
import { overlap } from '../look/labels.ts';
import { projection, unprojection } from '../look/mercator.ts';
import type { SceneMark } from '../scene/scene.ts';
import { besideFront } from './beside.ts';
import type { Item } from './marks.ts';
import { namesOf } from './names.ts';
import { spotFor } from './oblast-spots.ts';
import { oblastNames, pointsOf } from './points.ts';
import { scaleOf } from './scale.ts';

describe('the side of a name', () => {
  const front: Position[] = [
    [37.3, 47],
    [37.3, 49],
  ];
  const side = besideFront([front]);

  it('is away from the front, and the right where that is far', () => {
    expect(side([37.25, 48], 'Kurakhove', 12, 8)).toBe('left');
    expect(side([37.35, 48], 'Kurakhove', 12, 8)).toBe('right');
    expect(side([36, 48], 'Pavlohrad', 12, 8)).toBe('right');
    expect(side([37.25, 48], 'Kurakhove', 12, 14)).toBe('right');
  });
});

describe('names around marks', () => {
  const mark = (more: Partial<SceneMark> = {}) =>
    ({ id: 'e', point: [35.04, 48.46], place: { id: 'dnipro', name: 'Dnipro' }, ...more }) as SceneMark;
  const item = (more: Partial<Item> = {}): Item => ({
    key: 'e',
    shape: 'mark',
    ids: ['e'],
    point: [35.04, 48.46],
    at: [0, 0],
    shift: 0,
    radius: 10,
    halo: undefined,
    vague: false,
    mark: mark(),
    kinds: [],
    ...more,
  });
  const made = (items: Item[], lang: 'en' | 'uk' = 'en') =>
    pointsOf(items, { lang, zoom: 8, placeAt: () => undefined, side: () => 'right' }).features.map(
      (f) => f.properties,
    );

  it('keep out of marks and name their places', () => {
    expect(made([item()])).toEqual([
      { kind: 'obstacle', room: 'one' },
      expect.objectContaining({ kind: 'named', id: 'dnipro', name: 'Dnipro', marked: true }),
    ]);
    expect(made([item(), item({ key: 'f', shift: 24 })])[0]).toEqual({ kind: 'obstacle', room: 'two' });
  });

  it('say that the place is not known better than the view shows', () => {
    expect(made([item({ vague: true })])[1]).toMatchObject({ name: 'somewhere in Dnipro' });
    expect(made([item({ vague: true })], 'uk')[1]?.['name']).toContain('Dnipro');
  });
});

describe('the name of an oblast', () => {
  const frame = { camera: { lng: 37, lat: 48, zoom: 7 }, width: 900, height: 600 };
  const project = projection(frame);
  const options = {
    inner: { x0: 8, y0: 8, x1: 892, y1: 592 },
    project,
    unproject: unprojection(frame),
    taken: [],
    before: undefined,
  };
  const rings: Position[][] = [
    [
      [36, 47.5],
      [40, 47.5],
      [40, 49],
      [36, 49],
      [36, 47.5],
    ],
  ];
  const wanted = { rings, width: 120, height: 17 };

  it('lies wholly inside of what is seen of it', () => {
    const [x, y] = project(spotFor(wanted, options) as Position);
    const [left] = project([36, 48]);
    expect(x - 60).toBeGreaterThan(left);
    expect(x + 60).toBeLessThanOrEqual(892);
    expect(y).toBeGreaterThan(project([37, 49])[1]);
  });

  it('leaves its room to what is taken, and has none where nothing is left', () => {
    const first = project(spotFor(wanted, options) as Position);
    const taken = [{ x0: first[0] - 40, y0: first[1] - 20, x1: first[0] + 40, y1: first[1] + 20 }];
    const [x, y] = project(spotFor(wanted, { ...options, taken }) as Position);
    expect(overlap({ x0: x - 60, y0: y - 8, x1: x + 60, y1: y + 8 }, taken[0] as (typeof taken)[0])).toBe(
      false,
    );
    const all = [{ x0: 0, y0: 0, x1: 900, y1: 600 }];
    expect(spotFor(wanted, { ...options, taken: all })).toBeUndefined();
  });

  it('stays where it was while it may', () => {
    const before: Position = [37.5, 48.2];
    expect(spotFor(wanted, { ...options, before })).toBe(before);
  });

  it('goes first where something is told of the whole oblast', () => {
    const oblast = (iso: string, en: string) => ({ iso, name: { en }, point: [30, 50] as Position, rings });
    const wide = [
      {
        place: { id: 'ternopil-oblast' as never, name: 'Ternopil Oblast' },
        point: [25, 49] as Position,
        events: [{ id: 'e-1', title: '' }],
      },
    ];
    const names = oblastNames(
      [oblast('UA-05', 'Vinnytsia Oblast'), oblast('UA-61', 'Ternopil Oblast')],
      wide,
      'en',
    );
    expect(names.map((n) => [n.name, n.note])).toEqual([
      ['TERNOPIL OBLAST', '1 report for the whole oblast'],
      ['VINNYTSIA OBLAST', undefined],
    ]);
  });
});

it('names that are none are left out, and a file that is no list is refused', () => {
  const good = ['dnipro', 'Dnipro', 35.04, 48.46, 4, 120, 2];
  expect(
    namesOf([good, ['x'], null, ['a', 'b', 'c', 1, 2, 3, 4]]).features.map((f) => f.properties?.['id']),
  ).toEqual(['dnipro']);
  expect(() => namesOf({ error: 404 })).toThrow();
});

it('the scale is a round number of kilometres, no longer than there is room', () => {
  expect(scaleOf({ lng: 37, lat: 48, zoom: 6.84 }, 110).km).toBe(50);
  const near = scaleOf({ lng: 37, lat: 48, zoom: 14 }, 110);
  expect(near.km).toBe(0.2);
  expect(near.length).toBeLessThanOrEqual(110);
});
