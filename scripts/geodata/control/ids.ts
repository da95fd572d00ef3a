import { createHash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

/** The first ten base32 characters (RFC 4648, small letters) of the SHA-256 of a text. */
function tenOf(text: string): string {
  const hash = createHash('sha256').update(text).digest();
  let result = '';
  for (let bit = 0; result.length < 10; bit += 5) {
    const pair = ((hash[bit >> 3] ?? 0) << 8) | (hash[(bit >> 3) + 1] ?? 0);
    result += ALPHABET[(pair >> (11 - (bit & 7))) & 31] ?? '';
  }
  return result;
}

/** The id of a report by its address, so that it keeps it when the table is merged again. */
export const reportIdOf = (url: string): string => `r-${tenOf(url)}`;

/** The id of a statement by what it is about (row, day, basis), so that a second run makes the same. */
export const statementIdOf = (...about: readonly string[]): string => `c-${tenOf(about.join(' '))}`;
