import { describe, expect, it } from 'vitest';
import { textWidth, wrapText } from './text-width.ts';

describe('textWidth', () => {
  it('knows Latin and Ukrainian letters', () => {
    for (const text of ['Kurakhove', 'Велика Новосілка', 'ґанок, єнот, їжак, ім’я']) {
      expect(textWidth(text, 'regular', 10)).toBeGreaterThan(text.length * 3);
      expect(textWidth(text, 'regular', 10)).toBeLessThan(text.length * 7);
    }
    expect(textWidth('Kurakhove', 'bold', 10)).toBeGreaterThan(textWidth('Kurakhove', 'regular', 10));
  });
});

describe('wrapText', () => {
  it('keeps a number with the word that it counts', () => {
    const lines = wrapText('the line moved in 12 places today', 'regular', 12, 110);
    expect(lines.join(' ')).toBe('the line moved in 12 places today');
    expect(lines.some((l) => /\b12$/.test(l))).toBe(false);
  });

  it('fills no line beyond its width', () => {
    for (const line of wrapText('Демонстраційні дані, узагальнені приблизно до 10 км', 'regular', 11, 120)) {
      expect(textWidth(line, 'regular', 11)).toBeLessThanOrEqual(120);
    }
  });
});
