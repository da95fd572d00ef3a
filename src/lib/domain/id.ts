const LETTERS = 'abcdefghijklmnopqrstuvwxyz234567';

/**
 * An id: a prefix and ten random letters of base32. Never in order, which would tell how much is not public yet.
 *
 * @param bytes ten random bytes
 */
export const idOf = (prefix: string, bytes: Uint8Array): string =>
  `${prefix}-${[...bytes.subarray(0, 10)].map((b) => LETTERS[b & 31]).join('')}`;
