import { describe, expect, it } from 'vitest';
import { calloutsFrom, calloutsText } from './keyed.ts';

describe('callouts as they are typed', () => {
  it('are points with words, a line each, and are written as they are read', () => {
    const callouts = calloutsFrom('37.28, 47.98 Kurakhove reservoir\n\n 35.04,48.46  The “plant” <b>\n');
    expect(callouts).toEqual([
      { point: [37.28, 47.98], text: 'Kurakhove reservoir' },
      { point: [35.04, 48.46], text: 'The “plant” <b>' },
    ]);
    expect(calloutsFrom(calloutsText(callouts ?? []))).toEqual(callouts);
    expect(calloutsFrom('')).toEqual([]);
  });

  it.each([
    'Kurakhove',
    '37.28 47.98 Kurakhove',
    '37.28, 47.98',
    '237.28, 47.98 Too far east',
    '37.28, 89 Too far north',
    `37.28, 47.98 ${'x'.repeat(121)}`,
    Array.from({ length: 6 }, () => '37.28, 47.98 One').join('\n'),
  ])('are none where a line is none, or there are too many: %s', (text) => {
    expect(calloutsFrom(text)).toBeUndefined();
  });
});
