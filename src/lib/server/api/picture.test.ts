import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PNG_SIZES, pngSize, readPicture } from './picture.ts';

const read = (params: Record<string, string>) => readPicture(new URLSearchParams(params));

describe('the size of a PNG', () => {
  it('is one of the list, whatever is asked for', () => {
    const length = fc.integer({ min: 1, max: 10_000 });
    fc.assert(
      fc.property(length, length, (width, height) => {
        expect(PNG_SIZES).toContainEqual(pngSize({ width, height }));
      }),
    );
  });

  it('is the very one that is asked for where the list has it', () => {
    for (const [width, height] of PNG_SIZES) expect(pngSize({ width, height })).toEqual([width, height]);
  });

  it('keeps the shape: what is tall stays tall, what is wide stays wide', () => {
    expect(pngSize({ width: 1199, height: 631 })).toEqual([1200, 630]);
    expect(pngSize({ width: 2400, height: 2400 })).toEqual([1080, 1080]);
    expect(pngSize({ width: 400, height: 900 })).toEqual([390, 844]);
    expect(pngSize({ width: 3000, height: 10 })[0]).toBeGreaterThan(1000);
  });
});

describe('what is asked of a picture', () => {
  it('is a social card in English and light colours where nothing is said', () => {
    expect(read({})).toEqual({ width: 1200, height: 630, theme: 'light', lang: 'en', scale: 1 });
  });

  it('is taken where it can be', () => {
    expect(read({ width: '800', height: '500', theme: 'dark', lang: 'uk', scale: '2' })).toEqual({
      width: 800,
      height: 500,
      theme: 'dark',
      lang: 'uk',
      scale: 2,
    });
  });

  it('stays within bounds', () => {
    for (const scale of ['0', '3', '1.5', '99']) expect(read({ scale })).toMatchObject({ scale: 1 });
    expect(read({ width: '1', height: '9999' })).toMatchObject({ width: 280, height: 2400 });
    expect(read({ width: '0', height: '0' })).toMatchObject({ width: 280, height: 200 });
  });

  it('falls back whatever garbage it holds', () => {
    const garbage = fc.oneof(
      fc.string(),
      fc.constantFrom('', '-5', '1e9', '١٢٠٠', 'NaN', '10000', '0x400', ' 800'),
    );
    fc.assert(
      fc.property(garbage, garbage, garbage, garbage, (width, height, theme, lang) => {
        const wanted = read({ width, height, theme, lang });
        expect(wanted.width).toBeGreaterThanOrEqual(280);
        expect(wanted.width).toBeLessThanOrEqual(2400);
        expect(wanted.height).toBeGreaterThanOrEqual(200);
        expect(wanted.height).toBeLessThanOrEqual(2400);
        expect(['light', 'dark']).toContain(wanted.theme);
        expect(['en', 'uk']).toContain(wanted.lang);
      }),
    );
    expect(read({ width: '1e3', height: '-1', theme: 'pink', lang: 'ru' })).toEqual(read({}));
  });
});
