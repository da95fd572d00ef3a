import { createReadStream, readFileSync, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { LANGS, type Lang } from '#lib/domain/text.ts';
import { dayOfInstant } from '#lib/domain/time/day.ts';
import { readEventMapping, type EventMapping } from '#lib/formats/events/index.ts';
import type { Config } from '#lib/server/config.ts';
import { importEvents as runImport } from '#lib/server/imports/events.ts';
import { openStore, prepareStore } from '#lib/server/prepare.ts';
import { eventsLines } from '#lib/words/import-events-report.ts';
import { eventsWords } from '#lib/words/import-events.ts';
import { BadArguments, lineOf, reportOf } from './arguments.ts';

export const USAGE =
  'import events <csv|geojson|ndjson|kml> --map <mapping.json> --report <id or file> [--lang en|uk] [--dry-run]';

/** As revisions name what the terminal wrote. */
const AUTHOR = 'import';

/** `import events`: read events from a table or a map of somebody else, and put them down as drafts. */
export async function importEvents(args: readonly string[], config: Config): Promise<number> {
  try {
    return await run(wanted(args), config);
  } catch (error) {
    if (!(error instanceof BadArguments)) throw error;
    console.error(`salient: ${error.message}`);
    console.error(`usage: npm run salient -- ${USAGE}`);
    return 2;
  }
}

interface Wanted {
  readonly path: string;
  readonly mapping: EventMapping;
  readonly report: string;
  readonly lang: Lang;
  readonly dryRun: boolean;
}

function wanted(args: readonly string[]): Wanted {
  const options = {
    map: { type: 'string' },
    report: { type: 'string' },
    lang: { type: 'string', default: 'en' },
    'dry-run': { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = (() => {
    try {
      return parseArgs({ args: [...args], options, allowPositionals: true });
    } catch (error) {
      // Node says more in its further sentences than anybody needs.
      throw new BadArguments(error instanceof Error ? (error.message.split(/\.\s/)[0] ?? '') : String(error));
    }
  })();
  const [path, ...more] = positionals;
  if (path === undefined) throw new BadArguments('no file is named');
  if (more.length > 0) throw new BadArguments('name one file at a time');
  if (!statSync(path, { throwIfNoEntry: false })?.isFile())
    throw new BadArguments(`there is no file ${path}`);
  const lang = LANGS.find((l) => l === values.lang);
  if (!lang) throw new BadArguments(`--lang is ${LANGS.join(', ')}; not "${values.lang}"`);
  if (values.map === undefined)
    throw new BadArguments('--map is needed: the file that says which column is what');
  if (values.report === undefined)
    throw new BadArguments('--report is needed: the report that the rows are from, by its id or as a file');
  return { path, lang, mapping: mappingAt(values.map), report: values.report, dryRun: values['dry-run'] };
}

function mappingAt(path: string): EventMapping {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new BadArguments(`the mapping file ${path} cannot be read`);
  }
  const mapping = readEventMapping(text);
  if (mapping.ok) return mapping.value;
  throw new BadArguments(`the mapping file ${path}: ${lineOf(mapping.problems)}`);
}

async function run({ path, mapping, report, lang, dryRun }: Wanted, config: Config): Promise<number> {
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal);
  // A store that the import fills first would be no empty one when the site starts, and stay without names.
  if (!dryRun && config.seed === 'gazetteer') await prepareStore(config);
  const store = await openStore(config);
  const size = statSync(path).size;
  try {
    const done = await runImport(
      store,
      { name: path, size, open: () => createReadStream(path, { highWaterMark: 1 << 20 }) },
      {
        mapping,
        report: await reportOf(store, report),
        today: dayOfInstant(Date.now()),
        by: AUTHOR,
        write: !dryRun,
        lang,
        signal: stop.signal,
        ...(process.stderr.isTTY ? { onProgress: ({ bytes, rows }) => showProgress(bytes, size, rows) } : {}),
      },
    ).finally(clearProgress);
    for (const line of eventsLines(lang, done, dryRun)) console.log(line);
    return done.fault || (done.accepted === 0 && done.known === 0) ? 1 : 0;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    console.error(eventsWords[lang].stopped);
    return 130;
  } finally {
    process.off('SIGINT', onSignal);
    await store.close();
  }
}

const clearProgress = (): void => {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
};

function showProgress(bytes: number, size: number, rows: number): void {
  process.stderr.write(`\r\x1b[K${Math.min(100, Math.floor((bytes / Math.max(1, size)) * 100))} %  ${rows}`);
}
