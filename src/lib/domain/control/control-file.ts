import type { Day } from '../time/day.ts';
import { decodeLedger, BrokenLedger } from './ledger-decode.ts';
import { openSeries, type SeriesReader } from './series-reader.ts';
import type { Basis, Holder } from './statement.ts';

/** Of which version a file of control is. Later ones keep readers for earlier ones. */
export const CONTROL_VERSION = 1;
/** `SLC` and the version. */
const HEAD = [83, 76, 67, CONTROL_VERSION];

/** Up to 32 days of a series, by the name of the object that holds them. */
export interface Piece {
  readonly name: string;
  readonly bytes: number;
}

/** What a file of control holds, in the order in which its pieces follow. docs/control-ledger.md says it in full. */
export interface ControlIndex {
  readonly ledgers: readonly {
    readonly holder: Holder;
    readonly basis: Basis;
    readonly objects: readonly Piece[];
    /** The statements behind each change. */
    readonly by: readonly (readonly string[])[];
  }[];
  readonly fronts: readonly {
    readonly side: 'russia' | 'ukraine';
    /** The place among the ledgers of the series whose edges are meant; else its own pieces. */
    readonly ledger?: number;
    readonly objects: readonly Piece[];
    /** A bit for each edge, in the order in which they come, the lowest first: whether it is front. */
    readonly bits: Piece;
  }[];
}

/** The front line of a side through time: the edges of its ground beyond which lies the other side's. */
export interface FrontHistory {
  readonly side: 'russia' | 'ukraine';
  readonly reader: SeriesReader;
  /** 1 for each edge that is front. */
  readonly isFront: Uint8Array;
}

/** What a file of control holds, opened. */
export interface ControlFile {
  readonly ledgers: readonly {
    readonly holder: Holder;
    readonly basis: Basis;
    readonly reader: SeriesReader;
    readonly by: readonly (readonly string[])[];
  }[];
  readonly fronts: readonly FrontHistory[];
}

/** The names of all pieces, in the order in which they follow each other. */
export const piecesOf = ({ ledgers, fronts }: ControlIndex): Piece[] => [
  ...ledgers.flatMap((l) => l.objects),
  ...fronts.flatMap((f) => [...f.objects, f.bits]),
];

/** An index and its pieces as one file. */
export function packControl(index: ControlIndex, piece: (name: string) => Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(index));
  const pieces = piecesOf(index).map(({ name }) => piece(name));
  const file = new Uint8Array(8 + head.length + pieces.reduce((sum, p) => sum + p.length, 0));
  file.set(HEAD);
  new DataView(file.buffer).setUint32(4, head.length, true);
  file.set(head, 8);
  let at = 8 + head.length;
  for (const bytes of pieces) {
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}

/** The series that some objects tell, opened. */
export const openObjects = (objects: readonly Uint8Array[]): SeriesReader =>
  openSeries(decodeLedger(objects));

/**
 * @param opened how objects are opened, for whoever remembers some
 * @throws where the file is damaged, cut short, or of a later version
 */
export function openControl(file: Uint8Array, opened = openObjects): ControlFile {
  if (HEAD.some((byte, i) => file[i] !== byte))
    throw new BrokenLedger(`is no file of control of version ${CONTROL_VERSION}`);
  let at = 8 + new DataView(file.buffer, file.byteOffset).getUint32(4, true);
  const index = JSON.parse(new TextDecoder().decode(file.subarray(8, at))) as ControlIndex;
  const take = ({ bytes }: Piece): Uint8Array => {
    const from = at;
    at += bytes;
    if (at > file.length) throw new BrokenLedger('is cut short');
    return file.subarray(from, at);
  };
  const open = (objects: readonly Piece[]): SeriesReader => opened(objects.map(take));
  const ledgers = index.ledgers.map(({ holder, basis, objects, by }) => ({
    holder,
    basis,
    by,
    reader: open(objects),
  }));
  const fronts = index.fronts.map(({ side, ledger, objects, bits }) => {
    const own = open(objects);
    const reader = ledger === undefined ? own : ledgers[ledger]?.reader;
    if (!reader) throw new BrokenLedger('names a ledger that it does not hold');
    return { side, reader, isFront: unpacked(take(bits), reader.series.edges.length / 2) };
  });
  return { ledgers, fronts };
}

/** One bit for each byte that is not 0, the lowest first. */
export function bitsOf(flags: Uint8Array): Uint8Array {
  const bits = new Uint8Array(Math.ceil(flags.length / 8));
  for (const [i, flag] of flags.entries()) if (flag) bits[i >> 3] = (bits[i >> 3] as number) | (1 << (i & 7));
  return bits;
}

const unpacked = (bits: Uint8Array, count: number): Uint8Array => {
  if (bits.length * 8 < count) throw new BrokenLedger('is cut short');
  return Uint8Array.from({ length: count }, (_, i) => ((bits[i >> 3] as number) >> (i & 7)) & 1);
};

/** The name under which an edition keeps up to 32 days of a series. */
export const objectName = (series: string, from: Day): string => `control/${series}/${from}`;
