import { describe, expect, it } from 'vitest';
import { nearText } from './near.ts';

const size = { area_m2: 12_940_000, uncertainty_m2: 940_000 };
const plain = (text: string): string => text.replace(/\u00a0/g, ' ');

describe('where ground changed hands', () => {
  it.each([
    ['en', 0, 'Near Toretsk, 12.9 ± 0.9 km²'],
    ['en', 1, 'Near Toretsk and 1 other place, 12.9 ± 0.9 km²'],
    ['en', 6, 'Near Toretsk and 6 other places, 12.9 ± 0.9 km²'],
    ['uk', 0, 'Поблизу: Toretsk, 12,9 ± 0,9 км²'],
    ['uk', 1, 'Поблизу: Toretsk і ще 1 місце, 12,9 ± 0,9 км²'],
    ['uk', 3, 'Поблизу: Toretsk і ще 3 місця, 12,9 ± 0,9 км²'],
    ['uk', 6, 'Поблизу: Toretsk і ще 6 місць, 12,9 ± 0,9 км²'],
  ] as const)('is said in %s with %i places more', (lang, others, text) => {
    expect(plain(nearText(lang, { place: 'Toretsk', others, size }))).toBe(text);
  });

  it('has no more digits than its uncertainty bears', () => {
    const near = (area: number, off: number) =>
      plain(
        nearText('en', { place: 'A', others: 0, size: { area_m2: area * 1e6, uncertainty_m2: off * 1e6 } }),
      );
    expect(near(12.94, 9.4)).toBe('Near A, 13 ± 9 km²');
    expect(near(36.2, 31)).toBe('Near A, 40 ± 30 km²');
  });

  it('is patches where the area is withheld, and the area alone where no place is near', () => {
    expect(nearText('en', { place: 'A', others: 0, size: 1 })).toBe('Near A, 1 patch');
    expect(nearText('uk', { place: 'А', others: 0, size: 3 })).toBe('Поблизу: А, 3 ділянки');
    expect(plain(nearText('en', { place: undefined, others: 0, size }))).toBe('12.9 ± 0.9 km²');
  });
});
