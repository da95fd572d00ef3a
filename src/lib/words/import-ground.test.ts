import { describe, expect, it } from 'vitest';
import { LANGS } from '../domain/text.ts';
import { day } from '../domain/time/day.ts';
import { groundFaultWords, type GroundFault } from './import-ground-faults.ts';

/** Each that the page alone tells, or tells otherwise than the terminal. */
const FAULTS: readonly GroundFault[] = [
  { code: 'packed', how: 'zip' },
  { code: 'packed', how: 'xz' },
  { code: 'too-large', megabytes: 60 },
  { code: 'too-many', count: 2001, most: 2000 },
  { code: 'corners', count: 1_000_000, most: 100_000 },
  { code: 'open-line', metres: 1234 },
  { code: 'open-line', metres: 0 },
  { code: 'outside', lng: 10, lat: 48 },
  { code: 'malformed' },
  { code: 'swapped' },
  { code: 'no-day', from: 'anywhere' },
  { code: 'days-disagree', days: [{ from: 'file', day: '2024-11-25' }] },
  { code: 'day-in-future', day: '2202-02-02', today: day('2026-11-22') },
  { code: 'mixed-colours', colours: ['#aa0000', '#00aa00'] },
  { code: 'units' },
  { code: 'no-ledger' },
  { code: 'not-together' },
  { code: 'no-report' },
  { code: 'unknown-report', value: 'https://elsewhere.example' },
  { code: 'report-map', title: 'A map' },
  { code: 'report-unfinished', title: 'Begun' },
  { code: 'whole-twice', row: 3 },
];

describe('what is wrong with a row of ground', () => {
  it.each(FAULTS)('is said in both languages with what to do, and without a flag of the terminal: $code', (fault) => {
    for (const lang of LANGS) {
      const { reason, remedy } = groundFaultWords(lang, fault);
      for (const said of [reason, remedy]) {
        expect(said).toMatch(/\p{L}{3}/u);
        expect(said).not.toMatch(/undefined|\[object|(?<!salient )-- ?[a-z]|[.]$/);
      }
      expect(/[а-яіїє]{3}/i.test(reason + remedy)).toBe(lang === 'uk');
    }
  }); // prettier-ignore

  it('names numbers and places as people write them', () => {
    expect(groundFaultWords('en', { code: 'corners', count: 1_000_000, most: 100_000 }).reason).toContain(
      '1,000,000',
    );
    expect(groundFaultWords('en', { code: 'open-line', metres: 1234 }).reason).toContain('1.2 km');
    expect(groundFaultWords('uk', { code: 'open-line', metres: 123 }).reason).toContain('123 м');
    expect(groundFaultWords('en', { code: 'outside', lng: 10, lat: 48 }).reason).toContain(
      '48.0000, 10.0000',
    );
  });
});
