/** Kilometres between grid nodes: a fifth of the resolution that the ledgers state. */
export const STEP = 2;
/** Standard deviation of the smoothing, in kilometres: corners of single cells vanish, bulges of 10 km stay. */
const SIGMA = 1.6;
/** Nodes on either side that the smoothing looks at. */
export const KERNEL_HALF = Math.ceil((3 * SIGMA) / STEP);

const weights = Array.from({ length: 2 * KERNEL_HALF + 1 }, (_, i) =>
  Math.exp(-(((i - KERNEL_HALF) * STEP) ** 2) / (2 * SIGMA ** 2)),
);
const total = weights.reduce((sum, w) => sum + w, 0);

/**
 * Smooth a grid with a Gaussian, along rows and then along columns. Only nodes around which the whole kernel fits are
 * returned: KERNEL_HALF fewer on each side.
 */
export function blurred(values: Float64Array, columns: number, rows: number): Float64Array {
  const inner = columns - 2 * KERNEL_HALF;
  const along = new Float64Array(inner * rows);
  for (let j = 0; j < rows; j += 1) {
    for (let i = 0; i < inner; i += 1) along[j * inner + i] = mean(values, j * columns + i, 1);
  }
  const result = new Float64Array(inner * (rows - 2 * KERNEL_HALF));
  for (let k = 0; k < result.length; k += 1) result[k] = mean(along, k, inner);
  return result;
}

/** The weighted mean of as many values as there are weights, from `first` on, `stride` apart. */
function mean(values: Float64Array, first: number, stride: number): number {
  let sum = 0;
  for (let k = 0; k < weights.length; k += 1) sum += (weights[k] ?? 0) * (values[first + k * stride] ?? 0);
  return sum / total;
}
