/** Bands of latitude in which things are looked for, by their numbers. */
export interface Bands {
  /** All that lies across a latitude, and some that only comes near it. */
  at(y: number): Int32Array;
  /** The same of latitudes from one up to another; what is long may come more than once. */
  between(a: number, b: number): Int32Array;
  readonly all: readonly Int32Array[];
}

/** More are not worth their making. */
const MOST = 512;

/**
 * Things sorted into bands, about one for each thing.
 *
 * @param count how many there are
 * @param reach the two latitudes between which a thing lies, whichever comes first
 */
export function bandsOf(count: number, reach: (i: number) => readonly [number, number]): Bands {
  let [low, high] = [Infinity, -Infinity];
  for (let i = 0; i < count; i += 1) {
    const [p, q] = reach(i);
    low = Math.min(low, p, q);
    high = Math.max(high, p, q);
  }
  const most = Math.max(1, Math.min(MOST, count));
  const height = (high - low) / most || 1;
  // Of nothing there is one band, empty, in which every latitude lies.
  const place = (y: number): number => Math.max(0, Math.min(most - 1, Math.floor((y - low) / height) || 0));
  const first = new Int32Array(count);
  const last = new Int32Array(count);
  const starts = new Int32Array(most + 1);
  for (let i = 0; i < count; i += 1) {
    const [p, q] = reach(i);
    first[i] = place(Math.min(p, q));
    last[i] = place(Math.max(p, q));
    for (let band = first[i] as number; band <= (last[i] as number); band += 1)
      starts[band + 1] = (starts[band + 1] as number) + 1;
  }
  for (let band = 0; band < most; band += 1)
    starts[band + 1] = (starts[band + 1] as number) + (starts[band] as number);
  const things = new Int32Array(starts[most] as number);
  const filled = starts.slice();
  for (let i = 0; i < count; i += 1)
    for (let band = first[i] as number; band <= (last[i] as number); band += 1) {
      things[filled[band] as number] = i;
      filled[band] = (filled[band] as number) + 1;
    }
  const within = (from: number, to: number): Int32Array => things.subarray(starts[from], starts[to + 1]);
  return {
    at: (y) => within(place(y), place(y)),
    between: (a, b) => within(place(a), place(b)),
    all: Array.from({ length: most }, (_, band) => within(band, band)),
  };
}
