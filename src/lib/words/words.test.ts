import { describe, expect, it } from 'vitest';
import { LANGS } from '../domain/text.ts';
import { accountWords } from './account.ts';
import { auditWords } from './audit.ts';
import { changeWords } from './change.ts';
import { compareWords } from './compare.ts';
import { deskFaultWords } from './desk-fault.ts';
import { correctionsWords } from './corrections.ts';
import { historyWords } from './history.ts';
import { importWords } from './import.ts';
import { keyWords } from './keys.ts';
import { kindWords } from './kinds.ts';
import { mapWords } from './map.ts';
import { methodWords } from './method.ts';
import { pageWords } from './page.ts';
import { peopleWords } from './people.ts';
import { counted, form } from './plural.ts';
import { foundWords, searchWords } from './search.ts';
import { publishWords } from './publish.ts';
import { settingsWords } from './settings.ts';
import { toolWords } from './tools.ts';

/** Every word of a table as its path and what it is, with lists and functions as what they are. */
function shape(words: unknown, path = ''): string[] {
  if (Array.isArray(words)) return words.flatMap((w, i) => shape(w, `${path}.${i}`));
  if (typeof words === 'object' && words !== null) {
    return Object.entries(words).flatMap(([key, value]) => shape(value, path ? `${path}.${key}` : key));
  }
  return [`${path}: ${typeof words}`];
}
/** Plural forms differ by language: Ukrainian has few and many, English has not. */
const withoutForms = (lines: readonly string[]): string[] =>
  lines.filter((line) => !/\.(few|many): string$/.test(line)).sort();

const tables = {
  pageWords,
  kindWords,
  mapWords,
  methodWords,
  keyWords,
  foundWords,
  searchWords,
  toolWords,
  importWords,
  changeWords,
  compareWords,
  peopleWords,
  accountWords,
  auditWords,
  deskFaultWords,
  publishWords,
  settingsWords,
  historyWords,
  correctionsWords,
};

describe.each(Object.entries(tables))('%s', (_, words) => {
  it('has the same words in every language', () => {
    for (const lang of LANGS) {
      expect(withoutForms(shape(words[lang])), lang).toEqual(withoutForms(shape(words.en)));
    }
  });

  it('has no empty word', () => {
    const texts = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : typeof value === 'object' && value !== null
          ? Object.values(value).flatMap(texts)
          : [];
    for (const lang of LANGS) expect(texts(words[lang]).filter((t) => t.trim() === '')).toEqual([]);
  });

  it('says nothing in Ukrainian with Russian letters, and nothing in English with Cyrillic ones', () => {
    const all = (lang: 'en' | 'uk'): string => JSON.stringify(words[lang]);
    expect(all('uk')).not.toMatch(/[ыэъё]/i);
    expect(all('en').replace('Українською', '')).not.toMatch(/\p{Script=Cyrillic}/u);
  });
});

describe('the words of pages', () => {
  it('are whole sentences for any count', () => {
    for (const lang of LANGS) {
      for (const [key, word] of Object.entries(pageWords[lang])) {
        if (typeof word !== 'function') continue;
        for (const n of [0, 1, 2, 5, 21]) {
          const said = (word as (...args: number[]) => string)(n, n, n, n, n);
          expect(said, `${lang} ${key}(${n})`).not.toMatch(/undefined|NaN|null|\[object/);
        }
      }
    }
  });

  it('name eight directions, clockwise from north', () => {
    for (const lang of LANGS) expect(new Set(pageWords[lang].compass).size).toBe(8);
    expect(pageWords.en.compass[2]).toBe('east');
    expect(pageWords.uk.compass[2]).toBe('схід');
  });
});

describe('a count', () => {
  const strikes = { en: kindWords.en.counted.strike, uk: kindWords.uk.counted.strike };

  it.each([
    [1, '1 strike', '1 удар'],
    [2, '2 strikes', '2 удари'],
    [5, '5 strikes', '5 ударів'],
    [11, '11 strikes', '11 ударів'],
    [21, '21 strikes', '21 удар'],
    [22, '22 strikes', '22 удари'],
    [0, '0 strikes', '0 ударів'],
  ])('of %i has its own form', (n, en, uk) => {
    expect(counted('en', n, strikes.en)).toBe(en);
    expect(counted('uk', n, strikes.uk)).toBe(uk);
  });

  it('falls back to the general form where a language has only that', () => {
    expect(form('uk', 5, { one: 'one', other: 'other' })).toBe('other');
  });

  it('has all the forms that its language needs, for every kind of event', () => {
    for (const forms of Object.values(kindWords.uk.counted)) expect(forms).toHaveProperty('many');
  });
});
