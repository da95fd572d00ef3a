import { describe, expect, it } from 'vitest';
import { areaOf, aStatement, square } from '../../../../tests/fixtures/ground.ts';
import type { Ring } from '../geometry/rings.ts';
import { day, type Day } from '../time/day.ts';
import { compile } from './compile.ts';
import { flipsOf } from './flips.ts';
import { inOrder } from './statement.ts';
import type { Statement } from './statement.ts';

const WEST = square(36, 47, 37, 48);
const EAST = square(37, 47, 38, 48);
const BOTH = square(36, 47, 38, 48);
const A = '2024-10-01';
const B = '2024-10-10';
const opening = (holder: Statement['holder'], ring: Ring, more: Partial<Statement> = {}) =>
  aStatement(holder, ring, '2024-09-01', { opening: true, ...more });

const flips = (statements: readonly Statement[], a: Day, b: Day) =>
  flipsOf(compile(statements), [...statements].sort(inOrder), a, b);

/** What a reader is told of (A, B]: day, from, to and km² of each flip. */
const told = (statements: readonly Statement[], a = A, b = B) =>
  flips(statements, day(a), day(b)).map(
    (f) => `${f.day} ${f.from ?? '?'} → ${f.to} ${Math.round(areaOf(f.patch) / 1e6)}`,
  );
const km2 = (ring: Ring): number => Math.round(areaOf([ring]) / 1e6);

describe('a flip is told', () => {
  it('for ground that a side newly holds, on the day and for the area of its statement', () => {
    const statements = [opening('russia', WEST), aStatement('russia', EAST, '2024-10-05')];
    expect(told(statements)).toEqual([`2024-10-05 ? → russia ${km2(EAST)}`]);
  });

  it('with the side that lost it', () => {
    const statements = [opening('ukraine', EAST), aStatement('russia', EAST, '2024-10-05')];
    expect(told(statements)).toEqual([`2024-10-05 ukraine → russia ${km2(EAST)}`]);
  });

  it('where a side only loses', () => {
    const statements = [opening('russia', BOTH), aStatement('none', EAST, '2024-10-05')];
    expect(told(statements)).toEqual([`2024-10-05 russia → none ${km2(EAST)}`]);
  });

  it('by what had begun by then: a ledger that begins later tells nothing of it', () => {
    const later = opening('ukraine', EAST, { day: day('2024-10-11'), extent: 'snapshot' });
    const statements = [opening('russia', WEST), aStatement('russia', EAST, '2024-10-05'), later];
    expect(told(statements)).toEqual([`2024-10-05 ? → russia ${km2(EAST)}`]);
  });

  it('with the statement behind it', () => {
    const gain = aStatement('russia', EAST, '2024-10-05');
    const [flip] = flips([gain], day(A), day(B));
    expect(flip?.statement).toBe(gain);
  });
});

describe('no flip is told', () => {
  it('for ground that the side held already', () => {
    expect(told([opening('russia', BOTH), aStatement('russia', EAST, '2024-10-05')])).toEqual([]);
  });

  it('for ground that Russia occupied before 2022', () => {
    const statements = [
      opening('russia', EAST, { basis: 'pre-2022' }),
      aStatement('russia', BOTH, '2024-10-05'),
    ];
    expect(told(statements)).toEqual([`2024-10-05 ? → russia ${km2(WEST)}`]);
  });

  it('for ground that went and came back within the window', () => {
    const statements = [
      opening('russia', BOTH),
      aStatement('none', EAST, '2024-10-03'),
      aStatement('russia', EAST, '2024-10-07'),
    ];
    expect(told(statements)).toEqual([]);
    expect(told(statements, A, '2024-10-05')).toEqual([`2024-10-03 russia → none ${km2(EAST)}`]);
  });

  it('for the state with which a ledger opens', () => {
    expect(told([opening('russia', BOTH, { day: day('2024-10-05') })])).toEqual([]);
  });

  it('for what is only claimed or contested', () => {
    const statements = [
      aStatement('russia', EAST, '2024-10-05', { basis: 'claimed' }),
      aStatement('unknown', EAST, '2024-10-05'),
    ];
    expect(told(statements)).toEqual([]);
  });

  it('for a day outside of (a, b]: a itself is left out and b is not', () => {
    expect(told([aStatement('russia', EAST, A)])).toEqual([]);
    expect(told([aStatement('russia', EAST, B)])).toHaveLength(1);
    expect(told([aStatement('russia', EAST, '2024-10-11')])).toEqual([]);
  });

  it('twice for the same ground: a second statement tells only what the first had not', () => {
    const statements = [aStatement('russia', WEST, '2024-10-03'), aStatement('russia', BOTH, '2024-10-07')];
    expect(told(statements)).toEqual([
      `2024-10-03 ? → russia ${km2(WEST)}`,
      `2024-10-07 ? → russia ${km2(EAST)}`,
    ]);
    expect(told([...statements].reverse())).toEqual(told(statements));
  });

  it('for a gain that was lost and regained, but for the last one', () => {
    const statements = [
      aStatement('russia', EAST, '2024-10-03'),
      aStatement('none', EAST, '2024-10-05'),
      aStatement('russia', EAST, '2024-10-07'),
    ];
    expect(told(statements)).toEqual([`2024-10-07 ? → russia ${km2(EAST)}`]);
  });
});
