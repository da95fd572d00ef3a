import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { square } from '../../../tests/fixtures/ground.ts';
import { inRings, type Box } from '#lib/domain/geometry/rings.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { groundMeets, linesMeet } from './in-frame.ts';

const BOX: Box = [36, 47, 38, 49];

describe('what is in a frame', () => {
  it('is a line that only passes through it, and none that passes by', () => {
    const through: Position[] = [
      [35, 46],
      [39, 50],
    ];
    const by: Position[] = [
      [35, 48.5],
      [37, 50.5],
    ];
    expect(linesMeet([through], BOX)).toBe(true);
    expect(linesMeet([by], BOX)).toBe(false);
  });

  it('is ground around all of it, and not a hole around all of it', () => {
    const around = square(30, 40, 45, 55);
    expect(groundMeets([around], BOX)).toBe(true);
    expect(groundMeets([around, square(35, 46, 39, 50)], BOX)).toBe(false);
  });

  it('is found wherever any point of the frame lies on it', () => {
    const at = fc.tuple(fc.integer({ min: 340, max: 400 }), fc.integer({ min: 450, max: 510 }));
    fc.assert(
      fc.property(fc.array(at, { minLength: 3, maxLength: 8 }), (corners) => {
        const ring = [...corners, corners[0] as [number, number]].map(([x, y]): Position => [x / 10, y / 10]);
        let seen = false;
        for (let x = 36.013; x < 38; x += 0.05)
          for (let y = 47.017; y < 49; y += 0.05) seen ||= inRings([x, y], [ring]);
        if (seen) expect(groundMeets([ring], BOX)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
