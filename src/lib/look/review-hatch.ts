import type { ReviewAge } from '../domain/control/reviewed.ts';
import type { Paint } from './palette.ts';
import { SWATCH } from './swatches.ts';

/**
 * Level lines over ground that was looked at, the closer the newer: told apart without a colour. In pixels; on the moving
 * map, which stretches them with the zoom, at most twice as far apart, and powers of two, so that tiles meet.
 */
export const REVIEW_GAPS: Readonly<Record<ReviewAge, number>> = { 0: 4, 1: 8, 2: 16, 3: 32 };
/** How much farther apart they are in a picture, which nothing stretches. */
const STILL = 1.5;
/** The same in the little room of a swatch. */
const SWATCH_GAPS: Readonly<Record<ReviewAge, number>> = { 0: 3, 1: 5, 2: 8, 3: 16 };
export const REVIEW_LINE = { width: 1, opacity: 0.6, edge: 1.2 } as const;

/** A `<pattern>` for the `<defs>` of a drawing. */
export function reviewPattern(age: ReviewAge, id: string, paint: Paint): string {
  const gap = REVIEW_GAPS[age] * STILL;
  return (
    `<pattern id="${id}" width="${gap}" height="${gap}" patternUnits="userSpaceOnUse">` +
    `<path d="M-1 ${gap / 2}H${gap + 1}" stroke="${paint('review')}" stroke-width="${REVIEW_LINE.width}" stroke-opacity="${REVIEW_LINE.opacity}"/></pattern>`
  );
}

const { width: W, height: H } = SWATCH;

/**
 * The swatch of ground by how long ago it was looked at, as lines; without an age, of ground of which nothing is recorded.
 *
 * @param place where the swatch stands inside another drawing, in pixels
 */
export function reviewSwatch(
  age: ReviewAge | undefined,
  paint: Paint,
  place?: { readonly x: number; readonly y: number },
): string {
  const gap = age === undefined ? Infinity : SWATCH_GAPS[age];
  const lines: string[] = [];
  for (let y = gap / 2; y < H; y += gap) lines.push(`M0 ${y}H${W}`);
  const at = place
    ? ` x="${place.x}" y="${place.y}"`
    : ' class="swatch" aria-hidden="true" focusable="false"';
  const edge =
    age === undefined
      ? `stroke="${paint('border')}" stroke-dasharray="2 2"`
      : `stroke="${paint('review')}" stroke-width="${REVIEW_LINE.edge}"`;
  return (
    `<svg${at} width="${W}" height="${H}" viewBox="0 0 ${W} ${H}">` +
    `<path d="${lines.join('')}" stroke="${paint('review')}" stroke-width="${REVIEW_LINE.width}"/>` +
    `<path d="M.7.7H${W - 0.7}V${H - 0.7}H.7Z" fill="none" ${edge}/></svg>`
  );
}
