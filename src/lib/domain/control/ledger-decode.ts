import { LEDGER_VERSION, STREAMS, toggleIn, unfolded } from './ledger-bytes.ts';
import { SCALE } from '../geometry/rounding.ts';
import { numbering, pairs, type Series } from './series.ts';

/** Bytes that are no object of a ledger, are cut short, or do not follow each other. */
export class BrokenLedger extends Error {
  constructor(what: string) {
    super(`the ledger ${what}; fetch it again`);
  }
}

/**
 * The series that the objects of a ledger tell, from the first on and without a gap. docs/control-ledger.md says what
 * the bytes are.
 *
 * @throws BrokenLedger where bytes are missing, damaged, or of a later version
 */
export function decodeLedger(objects: Iterable<Uint8Array>): Series {
  const x: number[] = [];
  const y: number[] = [];
  const days: number[] = [];
  const starts = [0];
  const toggles: number[] = [];
  /** The two ends of each edge, the smaller number first. */
  const low: number[] = [];
  const high: number[] = [];
  const edge = numbering(low, high);
  /** Neighbours of each point in the state that stands, ascending. */
  const beside: number[][] = [];

  for (const bytes of objects) {
    const read = streamsOf(bytes);
    let last = -1;
    const point = (): number => {
      const at = x.push((x[last] ?? 0) + unfolded(read.x())) - 1;
      y.push((y[last] ?? 0) + unfolded(read.y()));
      if (Math.abs(x[at] as number) > 180 * SCALE || Math.abs(y[at] as number) > 90 * SCALE)
        throw new BrokenLedger('leaves the globe');
      beside.push([]);
      return at;
    };
    /** Go to a point: the edge on the way comes, or goes if it stood. */
    const go = (to: number | undefined): void => {
      if (to === undefined || !(to in x) || to === last) throw new BrokenLedger('names no point');
      toggles.push(edge(Math.min(last, to), Math.max(last, to)));
      last = to;
    };
    /** Follow edges that stand: the first by its place among its neighbours, then straight on. */
    const follow = (steps: number, place: number): void => {
      if (steps > x.length) throw new BrokenLedger('runs longer than it is');
      let to = beside[last]?.[place];
      for (let i = 0; i < steps; i += 1) {
        const from = last;
        go(to);
        to = beside[last]?.find((v) => v !== from);
      }
    };
    /** Go to so many new points and then to one that is known. */
    const venture = (points: number, start: number, closes: boolean): void => {
      const from = last;
      for (let i = 0; i < points; i += 1) {
        const before = last;
        const made = point();
        last = before;
        go(made);
      }
      go(closes ? start : from + unfolded(read.jumps()));
    };

    let day = read.counts();
    if (read.counts() !== x.length) throw new BrokenLedger('lacks an object before this one');
    for (let changes = read.counts(); changes > 0; changes -= 1) {
      day += read.counts();
      let begin = 0;
      for (let loops = read.counts(); loops > 0; loops -= 1) {
        const begins = read.begins();
        if (begins > 0) begin = last = begin + unfolded(begins - 1);
        else last = point();
        const start = last;
        do {
          const token = read.tokens();
          if (token & 1) venture(token >> 2, start, (token & 2) > 0);
          else follow((token >> 3) + 1, (token >> 1) & 3);
        } while (last !== start);
      }
      days.push(day);
      for (let t = starts.at(-1) as number; t < toggles.length; t += 1) {
        const e = toggles[t] as number;
        toggleIn(beside[low[e] as number] as number[], high[e] as number);
        toggleIn(beside[high[e] as number] as number[], low[e] as number);
      }
      starts.push(toggles.length);
    }
  }
  return {
    x: new Int32Array(x),
    y: new Int32Array(y),
    edges: pairs(low, high),
    days: new Int32Array(days),
    starts: new Uint32Array(starts),
    toggles: new Uint32Array(toggles),
  };
}

type Streams = Record<(typeof STREAMS)[number], () => number>;

/** Readers of the streams of one object: each gives its next number. */
function streamsOf(bytes: Uint8Array): Streams {
  let at = 1;
  /** Seven bits a byte, the lowest first; the eighth says that more follow. */
  const numberAt = (place: { at: number }, end: number): number => {
    let n = 0;
    for (let scale = 1; ; scale *= 128) {
      if (place.at >= end || scale > 2 ** 35) throw new BrokenLedger('is cut short');
      const byte = bytes[place.at++] as number;
      n += (byte & 127) * scale;
      if (byte < 128) return n;
    }
  };
  if (bytes[0] !== LEDGER_VERSION)
    throw new BrokenLedger(`is of version ${bytes[0] ?? 'none'} and this reads ${LEDGER_VERSION}`);
  const head = { at };
  const lengths = STREAMS.map(() => numberAt(head, bytes.length));
  at = head.at;
  return Object.fromEntries(
    STREAMS.map((name, i) => {
      const place = { at };
      const end = (at += lengths[i] as number);
      if (end > bytes.length) throw new BrokenLedger('is cut short');
      return [name, () => numberAt(place, end)];
    }),
  ) as Streams;
}
