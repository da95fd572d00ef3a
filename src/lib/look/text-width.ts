import { GLYPH_WIDTHS } from './glyph-widths.ts';

export type Face = keyof typeof GLYPH_WIDTHS;

const tables = Object.fromEntries(
  Object.entries(GLYPH_WIDTHS).map(([face, rows]) => [
    face,
    new Map(rows.flatMap(([chars, width]) => [...chars].map((c) => [c, width] as const))),
  ]),
) as Record<Face, Map<string, number>>;

/** What a character that is in no table is taken for; wide, so that labels do not run into each other. */
const UNKNOWN = 700;

/** Width of a text in pixels, kerning left out (it only makes text narrower). */
export function textWidth(text: string, face: Face, size: number, letterSpacing = 0): number {
  let sum = 0;
  let count = 0;
  for (const char of text) {
    sum += tables[face].get(char) ?? UNKNOWN;
    count += 1;
  }
  return (sum * size) / 1000 + count * letterSpacing;
}

/** The text broken at spaces into lines that are no wider than `width` pixels; a longer word stands alone. */
export function wrapText(text: string, face: Face, size: number, width: number): string[] {
  const lines: string[] = [];
  // A number stays with the word that it counts.
  for (const word of text.split(/(?<!\b\d+|©) /)) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && textWidth(longer, face, size) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
