import type { Encoding } from './fields.ts';
import { UnreadableFile } from './rows.ts';

/** Something to read: a file, or anything that gives its bytes piece by piece. */
export interface EventsFile {
  readonly name: string;
  readonly size?: number;
  open(): AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

const PACKED: readonly { readonly how: string; readonly begins: readonly number[] }[] = [
  { how: 'xz', begins: [0xfd, 0x37, 0x7a, 0x58, 0x5a] },
  { how: 'gz', begins: [0x1f, 0x8b] },
  // Also .kmz, .xlsx and .ods.
  { how: 'zip', begins: [0x50, 0x4b, 0x03, 0x04] },
  { how: 'bz2', begins: [0x42, 0x5a, 0x68] },
  { how: 'zst', begins: [0x28, 0xb5, 0x2f, 0xfd] },
  { how: '7z', begins: [0x37, 0x7a, 0xbc, 0xaf] },
];

const begins = (piece: Uint8Array, bytes: readonly number[]): boolean =>
  bytes.every((byte, i) => piece[i] === byte);

/** Sixteen bits a letter, by the mark in front or by the zeros that half of all bytes then are. */
function utf16(piece: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (begins(piece, [0xff, 0xfe])) return 'utf-16le';
  if (begins(piece, [0xfe, 0xff])) return 'utf-16be';
  const head = piece.subarray(0, 400);
  const zeros = [0, 0];
  for (const [i, byte] of head.entries()) if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > head.length / 8) return 'utf-16le';
  return even > head.length / 8 ? 'utf-16be' : undefined;
}

/** Cyrillic letters of Windows are bytes from 0xC0 up, in runs; UTF-8 has such only before bytes below them. */
function seems(piece: Uint8Array): 'windows-1251' | 'other' {
  let [letters, runs] = [0, 0];
  for (const [i, byte] of piece.entries()) {
    const isLetter = byte >= 0xc0 || [0xb3, 0xbf, 0xba, 0xb2, 0xaf, 0xaa, 0xa8, 0xb8].includes(byte);
    if (!isLetter) continue;
    letters += 1;
    if ((piece[i - 1] ?? 0) >= 0xc0) runs += 1;
  }
  return letters > 2 && runs >= letters / 3 ? 'windows-1251' : 'other';
}

/**
 * The pieces of a file as text. What is not in the encoding that was declared (UTF-8 if none was) is refused, with
 * what it seems to be in: letters are never guessed.
 */
export async function* textOf(
  file: EventsFile,
  options: {
    readonly encoding?: Encoding | undefined;
    readonly signal?: AbortSignal | undefined;
    readonly onBytes?: ((count: number) => void) | undefined;
    /** The last bytes may be half a letter. */
    readonly cut?: boolean | undefined;
  } = {},
): AsyncGenerator<string> {
  const { encoding = 'utf-8', signal, onBytes } = options;
  const decoder = new TextDecoder(encoding, { fatal: true });
  let first = true;
  try {
    for await (const piece of file.open()) {
      signal?.throwIfAborted();
      if (piece.length === 0) continue;
      if (first) {
        const packed = PACKED.find((p) => begins(piece, p.begins));
        if (packed) throw new UnreadableFile({ code: 'packed', how: packed.how });
        const wide = utf16(piece);
        if (wide && !encoding.startsWith('utf-16'))
          throw new UnreadableFile({ code: 'encoding', seems: wide });
        first = false;
      }
      onBytes?.(piece.length);
      yield decoded(decoder, piece);
    }
    if (!options.cut) yield decoded(decoder, new Uint8Array(0), true);
  } catch (error) {
    if (error instanceof UnreadableFile || signal?.aborted) throw error;
    const message = error instanceof Error ? error.message : String(error);
    throw new UnreadableFile({ code: 'unreadable', message });
  }
  if (first) throw new UnreadableFile({ code: 'empty' });
}

function decoded(decoder: TextDecoder, piece: Uint8Array, last = false): string {
  try {
    return decoder.decode(piece, { stream: !last });
  } catch {
    throw new UnreadableFile({ code: 'encoding', seems: seems(piece) });
  }
}
