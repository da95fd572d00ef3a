import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beside, EDGE, GAP } from './beside.ts';

const room = { width: 900, height: 600 };

describe('a small card beside the pointer', () => {
  it('stands to the right and below where there is room', () => {
    expect(beside({ x: 100, y: 100 }, { width: 280, height: 90 }, room)).toEqual({ x: 114, y: 114 });
  });
  it('flips at the right and at the lower edge', () => {
    expect(beside({ x: 890, y: 590 }, { width: 280, height: 90 }, room)).toEqual({ x: 596, y: 486 });
  });
  it('on a narrow screen stands above or below, not over the finger', () => {
    const { x, y } = beside({ x: 195, y: 400 }, { width: 300, height: 90 }, { width: 390, height: 844 });
    expect(x).toBeGreaterThanOrEqual(EDGE);
    expect(y).toBe(400 + GAP);
  });

  it('is never under the pointer and never cut off, wherever it fits beside it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 600 }),
        fc.integer({ min: 20, max: 420 }),
        fc.integer({ min: 20, max: 270 }),
        (px, py, width, height) => {
          const { x, y } = beside({ x: px, y: py }, { width, height }, room);
          expect(x).toBeGreaterThanOrEqual(EDGE);
          expect(y).toBeGreaterThanOrEqual(EDGE);
          expect(x + width).toBeLessThanOrEqual(room.width - EDGE);
          expect(y + height).toBeLessThanOrEqual(room.height - EDGE);
          const under = px > x && px < x + width && py > y && py < y + height;
          expect(under).toBe(false);
        },
      ),
    );
  });
});
