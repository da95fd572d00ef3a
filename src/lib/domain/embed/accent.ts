/** The papers on which a widget's words stand, light and dark; see look/palette.ts, which a test holds equal. */
export const PAPERS = ['fbf9f5', '15191c'] as const;
/** WCAG 2.2, 1.4.3: text of usual size. */
const LEAST = 4.5;

/** Relative luminance of a colour of six hexadecimal digits (WCAG 2.2). */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = (hex.match(/../g) ?? []).map((pair) => {
    const c = parseInt(pair, 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** Contrast of two colours, from 1 to 21 (WCAG 2.2). */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

const mix = (from: string, to: string, share: number): string =>
  (from.match(/../g) ?? [])
    .map((pair, i) => {
      const [x, y] = [parseInt(pair, 16), parseInt(to.slice(i * 2, i * 2 + 2), 16)];
      return Math.round(x + (y - x) * share)
        .toString(16)
        .padStart(2, '0');
    })
    .join('');

/** The nearest shade of a colour that can be read on a paper: towards black or white, as the paper asks. */
export function readableOn(paper: string, accent: string): string {
  const to = luminance(paper) > 0.5 ? '000000' : 'ffffff';
  for (let share = 0; share < 1; share += 0.05) {
    const shade = mix(accent, to, share);
    if (contrast(shade, paper) >= LEAST) return shade;
  }
  return to;
}

/** A colour as an address gives it, or undefined where it is none. What cannot be read is shaded where it is used. */
export const accentOf = (text: string): string | undefined =>
  /^[0-9a-f]{6}$/i.test(text) ? text.toLowerCase() : undefined;
