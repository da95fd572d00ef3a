import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ringFault } from './ring-fault.ts';
import type { Position } from './sphere.ts';

const grid = (x: number): number => Math.round(x * 1e6) / 1e6;
/** A ring that sees all its corners from one point, so that it cannot cross itself. */
const star = fc
  .array(fc.double({ min: 0.05, max: 1, noNaN: true }), { minLength: 3, maxLength: 40 })
  .map((radii): Position[] => {
    const ring = radii.map((r, i): Position => {
      const angle = (2 * Math.PI * i) / radii.length;
      return [grid(37 + r * Math.cos(angle)), grid(48 + r * Math.sin(angle))];
    });
    return [...ring, ring[0] as Position];
  });

describe('a ring is refused', () => {
  it('with three positions, saying how many it has and needs', () => {
    expect(ringFault([[0, 0], [1, 0], [0, 0]])).toMatch(/has 3 positions.*at least 4/); // prettier-ignore
    expect(ringFault([])).toMatch(/has 0 positions/);
  });

  it('that is open', () => {
    expect(ringFault([[0, 0], [1, 0], [1, 1], [0, 1]])).toMatch(/not closed/); // prettier-ignore
  });

  it('that crosses itself, naming where', () => {
    const bowTie: Position[] = [[37, 48], [38, 49], [38, 48], [37, 48.5], [37, 48]]; // prettier-ignore
    expect(ringFault(bowTie)).toMatch(/crosses itself near longitude 3[78].*latitude 4[89]/);
  });

  it('that crosses itself, whichever two of its corners were mixed up', () => {
    fc.assert(
      fc.property(star, fc.nat(), (ring, k) => {
        const n = ring.length - 1;
        fc.pre(n >= 4);
        const i = k % (n - 1);
        const mixed = [...ring.slice(0, n)];
        [mixed[i], mixed[i + 1]] = [mixed[i + 1] as Position, mixed[i] as Position];
        mixed.push(mixed[0] as Position);
        // Most swaps cross; a few make a ring that is merely dented, and then both ways of asking agree.
        expect(ringFault(mixed) === undefined).toBe(!crosses(mixed));
      }),
    );
  });

  it('that has no area, wherever on the grid its line lies', () => {
    const step = fc.integer({ min: -999_999, max: 999_999 });
    fc.assert(
      fc.property(
        step,
        step,
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        (dx, dy, k, l) => {
          const at = (t: number): Position => [(37_123_457 + t * dx) / 1e6, (48_000_001 + t * dy) / 1e6];
          expect(ringFault([at(0), at(k), at(k + l), at(0)])).toBe('has no area');
        },
      ),
    );
  });
});

describe('a ring is taken', () => {
  it('whatever star it is', () => {
    fc.assert(
      fc.property(star, (ring) => {
        expect(ringFault(ring)).toBeUndefined();
      }),
    );
  });

  it('that winds like a spiral without crossing', () => {
    const [out, back]: [Position[], Position[]] = [[], []];
    for (let i = 0; i <= 200; i += 1) {
      const angle = i / 10;
      const r = 0.1 + angle / 20;
      out.push([grid(37 + r * Math.cos(angle)), grid(48 + r * Math.sin(angle))]);
      back.push([grid(37 + (r + 0.1) * Math.cos(angle)), grid(48 + (r + 0.1) * Math.sin(angle))]);
    }
    expect(ringFault([...out, ...back.reverse(), out[0] as Position])).toBeUndefined();
  });

  it('whose parts touch in a corner', () => {
    const hourglass: Position[] = [[0, 0], [2, 0], [1, 1], [2, 2], [0, 2], [1, 1], [0, 0]]; // prettier-ignore
    expect(ringFault(hourglass)).toBeUndefined();
  });
});

/** Every pair of edges, by the slow way. */
function crosses(ring: readonly Position[]): boolean {
  const side = (o: Position, a: Position, b: Position): number =>
    Math.sign((a[0] - o[0]) * (b[1] - o[1]) - (a[1] - o[1]) * (b[0] - o[0]));
  for (let i = 1; i < ring.length; i += 1) {
    for (let k = 1; k < i; k += 1) {
      const [a, b, c, d] = [ring[i - 1], ring[i], ring[k - 1], ring[k]] as [
        Position,
        Position,
        Position,
        Position,
      ];
      if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) return true;
    }
  }
  return false;
}
