import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aStatement, square } from '../../../tests/fixtures/ground.ts';
import { makeControl } from '#lib/server/editions/control.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import type { Statement } from '#lib/domain/control/statement.ts';
import type { Change, ChangeKind } from '#lib/domain/history/edition.ts';
import { metresPerDegree } from '#lib/domain/geometry/sphere.ts';
import { day } from '#lib/domain/time/day.ts';
import { DEFAULT_VIEW } from '#lib/domain/view/view.ts';
import { makeCatalogue } from './catalogue.ts';
import { concerned, type ShownScene } from './concerned.ts';
import { sceneOf } from './scene.ts';

const RESOLUTION_M = 2000;
const ledger: Ledger = {
  id: 'russia-assessed',
  holder: 'russia',
  basis: 'assessed',
  name: { en: 'Assessed' },
  definition: { en: 'Ground that Russia is assessed to hold.' },
  definition_from: day('2024-01-01'),
  resolution_m: RESOLUTION_M,
  demonstration: false,
  opens: day('2024-10-01'),
  last_reviewed: day('2024-10-20'),
};
/** What is held east of a meridian of Donetsk Oblast, and the pinned map of a day. */
const EDGE = 37;
const held: Statement = aStatement('russia', square(EDGE, 47.5, 38.5, 48.5), '2024-10-01', { opening: true });
const pinned = makeControl([ledger], [held]);
const SHOWN = '2024-10-20';
const catalogue = makeCatalogue([], [], []);

const shownOn = (on: string, west = EDGE - 1): ShownScene[] => [
  {
    scene: sceneOf({
      catalogue,
      control: pinned,
      edition: { number: 1, published_at: 0 },
      view: { ...DEFAULT_VIEW, day: day(on) },
      lang: 'en',
    }),
    boxes: [[west, 47.7, west + 2, 48.3]],
  },
];
/** Ground west of the line, from it to so many metres before it. */
const before = (metres: number, on: string): Statement =>
  aStatement('russia', square(EDGE - metres / metresPerDegree(48).lng, 47.4, EDGE + 0.2, 48.6), on);

/** What is said of a map when statements are added without a correction. */
function told(statements: readonly Statement[], shown: readonly ShownScene[], how: ChangeKind = 'new') {
  const changes: Change[] = statements.map(({ id }) => ({
    edition: 2,
    item: { kind: 'statement', id },
    change: how,
    note: undefined,
  }));
  const later = { control: makeControl([ledger], [held, ...statements]), places: [] };
  return concerned(shown, { control: pinned, catalogue }, later, changes).map((c) => c.item.id);
}

describe('ground that becomes known later of a day that is shown', () => {
  it('concerns its map where the line of that day runs elsewhere by more than it is true to, and only there', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.double({ min: 20, max: RESOLUTION_M * 0.95, noNaN: true }),
          fc.double({ min: RESOLUTION_M * 1.05, max: RESOLUTION_M * 12, noNaN: true }),
        ),
        fc.constantFrom<ChangeKind>('new', 'update', 'clarification'),
        (metres, how) => {
          const patch = before(metres, '2024-10-10');
          expect(told([patch], shownOn(SHOWN), how)).toEqual(metres > RESOLUTION_M ? [patch.id] : []);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('concerns no map of a day before it, of another frame, or without the line', () => {
    const patch = before(RESOLUTION_M * 5, '2024-10-10');
    expect(told([patch], shownOn('2024-10-09'))).toEqual([]);
    expect(told([patch], shownOn(SHOWN, EDGE - 8))).toEqual([]);
    const [{ scene, boxes }] = shownOn(SHOWN) as [ShownScene];
    expect(told([patch], [{ scene: { ...scene, layers: ['events', 'labels'] }, boxes }])).toEqual([]);
  });

  it('is told by what stands on the day, not by what was painted over by a whole day since', () => {
    const [first, last] = ['2024-10-08', '2024-10-12'].map((on) => ({
      ...before(RESOLUTION_M * 5, on),
      extent: 'snapshot' as const,
    })) as [Statement, Statement];
    const after = { ...before(RESOLUTION_M * 9, '2024-10-21'), extent: 'snapshot' as const };
    expect(told([first, last, after], shownOn(SHOWN))).toEqual([last.id]);
  });
});
