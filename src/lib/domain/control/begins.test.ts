import { describe, expect, it } from 'vitest';
import { aStatement, square } from '../../../../tests/fixtures/ground.ts';
import { day } from '../time/day.ts';
import { begins } from './begins.ts';
import { compile } from './compile.ts';
import { flipsOf } from './flips.ts';
import type { Statement } from './statement.ts';

const FIRST = square(37, 48, 37.2, 48.2);
const SECOND = square(37.2, 48, 37.4, 48.2);

/** Which statements are beginnings, and which are told as ground that changed hands. */
const told = (statements: readonly Statement[]) => {
  const history = compile(statements);
  const flips = flipsOf(history, statements, day('2024-10-31'), day('2024-12-01'));
  return {
    beginnings: statements.map((s) => begins(history, s)),
    flips: statements.map((s) => flips.some((f) => f.statement.id === s.id)),
  };
};

describe('how a ledger begins', () => {
  it.each([
    ['with an opening', { opening: true }, [true, false]],
    ['with a whole day', { extent: 'snapshot' as const }, [true, false]],
    ['with a piece of ground, which changed hands', {}, [false, false]],
  ])('%s', (_, first, beginnings) => {
    const statements = [
      aStatement('russia', FIRST, '2024-11-01', first),
      aStatement('russia', SECOND, '2024-11-02'),
    ];
    // What begins a ledger is told as no change of hands, and all else is.
    expect(told(statements)).toEqual({ beginnings, flips: beginnings.map((is) => !is) });
  });

  it('with each its own: one that begins later tells of no change with that', () => {
    const statements = [
      aStatement('russia', FIRST, '2024-11-01', { extent: 'snapshot' }),
      aStatement('ukraine', square(35, 51, 35.2, 51.2), '2024-11-05', { extent: 'snapshot' }),
      aStatement('ukraine', square(35.2, 51, 35.4, 51.2), '2024-11-06'),
    ];
    expect(told(statements)).toEqual({ beginnings: [true, true, false], flips: [false, false, true] });
  });
});
