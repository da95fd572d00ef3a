import { describe, expect, it } from 'vitest';
import { day } from '../domain/time/day.ts';
import { LEGEND_KEYS } from '../look/legend-keys.ts';
import { mapWords } from './map.ts';

const facts = { freshDays: 7, start: day('2024-11-19'), resolution_m: 10_000 };

describe('mapWords', () => {
  it.each(LEGEND_KEYS)('says in both languages what %s is', (key) => {
    const [en, uk] = [mapWords.en.legend(key, facts), mapWords.uk.legend(key, facts)];
    expect(en).toMatch(/^[A-Z]/);
    expect(uk).toMatch(/^[А-ЯҐЄІЇ]/);
  });

  it('counts in Ukrainian as Ukrainian counts', () => {
    const legend = (freshDays: number) => mapWords.uk.legend('fresh', { ...facts, freshDays });
    expect(legend(14)).toBe('Зайнято Росією за останні 14 днів');
    expect(legend(2)).toBe('Зайнято Росією за останні 2 дні');
    expect(legend(1)).toBe('Зайнято Росією за останню добу');
  });

  it('says what is shown in one sentence', () => {
    const shown = {
      day: day('2024-11-26'),
      days: 7,
      line: true,
      flips: 1,
      dated: 4,
      strikes: 1,
      undated: 13,
    };
    expect(mapWords.en.shown(shown)).toBe(
      'The 7 days to 26 Nov: the line moved in 1 place; 1 dated strike, 3 other dated events, 13 undated.',
    );
    expect(mapWords.uk.shown(shown)).toBe(
      'За 7 днів до 26 лист.: лінія змінилася в 1 місці; 1 датований удар, 3 інші датовані події, без дати: 13.',
    );
  });

  it('says nothing of a line where none runs through the picture', () => {
    const quiet = {
      around: 'Dnipro',
      day: day('2024-11-26'),
      days: 7,
      line: false,
      flips: 0,
      dated: 1,
      strikes: 1,
      undated: 0,
    };
    expect(mapWords.en.shown(quiet)).toBe('Dnipro and around, in the 7 days to 26 Nov: 1 dated strike.');
    expect(mapWords.en.shown({ ...quiet, dated: 0, strikes: 0 })).toContain('nothing is reported');
  });
});
