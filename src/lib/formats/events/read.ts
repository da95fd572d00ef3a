import { csvRows } from './csv.ts';
import { geojsonRows } from './geojson.ts';
import { textOf, type EventsFile } from './input.ts';
import { kmlRows } from './kml.ts';
import { columnsOf, type EventMapping } from './mapping.ts';
import { ndjsonRows } from './ndjson.ts';
import { LAT, LNG, UnreadableFile, type Read } from './rows.ts';

export type EventFormat = 'csv' | 'ndjson' | 'geojson' | 'kml';

/** By the end of the name. */
export function formatOf(name: string): EventFormat | undefined {
  if (/\.(csv|tsv|txt)$/i.test(name)) return 'csv';
  if (/\.(ndjson|jsonl|ldjson|geojsonl|geojsons|ndgeojson)$/i.test(name)) return 'ndjson';
  if (/\.(geojson|json)$/i.test(name)) return 'geojson';
  return /\.(kml|xml)$/i.test(name) ? 'kml' : undefined;
}

export interface Reading {
  readonly signal?: AbortSignal | undefined;
  readonly onBytes?: ((count: number) => void) | undefined;
  /** The file is the beginning of a longer one. */
  readonly cut?: boolean | undefined;
}

type How = Pick<EventMapping, 'format' | 'delimiter' | 'encoding'>;

/** The rows of a file, in their order, one at a time. Throws `UnreadableFile` where it cannot be read to its end. */
export async function* readRows(file: EventsFile, how: How, reading: Reading = {}): AsyncGenerator<Read> {
  const format = how.format ?? formatOf(file.name);
  const text = textOf(file, { encoding: how.encoding, ...reading });
  // A .kmz says what it is by its first bytes, so they are looked at before its name is doubted.
  if (format === undefined) {
    await text.next();
    await text.return(undefined);
    throw new UnreadableFile({ code: 'format', name: file.name.slice(-60) });
  }
  if (format === 'csv') yield* csvRows(text, { delimiter: how.delimiter, cut: reading.cut });
  else if (format === 'ndjson') yield* ndjsonRows(text, reading.cut);
  else if (format === 'geojson') yield* geojsonRows(text, reading.cut);
  else yield* kmlRows(text, reading.cut);
}

/** Columns that a mapping names and a table does not have. */
export function checkMapped(mapping: EventMapping, columns: readonly string[]): void {
  const missing = columnsOf(mapping).filter((name) => !columns.includes(name));
  if (missing.length > 0)
    throw new UnreadableFile({ code: 'columns', missing, there: columns.filter(Boolean).slice(0, 60) });
}

export interface Sample {
  readonly format: EventFormat;
  readonly columns: readonly string[];
  /** The first rows, cells in the order of the columns. */
  readonly rows: readonly (readonly string[])[];
}

const SAMPLE_ROWS = 20;

/** The columns and the first rows of a file, to choose from. */
export async function sampleOf(file: EventsFile, how: How, cut: boolean): Promise<Sample> {
  const columns = new Set<string>();
  const rows: ReadonlyMap<string, string>[] = [];
  for await (const read of readRows(file, how, { cut })) {
    if ('columns' in read) read.columns.filter(Boolean).forEach((name) => columns.add(name));
    if (!('row' in read)) continue;
    for (const name of read.row.cells.keys()) if (name !== '') columns.add(name);
    rows.push(read.row.cells);
    if (rows.length === SAMPLE_ROWS) break;
  }
  const format = how.format ?? formatOf(file.name) ?? 'csv';
  if (rows.length === 0 && columns.size === 0) throw new UnreadableFile({ code: 'empty' });
  const names = [...columns];
  return { format, columns: names, rows: rows.map((cells) => names.map((name) => cells.get(name) ?? '')) };
}

export const POINT_COLUMNS = [LNG, LAT] as const;
