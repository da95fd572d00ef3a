import { describe, expect, it } from 'vitest';
import { HATCHES, type Hatch } from '../../look/hatches.ts';
import { palettes } from '../../look/palette.ts';
import { hatchTile, imagesFor, type Pixels } from './textures.ts';

const alphaAt = ({ width, height, data }: Pixels, x: number, y: number): number =>
  data[(((y + height) % height) * width + ((x + width) % width)) * 4 + 3] as number;
const inkAt = ({ width, height, data }: Pixels, x: number, y: number): number[] => [
  ...data.slice(
    (((y + height) % height) * width + ((x + width) % width)) * 4,
    (((y + height) % height) * width + ((x + width) % width)) * 4 + 4,
  ),
];

describe('a tile of a hatch', () => {
  const each = HATCHES.flatMap((hatch) => [0, 1, 2, 3].map((quarter) => [hatch, quarter] as const));

  it.each(each)('meets itself on every side: %s at quarter %i', (hatch, quarter) => {
    const tile = hatchTile(hatch, palettes.light, quarter);
    const n = tile.width;
    expect(n).toBe(tile.height);
    // A line goes on over the seam as it does inside: each pixel is its diagonal neighbour's equal.
    const step = { contested: [1, -1], claimed: [1, 1], infiltration: [n / 4, n / 4] }[hatch];
    const [dx, dy] = step as [number, number];
    if (!Number.isInteger(dx)) return;
    for (let i = 0; i < n; i += 1) {
      expect(inkAt(tile, n - 1 + dx, i + dy)).toEqual(inkAt(tile, n - 1, i));
      expect(inkAt(tile, i + dx, n - 1 + dy)).toEqual(inkAt(tile, i, n - 1));
    }
  });

  it('has gaps between its strokes as wide as the picture has', () => {
    const strokes = (hatch: Hatch): number => {
      const tile = hatchTile(hatch, palettes.light, 0);
      let count = 0;
      for (let x = 0; x < tile.width; x += 1) {
        const strong = (i: number) => (inkAt(tile, i, 0)[3] as number) > 200;
        if (strong(x) && !strong(x - 1)) count += 1;
      }
      // Pixels of the tile along one side, at two to a CSS pixel, across strokes at 45°.
      return tile.width / 2 / count / Math.SQRT2;
    };
    expect(strokes('claimed')).toBeCloseTo(6, 1);
    expect(strokes('contested')).toBeCloseTo(6, 1);
  });

  it('is smaller where the zoom will draw it larger', () => {
    const size = (quarter: number): number => hatchTile('claimed', palettes.light, quarter).width;
    expect(size(2) / size(0)).toBeCloseTo(2 ** -0.5, 1);
    expect(size(3) / size(0)).toBeCloseTo(2 ** -0.75, 1);
  });

  it('lies over a tint where ground is fought over, and over nothing where it is claimed', () => {
    const least = (hatch: Hatch): number => {
      const tile = hatchTile(hatch, palettes.dark, 0);
      let low = 255;
      for (let x = 0; x < tile.width; x += 1) low = Math.min(low, alphaAt(tile, x, 0));
      return low;
    };
    expect(least('contested')).toBeGreaterThan(120);
    expect(least('claimed')).toBe(0);
    expect(least('infiltration')).toBe(0);
  });
});

it('boxes for names to keep out of are not to be seen', () => {
  for (const [name, { data }] of imagesFor('dark', 1))
    if (name.startsWith('keep-'))
      expect(
        data.every((v) => v === 0),
        name,
      ).toBe(true);
});
