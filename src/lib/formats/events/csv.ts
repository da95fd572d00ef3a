import { CsvError, parse, type Info } from 'csv-parse';
import { DELIMITERS, type Delimiter } from './fields.ts';
import { LONGEST, plainText, UnreadableFile, type Read, type Refused } from './rows.ts';

/** What parts the columns, by the first line: whatever of the four stands in it most often outside of quotes. */
export function delimiterOf(head: string): Delimiter | undefined {
  const line = (/^[^\r\n]*/.exec(head)?.[0] ?? '').replace(/"(?:[^"]|"")*"/g, '');
  const counts = DELIMITERS.map((d) => ({ d, n: line.split(d).length - 1 })).sort((a, b) => b.n - a.n);
  return counts[0] && counts[0].n > 0 ? counts[0].d : undefined;
}

interface Found {
  readonly record: readonly string[];
  readonly info: Info;
}

/**
 * The rows of a table, read piece by piece. A row whose quotes are broken is refused and the rest goes on; one that is
 * longer than may be ends the reading, since an open quote swallows everything after it.
 *
 * @param cut the text is the beginning of a longer one: its last row is left out
 */
export async function* csvRows(
  pieces: AsyncIterable<string>,
  options: { readonly delimiter?: Delimiter | undefined; readonly cut?: boolean | undefined },
): AsyncGenerator<Read> {
  const source = pieces[Symbol.asyncIterator]();
  const { head, done } = await firstLine(source);
  const delimiter = options.delimiter ?? delimiterOf(head);
  const skipped: Refused[] = [];
  let broken = 0;
  const parser = parse({
    delimiter: delimiter ?? ',',
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LONGEST,
    on_skip: (error) => {
      const line = Number((error as CsvError & { lines?: number })?.lines ?? 0);
      if (error?.code === 'CSV_MAX_RECORD_SIZE') parser.destroy(tooLong(line));
      else if (!options.cut && line !== broken) {
        // A row with many such quotes is one row.
        broken = line;
        skipped.push({ number: line, fault: { code: 'quotes' } });
      }
    },
  });
  const fed = feed(parser, source, head, done);
  let columns: readonly string[] | undefined;
  try {
    for await (const { record, info } of parser as AsyncIterable<Found>) {
      while (skipped.length > 0) yield { refused: skipped.shift() as Refused };
      if (columns === undefined) {
        columns = record.map((name) => plainText(name));
        checkColumns(columns);
        yield { columns };
        continue;
      }
      if (record.every((cell) => cell.trim() === '')) continue;
      const breaks = record.reduce((n, cell) => n + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
      const number = Math.max(1, info.lines - breaks);
      if (record.length !== columns.length) {
        const fault = { code: 'cells', found: record.length, wanted: columns.length } as const;
        yield { refused: { number, fault } };
        continue;
      }
      yield { row: { number, cells: new Map(columns.map((name, i) => [name, plainText(record[i] ?? '')])) } };
    }
    while (skipped.length > 0) yield { refused: skipped.shift() as Refused };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // The beginning of a file breaks off anywhere.
    if (options.cut) return;
    const line = Number((error as CsvError & { lines?: number }).lines ?? 0);
    if (error.code === 'CSV_MAX_RECORD_SIZE') throw tooLong(line);
    throw new UnreadableFile({ code: 'broken', number: line, message: error.code });
  } finally {
    parser.destroy();
    await fed;
    await source.return?.();
  }
  if (columns === undefined) throw new UnreadableFile({ code: 'empty' });
}

const tooLong = (number: number): UnreadableFile =>
  new UnreadableFile({ code: 'row-too-long', number, megabytes: LONGEST / 1e6 });

function checkColumns(columns: readonly string[]): void {
  const same = columns.filter((name, i) => name !== '' && columns.indexOf(name) !== i);
  if (same.length > 0) throw new UnreadableFile({ code: 'same-columns', names: [...new Set(same)] });
  if (columns.length < 2)
    throw new UnreadableFile({ code: 'one-column', name: columns[0]?.slice(0, 80) ?? '' });
}

/** As much as holds the first line whole. */
async function firstLine(source: AsyncIterator<string>): Promise<{ head: string; done: boolean }> {
  let head = '';
  for (;;) {
    const next = await source.next();
    if (next.done) return { head, done: true };
    head = (head + next.value).trimStart();
    const ended = head.includes('\n') || head.includes('\r');
    if (!ended && head.length > LONGEST) throw tooLong(1);
    if (ended) return { head, done: false };
  }
}

type Parser = ReturnType<typeof parse>;

async function feed(
  parser: Parser,
  source: AsyncIterator<string>,
  head: string,
  done: boolean,
): Promise<void> {
  const room = (): Promise<void> =>
    new Promise((done) => {
      const go = (): void => {
        parser.off('drain', go);
        parser.off('close', go);
        done();
      };
      parser.on('drain', go);
      parser.on('close', go);
    });
  // Quotes may span pieces of any size, so a long one is handed on in parts that the limit can stop.
  const PART = 65_536;
  const write = async (text: string): Promise<void> => {
    for (let at = 0; at < text.length && !parser.destroyed; at += PART)
      if (!parser.write(text.slice(at, at + PART)) && !parser.destroyed) await room();
  };
  try {
    await write(head);
    while (!done && !parser.destroyed) {
      const next = await source.next();
      if (next.done) break;
      await write(next.value);
    }
    if (!parser.destroyed) parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error(String(error)));
  }
}
