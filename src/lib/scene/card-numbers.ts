import { bearing, distance, type Position } from '#lib/domain/geometry/sphere.ts';
import type { Lang } from '#lib/domain/text.ts';
import { cardWords } from '#lib/words/cards.ts';
import { WINDS, type Wind } from '#lib/words/map.ts';
import { pageWords } from '#lib/words/page.ts';

/** One of eight directions, from degrees clockwise from north. */
export const windOf = (degrees: number): Wind =>
  WINDS[Math.round((((degrees % 360) + 360) % 360) / 45) % 8] ?? 'n';

/** A direction in words, of eight. */
export function compass(lang: Lang, degrees: number): string {
  return pageWords[lang].compass[WINDS.indexOf(windOf(degrees))] as string;
}

/** Metres with the figure that their precision bears: steps of 50 m, of 1 km from 1 km on, of 5 km from 50 km on. */
export function roughKm(lang: Lang, metres: number): string {
  if (metres < 975) return pageWords[lang].metres(Math.max(50, Math.round(metres / 50) * 50));
  const km = metres / 1000;
  const step = km < 50 ? 1 : 5;
  return pageWords[lang].kilometres(Math.round(km / step) * step);
}

/** Nearer than this to the point of a settlement is in it or beside it. */
export const BESIDE_M = 1500;

/** Where a thing lies as seen from a place: "about 6 km east", or "here". */
export function awayWords(lang: Lang, from: Position, to: Position): string {
  const metres = distance(from, to);
  if (metres < BESIDE_M) return cardWords[lang].here;
  return cardWords[lang].away(Math.round(metres / 1000), windOf(bearing(from, to)));
}

/**
 * Latitude and longitude as people write them, with so many decimals that the last one stands for at most a quarter of
 * the metres to which the point is true: a copied needle would say more than the report did.
 */
export function coordinatesText(point: Position, trueTo_m: number): string {
  const decimals = Math.max(1, Math.min(5, Math.ceil(Math.log10(111_000 / (Math.max(1, trueTo_m) / 4)))));
  return `${point[1].toFixed(decimals)}, ${point[0].toFixed(decimals)}`;
}
