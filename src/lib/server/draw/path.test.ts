import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipLine, clipRing, pathData, penFor, simplify } from './path.ts';

const coordinate = fc.double({ min: -50, max: 150, noNaN: true });
const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 60 });
const distanceTo = (p: readonly number[], a: readonly number[], b: readonly number[]): number => {
  const [px, py, ax, ay, bx, by] = [...p, ...a, ...b] as [number, number, number, number, number, number];
  const [dx, dy] = [bx - ax, by - ay];
  const l = dx * dx + dy * dy;
  const t = l === 0 ? 0 : Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / l));
  return Math.hypot(px - ax - t * dx, py - ay - t * dy);
};

describe('clipLine', () => {
  it('keeps only what lies inside, and all of it', () => {
    fc.assert(
      fc.property(line, (points) => {
        for (const [x, y] of clipLine(points, 0, 0, 100, 100).flat()) {
          expect(x).toBeGreaterThanOrEqual(-1e-9);
          expect(x).toBeLessThanOrEqual(100 + 1e-9);
          expect(y).toBeGreaterThanOrEqual(-1e-9);
          expect(y).toBeLessThanOrEqual(100 + 1e-9);
        }
      }),
    );
    expect(
      clipLine(
        [
          [-10, 50],
          [110, 50],
        ],
        0,
        0,
        100,
        100,
      ),
    ).toEqual([
      [
        [0, 50],
        [100, 50],
      ],
    ]);
    expect(
      clipLine(
        [
          [50, 50],
          [150, 50],
          [150, 60],
          [50, 60],
        ],
        0,
        0,
        100,
        100,
      ),
    ).toHaveLength(2);
  });
});

describe('clipRing', () => {
  it('cuts a square at a corner', () => {
    const cut = clipRing(
      [
        [-50, -50],
        [50, -50],
        [50, 50],
        [-50, 50],
      ],
      0,
      0,
      100,
      100,
    );
    expect(new Set(cut.map(String))).toEqual(new Set(['0,0', '50,0', '50,50', '0,50']));
  });
});

describe('simplify', () => {
  it('never leaves the line by more than the tolerance, and keeps its ends', () => {
    fc.assert(
      fc.property(line, fc.double({ min: 0.1, max: 5, noNaN: true }), (points, tolerance) => {
        const simple = simplify(points, tolerance);
        expect(simple[0]).toEqual(points[0]);
        expect(simple.at(-1)).toEqual(points.at(-1));
        for (const p of points) {
          const d = Math.min(...simple.slice(1).map((b, i) => distanceTo(p, simple[i] ?? b, b)));
          expect(d).toBeLessThanOrEqual(tolerance + 1e-9);
        }
      }),
    );
  });
});

describe('pathData', () => {
  /** The absolute points of `M…l…` data, in tenths. */
  const read = (d: string): [number, number][] => {
    const numbers = (d.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map((n) => Math.round(Number(n) * 10));
    const points: [number, number][] = [];
    let [x, y] = [0, 0];
    for (let i = 0; i < numbers.length; i += 2)
      points.push([(x += numbers[i] ?? 0), (y += numbers[i + 1] ?? 0)]);
    return points;
  };

  it('rounds every point to a tenth of a pixel without drifting', () => {
    fc.assert(
      fc.property(line, (points) => {
        const wanted = points.map(([x, y]) => [Math.round(x * 10) + 0, Math.round(y * 10) + 0]);
        const distinct = wanted.filter((p, i) => i === 0 || String(p) !== String(wanted[i - 1]));
        expect(read(pathData(points, false)).map(([x, y]) => [x + 0, y + 0])).toEqual(distinct);
      }),
    );
  });

  it('is short', () => {
    expect(
      pathData(
        [
          [0.5, 1],
          [0.2, 1.5],
          [10, 1.5],
        ],
        true,
      ),
    ).toBe('M.5 1l-.3 .5 9.8 0z');
  });
});

describe('penFor', () => {
  it('draws nothing of what lies elsewhere', () => {
    const pen = penFor({ camera: { lng: 36, lat: 48, zoom: 7 }, width: 400, height: 300 });
    expect(
      pen.area([
        [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 0],
        ],
      ]),
    ).toBe('');
    expect(
      pen.lines([
        [
          [0, 0],
          [1, 1],
        ],
      ]),
    ).toBe('');
    expect(
      pen.area([
        [
          [35, 47],
          [37, 47],
          [37, 49],
          [35, 47],
        ],
      ]),
    ).toMatch(/^M.*z$/);
  });
});
