/** A number that is written out; null for anything else. */
export function numberOf(text: string | undefined): number | null {
  const number = text === undefined || text.trim() === '' ? NaN : Number(text);
  return Number.isFinite(number) ? number : null;
}

/** Positions of words such as `36.5,48.2,0`; what is no number is null, so that its feature is told of. */
export const lineOf = (words: readonly string[], between: string): number[][] =>
  words
    .filter((word) => word !== '')
    .map((word) => word.split(between).slice(0, 2).map(numberOf) as number[]);
