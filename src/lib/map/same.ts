/** Whether two lists hold the same things, compared as things and not by value. */
export const sameThings = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((x, i) => x === b[i]);
