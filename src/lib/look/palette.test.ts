import { describe, expect, it } from 'vitest';
import { palettes, paletteCss, type Colour, type Palette } from './palette.ts';

type Rgb = readonly [number, number, number];

const rgb = (hex: string): Rgb =>
  [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16) / 255) as unknown as Rgb;
const linear = (c: number): number => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);

/** WCAG 2.2 contrast. */
function contrast(a: string, b: string): number {
  const luminance = (hex: string): number => {
    const [r, g, bl] = rgb(hex).map(linear) as unknown as Rgb;
    return 0.2126 * r + 0.7152 * g + 0.0722 * bl;
  };
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** Colour-blindness on linear RGB at full strength (Machado, Oliveira and Fernandes 2009). */
const SEEN: Readonly<Record<'deuteranopia' | 'protanopia' | 'usual', readonly (readonly number[])[]>> = {
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  usual: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
};

/** OKLab (Ottosson 2020) of linear RGB, scaled by 100 so that 2 is about just noticeable. */
function lab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    100 * (0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s),
    100 * (1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s),
    100 * (0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s),
  ];
}

function apart(a: string, b: string, seen: keyof typeof SEEN): number {
  const [x, y] = [a, b].map((hex) => {
    const c = rgb(hex).map(linear);
    return lab(
      SEEN[seen].map((row) =>
        Math.max(
          0,
          row.reduce((sum, k, i) => sum + k * (c[i] ?? 0), 0),
        ),
      ) as unknown as Rgb,
    );
  }) as [Rgb, Rgb];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

const FILLS: readonly Colour[] = ['land', 'abroad', 'water', 'lake', 'held', 'pre2022', 'ua-held', 'paper'];

/** Edges, and the fills that lie beside them. */
const EDGES: [Colour, readonly Colour[]][] = [
  ['front', ['land', 'held', 'pre2022']],
  ['unsourced', ['land', 'held']],
  ['ua-edge', ['abroad', 'ua-held']],
  ['ua-unsourced', ['abroad', 'ua-held']],
  ['contested', ['land', 'contested-fill', 'held']],
  ['review', ['land', 'held', 'pre2022', 'ua-held']],
  ['mark', ['land', 'abroad', 'held', 'pre2022', 'ua-held', 'fresh', 'mark-paper']],
];

describe.each(Object.entries(palettes) as [string, Palette][])('the %s palette', (_, p) => {
  it.each(EDGES)('draws %s at 3:1 or more against every fill beside it', (edge, fills) => {
    for (const f of fills) expect(contrast(p[edge], p[f]), `${edge} on ${f}`).toBeGreaterThanOrEqual(3);
  });

  it('keeps names at 4.5:1 on every fill, fresh ground and hatches too', () => {
    for (const f of [...FILLS, 'fresh', 'contested-fill'] as const) {
      // On strong fills a name stands on its halo; there 3:1 is asked of the letters themselves.
      expect(contrast(p.ink, p[f]), f).toBeGreaterThanOrEqual(f === 'fresh' ? 3 : 4.5);
    }
    expect(contrast(p.soft, p.paper)).toBeGreaterThanOrEqual(4.5);
    for (const f of ['land', 'abroad', 'held', 'pre2022', 'ua-held', 'water'] as const) {
      expect(contrast(p.faint, p[f]), `names of oblasts on ${f}`).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each<keyof typeof SEEN>(['deuteranopia', 'protanopia', 'usual'])(
    'keeps the sides apart under %s sight',
    (seen) => {
      const fills = ['held', 'ua-held', 'contested-fill', 'land'] as const;
      for (const [i, a] of fills.entries()) {
        for (const b of fills.slice(i + 1))
          expect(apart(p[a], p[b], seen), `${a} and ${b}`).toBeGreaterThan(5);
      }
      expect(apart(p.front, p['ua-edge'], seen)).toBeGreaterThan(10);
    },
  );
});

describe('paletteCss', () => {
  it('has every colour in both themes and follows the system only where no theme is chosen', () => {
    const css = paletteCss();
    for (const [name, value] of Object.entries(palettes.light))
      expect(css).toContain(`--map-${name}:${value}`);
    for (const [name, value] of Object.entries(palettes.dark))
      expect(css).toContain(`--map-${name}:${value}`);
    expect(css).toContain('@media (prefers-color-scheme:dark){:root:not([data-theme=light]){');
  });
});
