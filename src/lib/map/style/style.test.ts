import { featureFilter, validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import { LANGS } from '../../domain/text.ts';
import { LAYERS } from '../../domain/view/view.ts';
import { palettes } from '../../look/palette.ts';
import type { StyleOptions } from './options.ts';
import { isPlain, layersOf, styleOf, type Fonts } from './style.ts';
import { imagesFor } from './textures.ts';

const files = { latin: '/a.woff2', latinExt: '/b.woff2', cyrillic: '/c.woff2' };
const fonts: Fonts = { regular: files, bold: files };
const base: StyleOptions = {
  theme: 'light',
  lang: 'en',
  resolution_m: 10_000,
  lat: 48.4,
  layers: LAYERS,
  narrow: false,
  fade: 150,
  quarter: 0,
};
const plain = (options: Partial<StyleOptions> = {}) => layersOf({ ...base, ...options }).filter(isPlain);
const ids = (options: Partial<StyleOptions>) => layersOf({ ...base, ...options }).map((l) => l.id);

describe('the style of the map', () => {
  for (const theme of ['light', 'dark'] as const) {
    for (const lang of LANGS) {
      it(`is valid, ${theme} and in "${lang}"`, () => {
        for (const resolution_m of [0, 100, 10_000]) {
          for (const quarter of [0, 1, 2, 3]) {
            const style = styleOf({ ...base, theme, lang, resolution_m, quarter }, fonts);
            expect(validateStyleMin(style).map((e) => e.message)).toEqual([]);
          }
        }
      });
    }
  }

  it('asks nobody but this site for fonts, and names every image that it draws with', () => {
    const style = styleOf({ ...base, quarter: 2 }, fonts);
    expect(style.glyphs).toBeUndefined();
    expect(style.sprite).toBeUndefined();
    const text = JSON.stringify(style.layers);
    const named = [...text.matchAll(/"(dot(?:-bold)?)"/g)].map((m) => m[1] as string);
    expect(named.length).toBeGreaterThan(0);
    for (const name of named) expect(imagesFor('light').has(name), name).toBe(true);
  });

  it('hides what is switched off, and never the land', () => {
    const visible = plain({ layers: ['front'] })
      .filter((l) => l.layout?.visibility !== 'none')
      .map((l) => l.id);
    expect(visible).toEqual(expect.arrayContaining(['water', 'ukraine', 'abroad', 'sea']));
    for (const hidden of ['names', 'named']) expect(visible).not.toContain(hidden);
  });

  it('lays the sea and the land of others over Russian-held ground, and the front over all of them', () => {
    const order = ids({});
    const at = (id: string) => order.indexOf(id);
    expect(at('ukraine')).toBeLessThan(at('control-ground'));
    expect(at('control-ground')).toBeLessThan(at('abroad'));
    expect(at('abroad')).toBeLessThan(at('control-ukrainian'));
    expect(at('control-ukrainian')).toBeLessThan(at('sea'));
    expect(at('sea')).toBeLessThan(at('control-front'));
    expect(at('control-front')).toBeLessThan(at('names'));
    expect(at('names')).toBeLessThan(at('control-end'));
    expect(at('names')).toBeLessThan(at('named'));
    expect(at('named')).toBeLessThan(at('obstacles'));
  });

  it('gives the land of Crimea the colour of Ukraine', () => {
    const world = plain().find((l) => l.id === 'world');
    expect(JSON.stringify(world?.paint)).toContain(`"UA","${palettes.light.land}"`);
  });

  it('names a town from its least zoom on, by quarters', () => {
    const shown = (zoom: number, quarter: number, least: number): boolean => {
      const layer = plain({ quarter }).find((l) => l.id === 'names');
      const filter = featureFilter((layer as unknown as { filter: never }).filter, 'filter');
      return filter.filter({ zoom } as never, { type: 1, properties: { zoom: least } } as never);
    };
    expect(shown(6, 3, 6.8)).toBe(true);
    expect(shown(6, 0, 6.8)).toBe(false);
    expect(shown(7, 0, 6.8)).toBe(true);
  });
});
