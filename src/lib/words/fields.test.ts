import { describe, expect, it } from 'vitest';
import { fieldText, valueText } from './fields.ts';

describe('a difference in words', () => {
  it('names a field as a form does, and counts from one', () => {
    expect(fieldText('en', ['claims', 1, 'speaker', 'name', 'uk'])).toBe(
      'Claim 2 · Speaker · Name · Ukrainian',
    );
    expect(fieldText('uk', ['title', 'en'])).toBe('Назва · англійською');
    expect(fieldText('en', ['a_field_of_later'])).toBe('a_field_of_later');
  });

  it('says values as readers are told them', () => {
    expect(valueText('en', ['weapon'], 'glide-bomb')).toBe('glide bomb');
    expect(valueText('uk', ['claims', 0, 'says'], 'denies')).toBe('заперечує');
    expect(valueText('en', ['point'], [35.04, 48.46])).toBe('48.46, 35.04');
    expect(valueText('en', ['period'], { from: '2024-11-21', until: '2024-11-22' })).toBe('21 Nov 2024');
    expect(valueText('en', ['target'], undefined)).toBe('nothing');
    expect(valueText('en', ['title', 'en'], 'constructor')).toBe('constructor');
    expect(valueText('en', ['location'], { precision: 'settlement', radius_m: 5000 })).toMatch(/5000/);
  });

  it('says of an area how many corners it has', () => {
    const ring = [[36, 47], [37, 47], [37, 48], [36, 47]]; // prettier-ignore
    expect(valueText('en', ['area'], { type: 'Polygon', coordinates: [ring] })).toBe('3 corners');
    expect(valueText('en', ['area'], { type: 'MultiPolygon', coordinates: [[ring], [ring]] })).toBe(
      '6 corners',
    );
  });
});
