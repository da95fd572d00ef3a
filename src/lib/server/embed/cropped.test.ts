import { describe, expect, it } from 'vitest';
import { classesIn, coveredIn, cropStyle } from './cropped.ts';

const drawn = { width: 1200, height: 640 };
/** A box around a point of the picture, counted from its middle. */
const at = (x: number, y: number, width = 80, height = 20) => ({
  x0: 600 + x - width / 2,
  x1: 600 + x + width / 2,
  y0: 320 + y - height / 2,
  y1: 320 + y + height / 2,
});
const classes = classesIn(drawn);

describe('a name in a picture that a frame crops', () => {
  it('is left out in a frame that would cut it, and in no larger one', () => {
    expect(classes(at(0, -120)).split(' ')).toContain('h26');
    expect(classes(at(-250, 0)).split(' ')).toContain('w58');
    const rules = cropStyle(`<g class="h26"><g class="w58">`);
    expect(rules).toContain('@container (height<260px){.h26{visibility:hidden}}');
    expect(rules).toContain('@container (width<580px){.w58{visibility:hidden}}');
  });

  it('near the middle is seen in a frame of any size', () => {
    expect(classes(at(0, 0))).toBe('');
  });

  it('is left out where it would lie under what stands in a corner of the frame', () => {
    // The corner at the upper right is as wide and high as the picture of where the map lies, with its margin.
    for (const box of coveredIn(drawn, { width: 640, height: 300 })) {
      const inside = { x0: box.x0 + 1, x1: box.x1 - 1, y0: box.y0 + 1, y1: box.y1 - 1 };
      const [, a = 0, b = 0] = (/^a(\d+) b(\d+)/.exec(classes(inside)) ?? []).map(Number);
      expect(a * 10).toBeGreaterThan(640);
      expect(b * 10).toBeGreaterThan(300);
    }
    expect(classes(at(-250, -130))).not.toMatch(/[ab]\d/);
  });

  it('has rules for what is there alone, or for all that can be', () => {
    expect(cropStyle('<g class="h26">').match(/@container/g)).toHaveLength(1);
    for (const name of classes(at(270, -130)).split(' ')) expect(cropStyle()).toContain(`.${name}{`);
  });
});
