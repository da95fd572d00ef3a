import { expect, it } from 'vitest';
import { frontFeatures, sameFronts } from './features.ts';

const line = [
  [37, 47],
  [37, 48],
] as const;

it('the band knows whose front it stands for, and runs along all of it, sourced or not', () => {
  const { features } = frontFeatures([
    { side: 'russia', sourced: [line], unsourced: [line, line] },
    { side: 'ukraine', sourced: [], unsourced: [] },
  ]);
  expect(features.map((f) => f.properties)).toEqual([{ side: 'russia' }, { side: 'russia' }]);
});

it('a day with the same lines has the same band', () => {
  const fronts = [{ side: 'russia' as const, sourced: [line], unsourced: [] }];
  expect(sameFronts(fronts, [{ ...fronts[0], side: 'russia', sourced: [line], unsourced: [] }])).toBe(true);
  expect(sameFronts(fronts, [{ side: 'russia', sourced: [], unsourced: [line] }])).toBe(false);
});
