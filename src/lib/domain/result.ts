/** What is wrong with somebody's input: where in it, and why. `path` is dotted, e.g. `properties.claims.0.speaker`. */
export interface Problem {
  readonly path: string;
  readonly reason: string;
}

/** The outcome of reading input that a person may have got wrong. Our own mistakes throw instead. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problem[] };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

export const refused = (path: string, reason: string): Result<never> => ({
  ok: false,
  problems: [{ path, reason }],
});
