import { describe, expect, it } from 'vitest';
import { areaOf, aStatement, square } from '../../../../tests/fixtures/ground.ts';
import type { Day } from '../time/day.ts';
import { compile } from './compile.ts';
import { effectOf, figuresOf, openBefore, undoneBy } from './effect.ts';
import type { Statement } from './statement.ts';

const day = (text: string): Day => text as Day;
const held = aStatement('russia', square(36, 47, 38, 49), '2024-01-01', { opening: true });
const effect = (before: readonly Statement[], after: readonly Statement[], since: string) =>
  effectOf(compile(before), compile(after), day(since));

describe('what a statement really changes', () => {
  const gain = aStatement('russia', square(37.5, 48, 38.5, 48.5), '2024-03-01');

  it('is the ground that was not held before, from its day on', () => {
    const [span, ...more] = effect([held], [held, gain], '2024-03-01');
    expect(more).toEqual([]);
    expect(span).toMatchObject({ from: '2024-03-01', until: undefined });
    const [russia] = span?.ledgers ?? [];
    // Half of what was drawn was held already.
    expect(areaOf(russia?.gained ?? [])).toBeCloseTo(areaOf([square(38, 48, 38.5, 48.5)]), -2);
    expect(russia?.lost).toEqual([]);
  });

  it('is nothing where all of it was held', () => {
    const idle = aStatement('russia', square(36.5, 47.5, 37, 48), '2024-03-01');
    expect(effect([held], [held, idle], '2024-03-01')).toEqual([]);
  });

  it('ends on the day on which another statement says so anyway, and is other ground from where it says part of it', () => {
    const part = aStatement('russia', square(38, 48, 38.25, 48.5), '2024-04-01');
    const rest = aStatement('russia', square(38, 48, 39, 48.5), '2024-05-01');
    const spans = effect([held, part, rest], [held, gain, part, rest], '2024-03-01');
    expect(spans.map(({ from, until }) => [from, until])).toEqual([
      ['2024-03-01', '2024-04-01'],
      ['2024-04-01', '2024-05-01'],
    ]);
    expect(areaOf(spans[1]?.ledgers[0]?.gained ?? [])).toBeCloseTo(
      areaOf([square(38.25, 48, 38.5, 48.5)]),
      -2,
    );
  });

  it('of a statement that is moved to another day is told for the days between', () => {
    const later = { ...gain, day: day('2024-03-10') };
    const [span, ...more] = effect([held, gain], [held, later], '2024-03-01');
    expect(more).toEqual([]);
    expect(span).toMatchObject({ from: '2024-03-01', until: '2024-03-10' });
    expect(span?.ledgers[0]?.gained).toEqual([]);
    expect(span?.ledgers[0]?.lost).not.toEqual([]);
  });

  it('of a statement of one side is told of the other as well', () => {
    const back = aStatement('ukraine', square(37, 48, 38, 48.5), '2024-03-01');
    const [span] = effect([held], [held, back], '2024-03-01');
    expect(span?.ledgers.map(({ holder, gained, lost }) => [holder, gained.length, lost.length])).toEqual([
      ['russia', 0, 1],
      ['ukraine', 1, 0],
    ]);
  });

  it('is the same where painting goes on from the days before', () => {
    const mine = [held, gain];
    const going = compile(
      mine.filter((s) => s.day >= '2024-03-01'),
      { since: day('2024-03-01'), ledgers: openBefore(compile([held]), day('2024-03-01')) },
    );
    expect(effectOf(compile([held]), going, day('2024-03-01'))).toEqual(effect([held], mine, '2024-03-01'));
  });
});

describe('what a statement takes back', () => {
  const gain = aStatement('russia', square(38, 48, 38.5, 48.5), '2024-03-01');
  const other = aStatement('russia', square(40, 48, 40.5, 48.5), '2024-03-02');
  const back = aStatement('none', square(38, 48, 38.25, 48.5), '2024-03-05');

  it('is the last statement about that ground, and none that lies elsewhere or below it', () => {
    const changed = [square(38, 48, 38.25, 48.5)];
    const before = aStatement('russia', square(38, 48, 38.5, 48.5), '2024-02-01');
    expect(undoneBy(back, changed, [before, gain, other, back]).map((u) => u.statement.id)).toEqual([
      gain.id,
    ]);
  });

  it('are as many as the ground was told by', () => {
    const changed = [square(37, 48, 38.25, 48.5)];
    expect(undoneBy(back, changed, [held, gain, other]).map((u) => u.statement.id)).toEqual([
      gain.id,
      held.id,
    ]);
  });

  it('is no statement of another ledger that does not tell who holds ground', () => {
    const fought = aStatement('unknown', square(38, 48, 38.5, 48.5), '2024-03-03');
    expect(undoneBy(back, [square(38, 48, 38.25, 48.5)], [gain, fought])[0]?.statement.id).toBe(gain.id);
  });
});

describe('figures of a difference', () => {
  it('are those of the ground itself, with a ± of the line that moved', () => {
    const before = [square(36, 47, 38, 49)];
    const after = [square(36, 47, 38.1, 49)];
    const { gained_m2, lost_m2, uncertainty_m2 } = figuresOf(before, after, 500);
    expect(gained_m2).toBeCloseTo(areaOf([square(38, 47, 38.1, 49)]), -3);
    expect(lost_m2).toBe(0);
    expect(uncertainty_m2 / 500).toBeGreaterThan(220_000);
  });
});
