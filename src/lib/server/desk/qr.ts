import { encode } from 'uqr';

/** A code to be scanned, as a path of one unit to a module in a square of `size`, with the quiet margin that it needs. */
export interface Qr {
  readonly size: number;
  readonly path: string;
}

export function qrOf(text: string): Qr {
  const { size, data } = encode(text, { ecc: 'M', border: 4 });
  const runs = data.flatMap((row, y) => {
    const found: string[] = [];
    for (let x = 0; x < row.length; x += 1) {
      if (!row[x]) continue;
      const start = x;
      while (row[x + 1]) x += 1;
      found.push(`M${start} ${y}h${x + 1 - start}v1H${start}z`);
    }
    return found;
  });
  return { size, path: runs.join('') };
}
