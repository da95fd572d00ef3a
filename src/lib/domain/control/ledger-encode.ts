import { dayFromNumber, type Day } from '../time/day.ts';
import { folded, LEDGER_DAYS, LEDGER_VERSION, STREAMS, toggleIn } from './ledger-bytes.ts';
import { after, joined, type Series } from './series.ts';

/** What changed in up to 32 days, in bytes that ledger-decode.ts reads. */
export interface LedgerObject {
  /** The first of its days, whether anything changed on it or not. */
  readonly from: Day;
  readonly bytes: Uint8Array;
}

/** Objects, and the series as whoever decodes them and those before them will number it. */
export interface Encoded {
  readonly objects: readonly LedgerObject[];
  readonly series: Series;
}

/**
 * A series as objects of 32 days each, counted from its first change; days without a change have none. The same
 * series gives the same bytes however it came about, so an object changes only if its days or earlier ones do.
 *
 * @param since a change: only the object that holds it and the later ones are made. The points and edges of earlier
 *   objects must then be numbered as those objects number them, as they are in a decoded series.
 */
export function encodeLedger(series: Series, since = 0): Encoded {
  const { x, y, edges, days, starts, toggles } = series;
  const first = days[0] ?? 0;
  const block = (index: number): number => Math.floor(((days[index] as number) - first) / LEDGER_DAYS);
  let index = 0;
  while (since > 0 && index < days.length && block(index) < block(since)) index += 1;

  /** The number by which the bytes know a point, and how many are known. */
  const numbers = new Int32Array(x.length).fill(-1);
  let known = 0;
  /** Neighbours in the state that stands, as the bytes number them. */
  const beside: number[][] = [];
  const ends = (t: number): [number, number] => {
    const e = (toggles[t] as number) * 2;
    return [edges[e] as number, edges[e + 1] as number];
  };
  const number = (v: number): void => {
    numbers[v] = known;
    known += 1;
    beside.push([]);
  };
  const apply = (change: number): void => {
    for (let t = starts[change] as number; t < (starts[change + 1] as number); t += 1) {
      const [a, b] = ends(t).map((v) => numbers[v] as number) as [number, number];
      toggleIn(beside[a] as number[], b);
      toggleIn(beside[b] as number[], a);
    }
  };
  const kept = starts[index] as number;
  const edgesKept = after(toggles.subarray(0, kept));
  const pointsKept = after(edges.subarray(0, 2 * edgesKept));
  for (let v = 0; v < pointsKept; v += 1) number(v);
  // What stands before the first object that is made, without going through each change that led there.
  const standing = new Uint8Array(edges.length / 2);
  for (let t = 0; t < kept; t += 1) {
    const e = toggles[t] as number;
    standing[e] = 1 - (standing[e] as number);
  }
  for (let e = 0; e < edgesKept; e += 1) {
    if (!standing[e]) continue;
    const [a, b] = [edges[2 * e] as number, edges[2 * e + 1] as number];
    toggleIn(beside[a] as number[], b);
    toggleIn(beside[b] as number[], a);
  }

  /** Known points by their number, then the others from west to east. */
  const inOrder = (a: number, b: number): number => {
    const [p, q] = [numbers[a] as number, numbers[b] as number];
    if (p >= 0 && q >= 0) return p - q;
    if (p >= 0 || q >= 0) return p >= 0 ? -1 : 1;
    return (x[a] as number) - (x[b] as number) || (y[a] as number) - (y[b] as number);
  };
  const stands = (a: number, b: number): boolean => {
    const [p, q] = [numbers[a] as number, numbers[b] as number];
    return p >= 0 && q >= 0 && (beside[p] as number[]).includes(q);
  };

  // Edges by the number under which they are read, the ends of those that come, and the changes in the order of the ways.
  const edgeNumbers = new Int32Array(edges.length / 2).fill(-1);
  const come: number[] = [];
  for (let e = 0; e < edgesKept; e += 1) edgeNumbers[e] = e;
  const told: number[] = [];
  const tell = (e: number): void => {
    if ((edgeNumbers[e] as number) < 0) {
      edgeNumbers[e] = edgesKept + come.length / 2;
      const [a, b] = [
        numbers[edges[2 * e] as number] as number,
        numbers[edges[2 * e + 1] as number] as number,
      ];
      come.push(Math.min(a, b), Math.max(a, b));
    }
    told.push(edgeNumbers[e] as number);
  };

  const objects: LedgerObject[] = [];
  while (index < days.length) {
    const here = block(index);
    let end = index;
    while (end < days.length && block(end) === here) end += 1;
    const write = writer();
    let day = first + here * LEDGER_DAYS;
    const from = dayFromNumber(day);
    write.counts(day, known, end - index);
    let last: [number, number] = [0, 0];
    const point = (v: number): void => {
      const [px, py] = [x[v] as number, y[v] as number];
      write.x(folded(px - last[0]));
      write.y(folded(py - last[1]));
      last = [px, py];
      number(v);
    };
    const at = (v: number): void => {
      last = [x[v] as number, y[v] as number];
    };

    for (; index < end; index += 1) {
      const left = new Map<number, number[]>();
      const between = new Map<number, number>();
      for (let t = starts[index] as number; t < (starts[index + 1] as number); t += 1) {
        const [a, b] = ends(t);
        between.set(a * x.length + b, toggles[t] as number);
        for (const [v, w] of [
          [a, b],
          [b, a],
        ] as const) {
          const near = left.get(v);
          if (near) near.push(w);
          else left.set(v, [w]);
        }
      }
      const loops: number[][] = [];
      for (const near of left.values()) near.sort(inOrder);
      for (const start of [...left.keys()].sort(inOrder)) {
        while ((left.get(start) as number[]).length > 0) loops.push(loopFrom(start, left, stands));
      }
      write.counts((days[index] as number) - day, loops.length);
      day = days[index] as number;
      let begin = 0;
      for (const loop of loops) {
        const start = loop[0] as number;
        if ((numbers[start] as number) < 0) {
          write.begins(0);
          point(start);
        } else {
          const now = numbers[start] as number;
          write.begins(folded(now - begin) + 1);
          begin = now;
          at(start);
        }
        for (let i = 1; i < loop.length;) {
          const v = loop[i - 1] as number;
          const place = stands(v, loop[i] as number)
            ? (beside[numbers[v] as number] as number[]).indexOf(numbers[loop[i] as number] as number)
            : -1;
          if (place >= 0 && place < 4) {
            let steps = 1;
            const goesOn = (): boolean => {
              const [was, now, next] = [
                loop[i + steps - 2],
                loop[i + steps - 1],
                loop[i + steps],
              ] as number[];
              if (next === undefined || !stands(now as number, next)) return false;
              const near = beside[numbers[now as number] as number] as number[];
              return near.find((n) => n !== numbers[was as number]) === numbers[next];
            };
            while (i + steps < loop.length && goesOn()) steps += 1;
            write.tokens(((steps - 1) << 3) | (place << 1));
            i += steps;
          } else {
            let points = 0;
            while ((numbers[loop[i + points] as number] as number) < 0) {
              point(loop[i + points] as number);
              points += 1;
            }
            i += points + 1;
            const to = loop[i - 1] as number;
            const closes = to === start;
            write.tokens((points << 2) | (closes ? 2 : 0) | 1);
            if (!closes) write.jumps(folded((numbers[to] as number) - (numbers[v] as number)));
          }
          at(loop[i - 1] as number);
        }
        for (let i = 1; i < loop.length; i += 1) {
          const [a, b] = [loop[i - 1] as number, loop[i] as number];
          tell(between.get(Math.min(a, b) * x.length + Math.max(a, b)) as number);
        }
      }
      apply(index);
    }
    objects.push({ from, bytes: write.done() });
  }
  const [readX, readY] = [new Int32Array(known), new Int32Array(known)];
  for (let v = 0; v < numbers.length; v += 1) {
    const n = numbers[v] as number;
    if (n < 0) continue;
    readX[n] = x[v] as number;
    readY[n] = y[v] as number;
  }
  return {
    objects,
    series: {
      x: readX,
      y: readY,
      edges: joined(edges.subarray(0, 2 * edgesKept), come),
      days,
      starts,
      toggles: joined(toggles.subarray(0, kept), told),
    },
  };
}

/** A way along edges of a change and back to its start, each taken away; edges that stood go on with such. */
function loopFrom(
  start: number,
  left: ReadonlyMap<number, number[]>,
  stands: (a: number, b: number) => boolean,
): number[] {
  const loop = [start];
  let stood = true;
  do {
    const v = loop.at(-1) as number;
    const near = left.get(v) as number[];
    const next = near.find((w) => stands(v, w) === stood) ?? near[0];
    if (next === undefined) throw new Error('edges do not close: an odd number of them meets at a vertex');
    stood = stands(v, next);
    near.splice(near.indexOf(next), 1);
    const back = left.get(next) as number[];
    back.splice(back.indexOf(v), 1);
    loop.push(next);
  } while (loop.at(-1) !== start);
  return loop;
}

type Writer = Record<(typeof STREAMS)[number], (...numbers: number[]) => void> & { done(): Uint8Array };

/** Writes the streams of one object. */
function writer(): Writer {
  const put = (into: number[], n: number): void => {
    let rest = n;
    for (; rest > 127; rest = Math.floor(rest / 128)) into.push((rest % 128) | 128);
    into.push(rest);
  };
  const streams = STREAMS.map((name) => ({ name, bytes: [] as number[] }));
  const write = Object.fromEntries(
    streams.map(({ name, bytes }) => [name, (...numbers: number[]) => numbers.forEach((n) => put(bytes, n))]),
  );
  const done = (): Uint8Array => {
    const head = [LEDGER_VERSION];
    for (const { bytes } of streams) put(head, bytes.length);
    return Uint8Array.from([...head, ...streams.flatMap((s) => s.bytes)]);
  };
  return { ...write, done } as Writer;
}
