import type { Position } from '#lib/domain/geometry/sphere.ts';

/**
 * Degrees as people copy them: latitude first, decimal, apart by a comma, a semicolon or a blank. A decimal comma is
 * read where something else stands between the two numbers.
 *
 * @returns the position and how it is written; undefined for all else, and for what is on no map
 */
export function coordinatesIn(text: string): { point: Position; written: string } | undefined {
  const match =
    /^\s*([-+−]?\d{1,3}(?:\.\d{1,10})?)°?\s*[,;\s]\s*([-+−]?\d{1,3}(?:\.\d{1,10})?)°?\s*$/.exec(text) ??
    /^\s*([-+−]?\d{1,3},\d{1,10})°?\s*[;\s]\s*([-+−]?\d{1,3},\d{1,10})°?\s*$/.exec(text);
  const [lat, lng] = [match?.[1], match?.[2]].map(degrees);
  // Two whole numbers are more likely a date, a house or a unit than a place.
  if (
    lat === undefined ||
    lng === undefined ||
    !/[.,]\d/.test(match?.[1] ?? '') ||
    !/[.,]\d/.test(match?.[2] ?? '')
  )
    return undefined;
  if (Math.abs(lat) > 85 || Math.abs(lng) > 180) return undefined;
  const point: Position = [round(lng), round(lat)];
  return { point, written: `${point[1]}, ${point[0]}` };
}

const degrees = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text.replace('−', '-').replace(',', '.'));
const round = (x: number): number => Math.round(x * 1e6) / 1e6 + 0;
