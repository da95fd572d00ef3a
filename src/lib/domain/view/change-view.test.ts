import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day, dayFromNumber, dayNumber } from '../time/day.ts';
import { CHANGE_PARAMS, changeFromUrl, changeToParams } from './change-view.ts';

const ledgers = { opens: day('2024-09-01'), lastReviewed: day('2024-11-26') };
const OBLASTS = ['UA-14', 'UA-23'];
const read = (query: string | Record<string, string>) =>
  changeFromUrl(new URLSearchParams(query), ledgers, OBLASTS);
const types = (query: string): string[] => read(query).notes.map((n) => n.type);

describe('two days of an address', () => {
  it('are read as they are, with a region or a box', () => {
    expect(read('from=2024-11-01&to=2024-11-26')).toEqual({
      view: { from: '2024-11-01', to: '2024-11-26' },
      notes: [],
    });
    expect(read('from=2024-11-01&to=2024-11-26&oblast=UA-14').view.oblast).toBe('UA-14');
    expect(read('from=2024-11-01&to=2024-11-26&within=36.5,47,38,48.25').view.within).toEqual([
      36.5, 47, 38, 48.25,
    ]);
  });

  it('are read with an area that was drawn', () => {
    const { view, notes } = read('within=36.5,47;38,47.25;37,48');
    expect(notes).toEqual([]);
    expect(view.within).toBeUndefined();
    expect(view.outline).toEqual([
      [36.5, 47],
      [38, 47.25],
      [37, 48],
    ]);
    expect(changeToParams(view)['within']).toBe('36.5,47_38,47.25_37,48');
  });

  it.each([
    ['36,47;37,48', 'few'],
    ['36,47;37,48;38,49', 'flat'],
    ['36,47;37,48;37,47;36,48', 'crosses'],
    ['-60,10;60,10;0,70', 'huge'],
    ['36,47;'.repeat(2000), 'many'],
  ])('are everywhere where the area that was drawn is none, and why: %s', (within, fault) => {
    const { view, notes } = read({ within });
    expect(view).toEqual(read('').view);
    expect(notes).toEqual([{ type: 'outline', fault }]);
  });

  it('are the last thirty where none are given, and no earlier than the ledgers', () => {
    expect(read('').view).toEqual({ from: '2024-10-27', to: '2024-11-26' });
    expect(read('to=2024-09-10').view).toEqual({ from: '2024-09-01', to: '2024-09-10' });
    expect(read('from=2024-11-01').view).toEqual({ from: '2024-11-01', to: '2024-11-26' });
    // As a form sends what was left empty.
    expect(read('from=&to=&oblast=&within=')).toEqual(read(''));
  });

  it('are put in order, moved into the ledgers, and set apart, and each is noted', () => {
    expect(read('from=2024-11-26&to=2024-11-01')).toEqual({
      view: { from: '2024-11-01', to: '2024-11-26' },
      notes: [{ type: 'swapped' }],
    });
    expect(read('from=2020-01-01&to=2030-01-01').view).toEqual({ from: '2024-09-01', to: '2024-11-26' });
    expect(types('from=2020-01-01&to=2030-01-01')).toEqual(['moved', 'moved']);
    expect(read('from=2024-11-20&to=2024-11-20')).toEqual({
      view: { from: '2024-11-19', to: '2024-11-20' },
      notes: [{ type: 'same' }],
    });
    expect(read('from=2024-09-01&to=2024-09-01').view).toEqual({ from: '2024-09-01', to: '2024-09-02' });
  });

  it.each([
    ['from', '2024-02-30'],
    ['to', 'tomorrow'],
    ['oblast', 'UA-99'],
    ['oblast', '__proto__'],
    ['within', '1,2,3'],
    ['within', '38,47,36,48'],
    ['within', 'a,b,c,d'],
    ['within', '36,47;a,b;37,48'],
    ['within', ';;;'],
  ])('are the usual ones where one cannot be read: %s=%s', (param, value) => {
    const { view, notes } = read({ [param]: value });
    expect(view).toEqual(read('').view);
    expect(notes).toEqual([{ type: 'unread', note: { param, value } }]);
  });

  it('are of the region where a box is given as well', () => {
    const { view, notes } = read('oblast=UA-14&within=36,47,37,48');
    expect([view.oblast, view.within]).toEqual(['UA-14', undefined]);
    expect(notes).toEqual([{ type: 'both' }]);
    expect(read('oblast=UA-14&within=36,47;37,47;37,48')).toEqual({ view, notes });
  });

  it('are always in order and within the ledgers, whatever the address holds, and have one address', () => {
    const anyDay = fc
      .integer({ min: dayNumber(day('2024-07-01')), max: dayNumber(day('2025-01-31')) })
      .map((n) => dayFromNumber(n) as string);
    const value = fc.oneof(
      anyDay,
      anyDay,
      fc.string(),
      fc.constantFrom('', '0', 'UA-14', '36,47,37,48', ',,,', '36,47;37.00001,47;37,48', '36,47;37,48'),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...CHANGE_PARAMS), value), (params) => {
        const { view } = read(params);
        expect(view.from >= ledgers.opens && view.to <= ledgers.lastReviewed).toBe(true);
        expect(view.from < view.to).toBe(true);
        expect(read(changeToParams(view))).toEqual({ view, notes: [] });
      }),
      { numRuns: 400 },
    );
  });

  it('are one and the same in a ledger of one day', () => {
    const only = { opens: day('2024-09-01'), lastReviewed: day('2024-09-01') };
    const { view } = changeFromUrl(new URLSearchParams(`to=${addDays(only.opens, 3)}`), only, []);
    expect(view).toEqual({ from: '2024-09-01', to: '2024-09-01' });
  });
});
