import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringFault } from '../geometry/ring-fault.ts';
import { ringArea } from '../geometry/sphere.ts';
import { along, isOutline, MOST_CORNERS, outlineOf, readOutline, ringOf, writeOutline } from './outline.ts';

/** Corners around a circle, which never cross. */
const around = (n: number, radius = 1): string =>
  Array.from({ length: n }, (_, i) => {
    const turn = (i / n) * 2 * Math.PI;
    return `${(37 + radius * Math.cos(turn)).toFixed(4)},${(48 + radius * Math.sin(turn)).toFixed(4)}`;
  }).join(';');

describe('an outline in an address', () => {
  it('is its corners, and comes back as they were', () => {
    const read = readOutline('36.1,47.25;37.5,47.4;36.5,48');
    expect(read).toEqual([[36.1, 47.25], [37.5, 47.4], [36.5, 48]]); // prettier-ignore
    expect(isOutline(read) && writeOutline(read)).toBe('36.1,47.25_37.5,47.4_36.5,48');
  });

  it('is written so that an address has it as it is', () => {
    const written = '36.1,47.25_37.5,47.4_36.5,48';
    expect(readOutline(written)).toEqual(readOutline(written.replaceAll('_', ';')));
    const address = new URLSearchParams({ within: written }).toString();
    expect(address.replaceAll('%2C', ',')).toBe(`within=${written}`);
  });

  it('may be closed or not, and may say a corner twice', () => {
    const plain = readOutline('36,47;37,47;36.5,48');
    expect(readOutline('36,47;37,47;36.5,48;36,47')).toEqual(plain);
    expect(readOutline('36,47;36,47;37,47;36.5,48;36.50001,48')).toEqual(plain);
  });

  it.each([
    ['', 'unread'],
    ['36,47,38,49', 'unread'],
    ['36,47;a,b;37,48', 'unread'],
    ['36,47;1e1,47;37,48', 'unread'],
    ['36,47;;37,48', 'unread'],
    ['36,47;200,47;37,48', 'unread'],
    ['36,47;37,89;37,48', 'unread'],
    ['36,47;37,48', 'few'],
    ['36,47;36.00001,47.00002;36,47.00001', 'few'],
    ['36,47;37,48;38,49', 'flat'],
    ['36,47;37,48;37,47;36,48', 'crosses'],
    ['36,47;37,47;37,48;37,47', 'crosses'],
    ['-60,10;60,10;0,70', 'huge'],
    [around(MOST_CORNERS + 1), 'many'],
    ['36,47;'.repeat(2000), 'many'],
  ])('is of no use, and why: %s', (text, fault) => {
    expect(readOutline(text)).toBe(fault);
  });

  it('may have as many corners as it may', () => {
    expect(readOutline(around(MOST_CORNERS))).toHaveLength(MOST_CORNERS);
  });

  it('whatever it is read from, is a sound ring with one way to write it', () => {
    const degrees = fc.double({ min: 20, max: 50, noNaN: true });
    const garbage = fc.oneof(
      fc.string(),
      fc
        .array(fc.tuple(degrees, degrees), { maxLength: 8 })
        .map((all) => all.map((p) => p.join(',')).join(';')),
      fc
        .array(fc.tuple(degrees, degrees), { minLength: 3, maxLength: 4 })
        .map((all) => all.map((p) => p.map((x) => x.toFixed(6)).join(',')).join(';')),
    );
    fc.assert(
      fc.property(garbage, (text) => {
        const read = readOutline(text);
        if (!isOutline(read)) return;
        expect(ringFault(ringOf(read))).toBeUndefined();
        expect(readOutline(writeOutline(read))).toEqual(read);
        expect(outlineOf(read)).toEqual(read);
      }),
      { numRuns: 1000 },
    );
  });

  it('has points along its sides, so that it is measured as it is drawn', () => {
    const ring = ringOf([
      [36, 47],
      [38, 47],
      [38, 49.1],
    ]);
    const drawn = along(ring);
    expect([drawn[0], drawn.at(-1)]).toEqual([ring[0], ring[0]]);
    for (const corner of ring) expect(drawn).toContainEqual(corner);
    // On a sphere a long side says too little of where it runs; more points than these add nothing.
    const finest = ringArea(along(ring, 0.001));
    expect(Math.abs(ringArea(drawn) / finest - 1)).toBeLessThan(1e-4);
    expect(Math.abs(ringArea(ring) / finest - 1)).toBeGreaterThan(1e-3);
  });
});
