import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesOf } from '../../../../tests/fixtures/edges.ts';
import { areaOf, aStatement, square } from '../../../../tests/fixtures/ground.ts';
import { inRings, ringsOf, type Ring } from '../geometry/rings.ts';
import type { Position } from '../geometry/sphere.ts';
import { addDays, day } from '../time/day.ts';
import { compile } from './compile.ts';
import { groundOn, holdersOf, stateOn, type ControlHistory } from './states.ts';
import { inOrder, type Statement } from './statement.ts';

const D1 = '2024-10-01';
const D2 = '2024-10-02';
const D3 = '2024-10-03';
const WEST = square(36, 47, 37, 48);
const EAST = square(37, 47, 38, 48);
const BOTH = square(36, 47, 38, 48);
const inWest: Position = [36.5, 47.5];
const inEast: Position = [37.5, 47.5];

/** Who holds a point on a day, in words. */
const held = (statements: readonly Statement[], p: Position, d: string): string[] =>
  holdersOf(compile(statements), p, day(d)).map((h) => `${h.holder} ${h.basis}`);

/** A history without what answers questions about it. */
const plain = (history: ControlHistory) =>
  history.ledgers.map(({ holder, basis, reader, by }) => ({ holder, basis, series: reader.series, by }));

describe('compiling', () => {
  it('gives ground to its holder from the day of the statement on, and nothing before', () => {
    const history = compile([aStatement('russia', WEST, D2)]);
    expect(groundOn(history, 'russia', 'assessed', day(D1))).toEqual([]);
    expect(stateOn(history, 'russia', 'assessed', day(D1))).toBeUndefined();
    expect(holdersOf(history, inWest, day(D2))).toEqual([{ holder: 'russia', basis: 'assessed' }]);
    expect(holdersOf(history, inWest, day('2030-01-01'))).toHaveLength(1);
    expect(holdersOf(history, inEast, day(D2))).toEqual([]);
  });

  it('takes from the other holder, even where the shape that is left has as many corners', () => {
    const statements = [aStatement('russia', BOTH, D1), aStatement('ukraine', EAST, D2)];
    expect(held(statements, inEast, D1)).toEqual(['russia assessed']);
    expect(held(statements, inEast, D2)).toEqual(['ukraine assessed']);
    expect(held(statements, inWest, D2)).toEqual(['russia assessed']);
  });

  it('lets holder none take and never hold', () => {
    const statements = [aStatement('russia', BOTH, D1), aStatement('none', EAST, D2)];
    expect(held(statements, inEast, D2)).toEqual([]);
    expect(held(statements, inWest, D2)).toEqual(['russia assessed']);
    expect(compile(statements).ledgers.map((l) => l.holder)).toEqual(['russia']);
  });

  it('replaces a ledger by a snapshot, and takes what it covers from the others', () => {
    const statements = [
      aStatement('russia', WEST, D1),
      aStatement('ukraine', EAST, D1),
      aStatement('russia', EAST, D2, { extent: 'snapshot' }),
    ];
    expect(held(statements, inWest, D2)).toEqual([]);
    expect(held(statements, inEast, D2)).toEqual(['russia assessed']);
  });

  it('lays claimed, contested and pre-2022 ground over assessed ground without taking any', () => {
    const statements = [
      aStatement('russia', WEST, D1),
      aStatement('unknown', WEST, D2),
      aStatement('ukraine', WEST, D2, { basis: 'claimed' }),
      aStatement('russia', WEST, D2, { basis: 'pre-2022' }),
    ];
    expect(held(statements, inWest, D2).sort()).toEqual([
      'russia assessed',
      'russia pre-2022',
      'ukraine claimed',
      'unknown contested',
    ]);
  });

  it('ends contested ground inside the area of a statement that ends it, and only there', () => {
    const statements = [aStatement('unknown', BOTH, D1), aStatement('unknown', EAST, D2, { ends: true })];
    expect(held(statements, inEast, D1)).toEqual(['unknown contested']);
    expect(held(statements, inEast, D2)).toEqual([]);
    expect(held(statements, inWest, D2)).toEqual(['unknown contested']);
  });

  it('goes by the order within a day, not by the order in which statements come', () => {
    const russia = aStatement('russia', WEST, D1, { order: 0 });
    const ukraine = aStatement('ukraine', WEST, D1, { order: 1 });
    for (const statements of [
      [russia, ukraine],
      [ukraine, russia],
    ]) {
      expect(held(statements, inWest, D1)).toEqual(['ukraine assessed']);
    }
    expect(held([{ ...russia, order: 2 }, ukraine], inWest, D1)).toEqual(['russia assessed']);
  });

  it('has one state a day, and each says by which statements', () => {
    const statements = [
      aStatement('russia', WEST, D1, { order: 0 }),
      aStatement('russia', EAST, D1, { order: 1 }),
      aStatement('ukraine', EAST, D3),
    ];
    const [russia] = compile(statements).ledgers;
    expect(russia?.by.map((by, i) => [russia.reader.dayOf(i), by.length])).toEqual([
      [D1, 2],
      [D3, 1],
    ]);
    expect(russia?.by.at(-1)?.[0]?.holder).toBe('ukraine');
  });

  it('never turns ground back where the gains of two editors overlap', () => {
    const one = square(36, 47, 37.2, 48);
    const other = square(36.8, 47, 38, 48);
    const statements = [aStatement('russia', one, D1), aStatement('russia', other, D2)];
    for (const p of [inWest, [37, 47.5], inEast] as Position[]) {
      expect(held(statements, p, D2)).toEqual(['russia assessed']);
    }
    expect(areaOf(groundOn(compile(statements), 'russia', 'assessed', day(D2)))).toBeCloseTo(
      areaOf([BOTH]),
      -4,
    );
  });

  it('leaves a ledger as it was where a statement of another side only touches it', () => {
    const history = compile([aStatement('russia', WEST, D1), aStatement('ukraine', EAST, D2)]);
    expect(stateOn(history, 'russia', 'assessed', day(D3))?.from).toBe(D1);
  });
});

/** A rectangle whose corners lie on a coarse grid, so that many share edges and corners. */
const rectangle = fc
  .tuple(fc.nat(8), fc.nat(8), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .map(([x, y, w, h]): Ring => square(36 + x / 8, 47 + y / 8, 36 + (x + w) / 8, 47 + (y + h) / 8));
const statement = fc
  .tuple(rectangle, fc.constantFrom('russia', 'ukraine', 'none'), fc.nat(5), fc.nat(3))
  .map(([ring, holder, later, order]) =>
    aStatement(holder as Statement['holder'], ring, addDays(day(D1), later), { order }),
  );
/** The middle of every cell of the grid. */
const cells: Position[] = Array.from({ length: 144 }, (_, i) => [
  36 + ((i % 12) + 0.5) / 8,
  47 + (Math.floor(i / 12) + 0.5) / 8,
]);

/** The statement that has the last word on a point, or undefined. */
const lastOver = (statements: readonly Statement[], p: Position): Statement | undefined =>
  statements
    .filter((s) => inRings(p, ringsOf(s.area)))
    .sort(inOrder)
    .at(-1);
const END = addDays(day(D1), 6);

describe('any statements', () => {
  it('leave each cell on each day with the side that took it last, or with none', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 8 }), fc.nat(6), (statements, later) => {
        const d = addDays(day(D1), later);
        const history = compile(statements);
        const until = statements.filter((s) => s.day <= d);
        for (const p of cells) {
          const last = lastOver(until, p)?.holder ?? 'none';
          expect(holdersOf(history, p, d).map((h) => h.holder)).toEqual(last === 'none' ? [] : [last]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('paint the same in whichever order they are read', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(statements8(), { minLength: 8 }), (shuffled) => {
        expect(plain(compile(shuffled))).toEqual(plain(compile([...shuffled].sort(inOrder))));
      }),
      { numRuns: 20 },
    );
  });

  it('but one, which is retracted, give its ground back to the word before it and change no other', () => {
    fc.assert(
      fc.property(fc.array(statement, { minLength: 1, maxLength: 8 }), fc.nat(), (statements, k) => {
        const gone = statements[k % statements.length] as Statement;
        const remaining = statements.filter((s) => s !== gone);
        const [before, after] = [compile(statements), compile(remaining)];
        for (const p of cells) {
          const now = holdersOf(after, p, END);
          if (inRings(p, ringsOf(gone.area))) {
            const last = lastOver(remaining, p)?.holder ?? 'none';
            expect(now.map((h) => h.holder)).toEqual(last === 'none' ? [] : [last]);
          } else expect(now.map((h) => h.holder)).toEqual(holdersOf(before, p, END).map((h) => h.holder));
        }
      }),
      { numRuns: 40 },
    );
  });
});

/** A slanted triangle with corners of its own, so that edges cross where no point of the grid is. */
const slanted = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 36e6, max: 37e6 }), fc.integer({ min: 47e6, max: 48e6 })), {
      minLength: 3,
      maxLength: 3,
    }),
    fc.constantFrom('russia', 'ukraine', 'none'),
    fc.nat(5),
    fc.boolean(),
  )
  .map(([points, holder, later, whole]) => {
    const ring = points.map(([x, y]): Position => [x / 1e6, y / 1e6]);
    return aStatement(
      holder as Statement['holder'],
      [...ring, ring[0] as Position],
      addDays(day(D1), later),
      whole && holder !== 'none' ? { extent: 'snapshot' } : {},
    );
  });

describe('compiling on from what was compiled earlier', () => {
  /** What a history says: on which days, by which statements, along which edges. */
  const said = ({ ledgers }: ControlHistory) =>
    ledgers.map(({ holder, basis, reader, by }) => ({
      holder,
      basis,
      states: by.map((all, i) => ({
        day: reader.dayOf(i),
        by: all.map((s) => s.id),
        edges: edgesOf(reader.ringsAt(i)),
      })),
      changes: reader.series.days.length,
    }));
  const goesOn = (statements: readonly Statement[], earlier: readonly Statement[], later: number) => {
    const since = addDays(day(D1), later);
    const opened = new Set(statements.filter((s) => s.day < since).map((s) => `${s.holder} ${s.basis}`));
    const ledgers = compile(earlier).ledgers.filter((l) => opened.has(`${l.holder} ${l.basis}`));
    return compile(
      statements.filter((s) => s.day >= since),
      { since, ledgers },
    );
  };

  it.each([
    ['that share edges', statement],
    ['that cross anywhere', slanted],
  ])('says what compiling all of them says, of statements %s', (_, any) => {
    const some = fc.array(any, { maxLength: 7 });
    fc.assert(
      fc.property(some, some, some, fc.nat(6), (before, gone, come, later) => {
        const since = addDays(day(D1), later);
        const old = before.filter((s) => s.day < since);
        const earlier = [...old, ...gone.filter((s) => s.day >= since)];
        const statements = [...old, ...come.filter((s) => s.day >= since)];
        expect(said(goesOn(statements, earlier, later))).toEqual(said(compile(statements)));
      }),
      { numRuns: 150 },
    );
  });
});

/** Eight statements that overlap, of three days. */
function statements8(): Statement[] {
  return Array.from({ length: 8 }, (_, i) =>
    aStatement(
      (['russia', 'ukraine', 'none'] as const)[i % 3] ?? 'none',
      square(36 + (i % 4) / 4, 47 + i / 8, 36.5 + (i % 4) / 4, 47.5 + i / 8),
      addDays(day(D1), i % 3),
      { order: i },
    ),
  );
}
