import { describe, expect, it } from 'vitest';
import { day } from '../domain/time/day.ts';
import { flipWords, spanWords } from './ground-effect.ts';

const m2 = { gained: 5_130_000, lost: 320_000, off: 210_000 };

describe('what a statement changes, in words', () => {
  it('names holder and basis in the language of the page, with figures', () => {
    const flip = { holder: 'russia', basis: 'assessed', gains: true, loses: true, m2 } as const;
    expect(flipWords('en', flip)).toBe('Russia, assessed: gains 5.1 km² and loses 0.3 km² (± 0.2)');
    expect(flipWords('uk', flip)).toBe('Росія, за оцінками: здобуває 5,1 км² і втрачає 0,3 км² (± 0,2)');
  });

  it('gives no figures where they are withheld', () => {
    const flip = { holder: 'ukraine', basis: 'claimed', gains: false, loses: true } as const;
    expect(flipWords('en', flip)).toBe('Ukraine (inside Russia), claimed: loses ground');
    expect(flipWords('uk', flip)).toBe('Україна (у Росії), за заявою: втрачає територію');
  });

  it('calls ground that nobody holds for sure by what goes on there', () => {
    const flip = { holder: 'unknown', basis: 'contested', gains: true, loses: false } as const;
    expect(flipWords('en', { ...flip, m2 })).toBe('Fought over: 5.1 km² more (± 0.2)');
    expect(flipWords('uk', flip)).toBe('Точаться бої: більше території');
  });

  it('says days in words, the last one included', () => {
    const [d, next, later] = ['2024-11-16', '2024-11-17', '2024-11-24'].map((each) => day(each));
    if (!d || !next || !later) throw new Error('no days');
    expect(spanWords('en', d, undefined)).toBe('From 16 November 2024 on');
    expect(spanWords('en', d, later)).toBe('From 16 November 2024 to 23 November 2024');
    expect(spanWords('en', d, next)).toBe('On 16 November 2024 only');
    expect(spanWords('uk', d, undefined)).toBe('Від 16 листопада 2024');
    expect(spanWords('uk', d, later)).toBe('Від 16 листопада 2024 до 23 листопада 2024 включно');
    expect(spanWords('uk', d, next)).toBe('Лише 16 листопада 2024');
  });
});
