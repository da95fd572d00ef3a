import { describe, expect, it } from 'vitest';
import { LANGS, type Lang } from '../domain/text.ts';
import { day } from '../domain/time/day.ts';
import { windowSentence, type WindowFacts } from './sentence.ts';

const nothing: WindowFacts = {
  window: 7,
  dated: [],
  touching: 0,
  undated: { advances: 0, grids: 0, strikes: 0, others: 0, reported: undefined },
  claimed: 0,
  moved: [],
};
const reported = { day: day('2024-11-25'), orLater: true };
const say = (lang: Lang, more: Partial<WindowFacts>): string => {
  const { lead, rest } = windowSentence(lang, { ...nothing, ...more });
  return `${lead} ${rest}`.trim();
};
const undated = (more: Partial<WindowFacts['undated']>) => ({
  undated: { ...nothing.undated, reported, ...more },
});

describe('the sentence of a window', () => {
  it('says what is dated first, then what is not, then what is only claimed', () => {
    const facts = {
      dated: [{ kind: 'strike' as const, count: 1, places: ['Dnipro'] }],
      ...undated({ advances: 3, grids: 2 }),
      claimed: 1,
    };
    expect(say('en', facts)).toBe(
      'Dated to this week: 1 strike (Dnipro). Undated, in a report of 25 November 2024 or later: ' +
        'gains in 3 areas and strikes on 2 power grids. Claimed only: 1.',
    );
    expect(say('uk', facts)).toBe(
      'Датовано цим тижнем: 1 удар (Dnipro). Без дати, у повідомленні від 25 листопада 2024 або пізнішому: ' +
        'просування у 3 районах і удари по енергомережах (2). Лише за заявою сторони: 1.',
    );
  });

  it('says so where nothing is dated, and then no more than that', () => {
    expect(say('en', {})).toBe('Nothing is dated to this week.');
    expect(say('uk', {})).toBe('Нічого не датовано цим тижнем.');
  });

  it('names the window as it is: a day, a week, so many days, all', () => {
    const leads = (lang: Lang) => ([1, 7, 14, 21, 'all'] as const).map((window) => say(lang, { window }));
    expect(leads('en')).toEqual([
      'Nothing is dated to this day.',
      'Nothing is dated to this week.',
      'Nothing is dated to these 14 days.',
      'Nothing is dated to these 21 days.',
      'Nothing is dated to these days.',
    ]);
    expect(leads('uk')).toEqual([
      'Нічого не датовано цим днем.',
      'Нічого не датовано цим тижнем.',
      'Нічого не датовано цими 14 днями.',
      'Нічого не датовано цим 21 днем.',
      'Нічого не датовано цими днями.',
    ]);
  });

  it.each([
    [1, 'gains in 1 area', 'просування в одному районі'],
    [2, 'gains in 2 areas', 'просування у 2 районах'],
    [5, 'gains in 5 areas', 'просування у 5 районах'],
    [11, 'gains in 11 areas', 'просування у 11 районах'],
    [21, 'gains in 21 areas', 'просування у 21 районі'],
  ])('bends its nouns by their count: %i', (advances, en, uk) => {
    expect(say('en', undated({ advances }))).toContain(`: ${en}.`);
    expect(say('uk', undated({ advances }))).toContain(`: ${uk}.`);
  });

  it('counts what has a longer span apart from what is dated', () => {
    expect(say('en', { touching: 1 })).toBe('Nothing is dated to this week. 1 event with a longer span.');
    expect(say('uk', { touching: 5 })).toMatch(/5 подій з довшим проміжком\.$/);
  });

  it('says "or later" only where the report may be later', () => {
    const known = undated({ grids: 1, reported: { ...reported, orLater: false } });
    expect(say('en', known)).toContain('in a report of 25 November 2024: strikes on 1 power grid.');
    expect(say('uk', known)).not.toContain('пізніш');
  });

  it('names at most four places where the line moved', () => {
    expect(say('en', { moved: ['A', 'B'] })).toContain('The line moved near A and B.');
    const many = say('en', { moved: ['A', 'B', 'C', 'D', 'E'] });
    expect(many).toContain('The line moved near A, B, C, D and elsewhere.');
    expect(many).not.toContain('E.');
  });

  it('names places while few kinds are dated, and only counts when there are many', () => {
    const kinds = ['strike', 'advance', 'clash', 'diplomacy', 'incident'] as const;
    const dated = kinds.map((kind) => ({ kind, count: 9, places: ['Dnipro', 'Kurakhove'] }));
    expect(say('en', { dated: dated.slice(0, 4) })).toContain('9 strikes (Dnipro, Kurakhove), 9 advances (');
    expect(say('en', { dated })).toBe(
      'Dated to this week: 9 strikes, 9 advances, 9 clashes, 9 meetings, and 9 incidents.',
    );
    expect(say('uk', { dated })).not.toContain('Dnipro');
  });

  it('is never left with a gap', () => {
    for (const lang of LANGS) {
      for (const n of [0, 1, 2, 5, 11, 21]) {
        const text = say(lang, {
          touching: n,
          claimed: n,
          ...undated({ advances: n, grids: n, strikes: n, others: n }),
        });
        expect(text).not.toMatch(/undefined|NaN| {2}|\s[.,]/);
      }
    }
  });
});
