import { areaOfRings } from '#lib/domain/control/stretch.ts';
import { areaSchema } from '#lib/domain/geometry/geojson.ts';
import { ringsOf } from '#lib/domain/geometry/rings.ts';
import { ringArea } from '#lib/domain/geometry/sphere.ts';
import { MOST_VERTICES } from '#lib/domain/geometry/vertices.ts';
import { parse } from '#lib/domain/parse.ts';
import { refused, type Result } from '#lib/domain/result.ts';
import { readPieces, UnreadablePieces, type Piece } from '#lib/formats/control/index.ts';
import type { GroundColumn, GroundFile, GroundRow } from '#lib/formats/control/ground.ts';
import { fileIn, textIn } from './form-file.ts';
import { shapeOf } from './ground-identity.ts';
import { toldLines } from './told-lines.ts';

/** Bytes of a file; a request of more than fifty million is refused at the door. */
const LONGEST = 50_000_000;
/** Corners of a file, and features, that can be looked at one by one on a map. */
const MOST_TOGETHER = 500_000;
const MOST_ROWS = 2000;
/** Ukraine with some two hundred kilometres around it. */
const THEATRE = [20.5, 43, 43, 54.5] as const;

/** A line of what is going on. */
export type ReadingGround =
  { readonly read: number; readonly of: number } | { readonly done: GroundFile } | { readonly failed: true };

/** Read what was uploaded, feature by feature; nothing is written. */
export function readGround(form: FormData): Result<ReadableStream<Uint8Array>> {
  const file = fileIn(form);
  if (!file) return refused('file', 'is missing');
  const exchange = textIn(form, 'exchange') === '1';
  return {
    ok: true,
    value: toldLines<ReadingGround>(async (say, signal) => {
      const rows: GroundRow[] = [];
      try {
        const { name, pieces, units, ignored } = await readPieces(file, {
          longest: LONGEST,
          mostCorners: MOST_VERTICES,
          mostTogether: MOST_TOGETHER,
          mostPieces: MOST_ROWS,
          theatre: THEATRE,
          exchange,
          signal,
          onPiece: async (piece, rest) => void rows.push(await rowOf(piece, rows.length, rest)),
          onProgress: (read, of) => say({ read, of }),
        });
        return { done: { name, rows, columns: columnsOf(pieces), units, ignored } };
      } catch (error) {
        if (!(error instanceof UnreadablePieces)) throw error;
        return { done: { fault: error.fault, rows: [], columns: [], units: 0, ignored: [] } };
      }
    }),
  };
}

async function rowOf(
  { rings, ...piece }: Piece,
  index: number,
  rest: () => Promise<void>,
): Promise<GroundRow> {
  const row = { ...piece, number: index + 1 };
  if (!rings) return row;
  const written = areaOfRings(rings);
  await rest();
  const area = written && parse(areaSchema, written);
  if (!area?.ok) return { ...row, fault: { code: area ? 'not-mended' : 'no-area' } };
  await rest();
  const own = ringsOf(area.value);
  // The last position of a ring is its first corner again.
  const corners = own.reduce((sum, ring) => sum + ring.length - 1, 0);
  const m2 = own.reduce((sum, ring) => sum + ringArea(ring), 0);
  return { ...row, corners, area: area.value, m2, shape: shapeOf(area.value) };
}

/** Values of one property that are listed. */
const MOST_VALUES = 30;

function columnsOf(pieces: readonly Piece[]): GroundColumn[] {
  const columns = new Map<string, Map<string | number | boolean, number>>();
  for (const { properties } of pieces) {
    for (const [key, value] of Object.entries(properties)) {
      const counts = columns.get(key) ?? new Map<string | number | boolean, number>();
      columns.set(key, counts.set(value, (counts.get(value) ?? 0) + 1));
    }
  }
  return [...columns].map(([key, counts]) => ({
    key,
    values: [...counts]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_VALUES)
      .map(([value, rows]) => ({ value, rows })),
    more: Math.max(0, counts.size - MOST_VALUES),
  }));
}
