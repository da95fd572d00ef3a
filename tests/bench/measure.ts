/** A seeded stream of numbers in [0, 1), the same on every machine (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Median of the milliseconds that a task takes, after a few runs to warm up. */
export async function medianMs(times: number, task: (i: number) => unknown): Promise<number> {
  for (let i = 0; i < Math.min(3, times); i += 1) await task(i);
  const taken: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const before = performance.now();
    await task(i);
    taken.push(performance.now() - before);
  }
  return median(taken);
}

export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/** The value below which a share of all lie, e.g. 0.95. */
export const percentile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;

/** Three figures are enough for anything here. */
export const round = (x: number): number => Number(x.toPrecision(3));
