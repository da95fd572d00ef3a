import { describe, expect, it } from 'vitest';
import { day } from '../domain/time/day.ts';
import { changeWords } from './change.ts';
import { boundedText, km2Text } from './km2.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const { en, uk } = changeWords;

describe('two days in words', () => {
  it.each([
    ['2024-11-01', '2024-11-26', 'between 1 and 26 November 2024', 'між 1 і 26 листопада 2024 року'],
    [
      '2024-10-28',
      '2024-11-26',
      'between 28 October and 26 November 2024',
      'між 28 жовтня і 26 листопада 2024 року',
    ],
    [
      '2024-12-30',
      '2025-01-02',
      'between 30 December 2024 and 2 January 2025',
      'між 30 грудня 2024 року і 2 січня 2025 року',
    ],
  ])('%s and %s share what they have in common', (from, to, english, ukrainian) => {
    expect(plain(en.between(day(from), day(to)))).toBe(english);
    expect(plain(uk.between(day(from), day(to)))).toBe(ukrainian);
  });
});

describe('a sentence on gains and losses', () => {
  const said = (gained?: string, lost?: string): string[] =>
    [en, uk].map((t) => plain(t.sentence('between A and B', t.sides.russia, gained, lost, undefined)));

  it('names both, one, or none', () => {
    expect(said('5 km²', '1 km²')).toEqual([
      'Between A and B Russia gained 5 km² and lost 1 km².',
      'Between A and B Росія зайняла 5 km² і втратила 1 km².',
    ]);
    expect(said('5 km²')[0]).toBe('Between A and B Russia gained 5 km² and lost none that can be measured.');
    expect(said(undefined, '1 km²')[0]).toContain('lost 1 km² and gained none');
    expect(said()[0]).toContain('neither gained nor lost');
  });

  it('ends a list of days with one full stop, after a shortened month too', () => {
    expect(uk.silent(1, '1 квіт.')).toMatch(/немає: 1 квіт\. До/);
    expect(en.silent(1, '1 Apr')).toMatch(/report: 1 Apr\. The/);
  });

  it('counts days in the forms of each language', () => {
    const days = (n: number): string[] => [en, uk].map((t) => t.lineMoved('A', n, undefined));
    expect(days(1)).toEqual(['A the line moved on 1 day.', 'A зміни лінії датовано 1 днем.']);
    expect(days(3)).toEqual(['A the line moved on 3 days.', 'A зміни лінії датовано 3 днями.']);
    const silent = [1, 3, 5, 21].map((n) => uk.silent(n, '…').split(' повідомлень')[0]);
    expect(silent).toEqual(['За 1 день', 'За 3 дні', 'За 5 днів', 'За 21 день']);
  });
});

describe('square kilometres', () => {
  it('are written to 0.1, with a true minus, as each language does', () => {
    expect(km2Text('en', 1_234_560_000)).toBe('1,234.6');
    expect(plain(km2Text('uk', 1_234_560_000))).toBe('1 234,6');
    expect(km2Text('en', 5_500_000, true)).toBe('+5.5');
    expect(km2Text('en', -5_500_000, true)).toBe('−5.5');
    expect(km2Text('en', -10_000, true)).toBe('0.0');
  });

  it('are rounded in a sentence to what their uncertainty bears', () => {
    const said = (km2: number, bounds: number) => Object.values(boundedText('en', km2 * 1e6, bounds * 1e6));
    expect(said(543.2, 61.7)).toEqual(['540', '60']);
    expect(said(12.4, 2.6)).toEqual(['12', '3']);
    expect(said(12.44, 0.31)).toEqual(['12.4', '0.3']);
    expect(said(0.6, 0.001)).toEqual(['0.6', '0.1']);
  });
});
