const LONGEST = 80;

/** Somebody else's text as it may be shown in a line: white space is one space, signs that steer are none, not long. */
export function short(text: string): string {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST - 1)}…` : plain;
}
