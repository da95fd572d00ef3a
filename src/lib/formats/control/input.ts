import { jsonFaultAt } from './json-fault.ts';
import type { Fault } from './report.ts';

/** Something to read: a file, or anything that gives its bytes piece by piece. */
export interface ControlFile {
  /** As people know it, with folders; the last part may hold the day. */
  readonly name: string;
  /** Bytes that `open` will give, where that is known beforehand. */
  readonly size?: number;
  open(): AsyncIterable<Uint8Array> | Uint8Array;
}

export class Unreadable extends Error {
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault.code);
    this.fault = fault;
  }
}

const PACKED = [
  { how: 'xz', begins: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { how: 'gz', begins: [0x1f, 0x8b] },
  { how: 'zip', begins: [0x50, 0x4b, 0x03, 0x04] },
  { how: 'bz2', begins: [0x42, 0x5a, 0x68] },
  { how: 'zst', begins: [0x28, 0xb5, 0x2f, 0xfd] },
  { how: '7z', begins: [0x37, 0x7a, 0xbc, 0xaf] },
] as const;

const MB = 1_000_000;

/** The pieces of a file as text. Throws `Unreadable` where it is packed or cannot be read. */
async function* textOf(
  file: ControlFile,
  onBytes: (count: number) => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let first = true;
  try {
    const opened = file.open();
    for await (const piece of opened instanceof Uint8Array ? [opened] : opened) {
      signal?.throwIfAborted();
      const packed = first && PACKED.find(({ begins }) => begins.every((byte, i) => piece[i] === byte));
      if (packed) throw new Unreadable({ code: 'packed', how: packed.how });
      first = first && piece.length === 0;
      onBytes(piece.length);
      yield decoder.decode(piece, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (error instanceof Unreadable || signal?.aborted) throw error;
    throw new Unreadable({
      code: 'unreadable',
      message: error instanceof Error ? error.message : String(error),
    });
  }
}

/** The whole text of a file, refused before it is parsed where it is longer than `most` bytes. */
export async function wholeText(
  file: ControlFile,
  most: number,
  onBytes: (count: number) => void,
  signal?: AbortSignal,
): Promise<string> {
  const tooLarge = (bytes: number): Unreadable =>
    new Unreadable({ code: 'too-large', megabytes: Math.ceil(bytes / MB) });
  if (file.size !== undefined && file.size > most) throw tooLarge(file.size);
  let bytes = 0;
  const count = (n: number): void => {
    bytes += n;
    onBytes(n);
    if (bytes > most) throw tooLarge(bytes);
  };
  const pieces: string[] = [];
  for await (const piece of textOf(file, count, signal)) pieces.push(piece);
  return pieces.join('');
}

export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Undefined where the line is longer than may be. */
  readonly text: string | undefined;
}

/** A file line by line, so that it may be of any length; empty lines are left out. */
export async function* linesOf(
  file: ControlFile,
  longest: number,
  onBytes: (count: number) => void,
  signal?: AbortSignal,
): AsyncGenerator<Line> {
  let number = 0;
  let rest: string[] = [];
  let length = 0;
  const end = (): Line => {
    number += 1;
    const line = { number, text: length > longest ? undefined : rest.join('') };
    rest = [];
    length = 0;
    return line;
  };
  const add = (part: string): void => {
    length += part.length;
    if (length <= longest) rest.push(part);
    else rest = [];
  };
  for await (const piece of textOf(file, onBytes, signal)) {
    let from = 0;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', from)) {
      add(piece.slice(from, at));
      from = at + 1;
      const line = end();
      if (!isBlank(line)) yield line;
    }
    add(piece.slice(from));
  }
  const last = end();
  if (!isBlank(last)) yield last;
}

const isBlank = ({ text }: Line): boolean => text !== undefined && text.trim() === '';

/** Whether the name says that every line is a JSON text of its own. */
export const isByLines = (name: string): boolean =>
  /\.(ndjson|jsonl|ldjson|geojsonl|geojsons|geojsonseq|ndgeojson)(\.gz)?$/i.test(name);

/** Whether a text that is no JSON as a whole is one line by line. */
export function looksByLines(text: string): boolean {
  const [first, ...more] = text.split('\n', 200).filter((line) => line.trim() !== '');
  return first !== undefined && more.length > 0 && 'value' in parseJson(first);
}

/** JSON as a value, or where it breaks. */
export function parseJson(text: string): { readonly value: unknown } | { readonly fault: Fault } {
  // A mark of byte order, and the sign that begins each text of a GeoJSON sequence.
  const own = text.replace(/^[\uFEFF\u001E\s]+/, '');
  if (own === '') return { fault: { code: 'empty-file' } };
  try {
    return { value: JSON.parse(own) as unknown };
  } catch {
    const before = text.slice(0, jsonFaultAt(own) + text.length - own.length);
    const line = before.split('\n');
    return {
      fault: {
        code: 'not-json',
        line: line.length,
        column: (line.at(-1)?.length ?? 0) + 1,
        page: /^<(!doctype|html|\?xml)/i.test(own),
      },
    };
  }
}
