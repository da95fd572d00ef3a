import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotationOf, sentencesOf } from './sentences.ts';

describe('the sentences of a text', () => {
  it('stand where they are said to, in their paragraphs', () => {
    const text = 'First one. Second one!\n\n  Third, in another paragraph.\nFourth';
    const found = sentencesOf(text, 'en');
    expect(found.map((s) => [s.text, s.paragraph])).toEqual([
      ['First one.', 1],
      ['Second one!', 1],
      ['Third, in another paragraph.', 2],
      ['Fourth', 3],
    ]);
    for (const s of found) expect(text.slice(s.start, s.until)).toBe(s.text);
  });

  it('leave no letter out, in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('en', 'uk', 'ru'), (text, language) => {
        const found = sentencesOf(text, language);
        for (const s of found) expect(text.slice(s.start, s.until)).toBe(s.text);
        const letters = (t: string): string => t.replace(/\s/g, '');
        expect(letters(found.map((s) => s.text).join(''))).toBe(letters(text));
      }),
    );
  });
});

describe('a quotation', () => {
  it('is short, and whole where it can be', () => {
    expect(quotationOf('  A short\n one. ')).toBe('A short one.');
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (words) => {
        expect(quotationOf(words).length).toBeLessThanOrEqual(160);
      }),
    );
    expect(quotationOf('word '.repeat(60))).toMatch(/word …$/);
  });
});
