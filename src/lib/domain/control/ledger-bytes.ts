/** The form of the bytes; raised when it changes, and the decoders of earlier ones stay. See docs/control-ledger.md. */
export const LEDGER_VERSION = 1;
/** Days of one object. */
export const LEDGER_DAYS = 32;
/** Streams of an object, in their order: what is alike lies together, so that a general compressor does the rest. */
export const STREAMS = ['counts', 'begins', 'tokens', 'jumps', 'x', 'y'] as const;

/** Signed numbers as unsigned ones, small for small: 0, -1, 1, -2, 2 … */
export const folded = (n: number): number => (n < 0 ? -2 * n - 1 : 2 * n);
export const unfolded = (n: number): number => (n & 1 ? -(n + 1) / 2 : n / 2);

/** Put a number among ascending ones, or take it away where it is there. */
export function toggleIn(ascending: number[], n: number): void {
  const at = ascending.indexOf(n);
  if (at >= 0) ascending.splice(at, 1);
  else {
    let place = ascending.length;
    while (place > 0 && (ascending[place - 1] as number) > n) place -= 1;
    ascending.splice(place, 0, n);
  }
}
