import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overlap, placeLabels, type LabelRequest, type Rect } from './labels.ts';

const frame: Rect = { x0: 8, y0: 8, x1: 392, y1: 292 };
const aLabel = (id: string, more: Partial<LabelRequest> = {}): LabelRequest => ({
  id,
  text: 'Kurakhove',
  face: 'regular',
  size: 12,
  point: [200, 150],
  gap: 7,
  radius: 4,
  priority: 0,
  ...more,
});

const request = fc
  .record({
    text: fc.constantFrom(
      'Kurakhove',
      'Велика Новосілка',
      'Dnipro',
      'Їжівка',
      'A',
      'Новомосковськ-Павлоград',
    ),
    size: fc.constantFrom(11, 12, 13),
    face: fc.constantFrom('regular' as const, 'bold' as const),
    x: fc.double({ min: -20, max: 420, noNaN: true }),
    y: fc.double({ min: -20, max: 320, noNaN: true }),
    gap: fc.constantFrom(0, 7, 14),
    radius: fc.constantFrom(0, 4),
    priority: fc.integer({ min: 0, max: 100 }),
  })
  .map(({ x, y, ...rest }) => ({ ...rest, point: [x, y] as const }));

describe('placeLabels', () => {
  it('never lets two names overlap, leave the frame or touch an obstacle', () => {
    const obstacle: Rect = { x0: 40, y0: 40, x1: 140, y1: 90 };
    fc.assert(
      fc.property(fc.array(request, { maxLength: 40 }), (requests) => {
        const placed = placeLabels(
          requests.map((r, i) => ({ ...r, id: `p${i}` })),
          frame,
          [obstacle],
        );
        for (const [i, a] of placed.entries()) {
          expect(a.box.x0).toBeGreaterThanOrEqual(frame.x0);
          expect(a.box.y0).toBeGreaterThanOrEqual(frame.y0);
          expect(a.box.x1).toBeLessThanOrEqual(frame.x1);
          expect(a.box.y1).toBeLessThanOrEqual(frame.y1);
          expect(overlap(a.box, obstacle)).toBe(false);
          for (const b of placed.slice(i + 1)) expect(overlap(a.box, b.box)).toBe(false);
        }
      }),
    );
  });

  it('gives the place to the more important name', () => {
    const placed = placeLabels(
      [aLabel('small', { point: [201, 150] }), aLabel('great', { priority: 9 })],
      frame,
      [],
    );
    expect(placed.map((p) => p.id)).toEqual(['great']);
  });

  it('names a town at the right edge on its left', () => {
    const [only] = placeLabels([aLabel('a', { point: [388, 150] })], frame, []);
    expect(only?.box.x1).toBeLessThan(388);
  });

  it('would rather not write over the front', () => {
    const front = Array.from({ length: 40 }, (_, i) => [205 + i * 2, 148] as const);
    const [only] = placeLabels([aLabel('a')], frame, [], front);
    expect(
      front.some(
        ([x, y]) => only && x > only.box.x0 && x < only.box.x1 && y > only.box.y0 && y < only.box.y1,
      ),
    ).toBe(false);
  });

  it('does not depend on the order in which names come', () => {
    const all = [aLabel('a'), aLabel('b', { point: [210, 152] }), aLabel('c', { point: [60, 60] })];
    expect(placeLabels([...all].reverse(), frame, [])).toEqual(placeLabels(all, frame, []));
  });
});
