import { describe, expect, it } from 'vitest';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { parted } from './parted.ts';

const straight: Position[] = [36, 36.1, 36.2, 36.3, 36.4].map((lng) => [lng, 48]);

describe('parted', () => {
  it('finds the same line although its vertices differ', () => {
    const { near, far } = parted(
      [straight],
      [
        [
          [36, 48],
          [36.4, 48],
        ],
      ],
      150,
    );
    expect(far).toEqual([]);
    expect(near).toEqual([straight]);
  });

  it('parts a line where it leaves the other', () => {
    const bulge: Position[] = [
      [36, 48],
      [36.1, 48],
      [36.2, 48.1],
      [36.3, 48],
      [36.4, 48],
    ];
    const { near, far } = parted([bulge], [straight], 150);
    expect(far).toEqual([
      [
        [36.1, 48],
        [36.2, 48.1],
        [36.3, 48],
      ],
    ]);
    expect(near).toHaveLength(2);
  });

  it('has all far where there is nothing else', () => {
    expect(parted([straight], [], 150)).toEqual({ near: [], far: [straight] });
  });
});
