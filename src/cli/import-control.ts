import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BASES, HOLDERS } from '#lib/domain/control/statement.ts';
import { LANGS } from '#lib/domain/text.ts';
import { dayOfInstant } from '#lib/domain/time/day.ts';
import {
  readControl,
  readDayFrom,
  readMapping,
  type ControlOptions,
  type Mapping,
} from '#lib/formats/control/index.ts';
import { landOf } from '#lib/server/draw/basemap.ts';
import { reportLines } from '#lib/words/import-report.ts';
import { importWords } from '#lib/words/import.ts';
import { controlFiles } from './control-files.ts';

export const USAGE =
  'import control <files or folders> --holder russia --basis assessed [--mapping file] ' +
  '[--day-from file|name|property:<key>] [--clip ukraine] [--lang en|uk] [--dry-run]';

/** A line to somebody who gave the wrong arguments, and the code that says so. */
class BadArguments extends Error {}

/** `import control`: read days of the front from files, and say what would go in. */
export async function importControl(args: readonly string[]): Promise<number> {
  try {
    return await run(wanted(args));
  } catch (error) {
    if (!(error instanceof BadArguments)) throw error;
    console.error(`salient: ${error.message}`);
    console.error(`usage: npm run salient -- ${USAGE}`);
    return 2;
  }
}

function parsed(args: readonly string[]) {
  try {
    const options = {
      holder: { type: 'string' },
      basis: { type: 'string' },
      mapping: { type: 'string' },
      'day-from': { type: 'string' },
      clip: { type: 'string' },
      lang: { type: 'string', default: 'en' },
      'dry-run': { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // Node says more in its further sentences than anybody needs.
    throw new BadArguments(error instanceof Error ? (error.message.split(/\.\s/)[0] ?? '') : String(error));
  }
}

type Wanted = ReturnType<typeof wanted>;

function wanted(args: readonly string[]) {
  const { values, positionals } = parsed(args);
  if (positionals.length === 0) throw new BadArguments('no file or folder is named');
  const mapping = values.mapping === undefined ? undefined : mappingAt(values.mapping);
  const holder = oneOf('holder', values.holder, HOLDERS);
  const basis = oneOf('basis', values.basis, BASES);
  if (!mapping && !(holder && basis))
    throw new BadArguments('--holder and --basis are needed, or a --mapping that gives them');
  const dayFrom = values['day-from'] === undefined ? undefined : readDayFrom(values['day-from']);
  if (values['day-from'] !== undefined && !dayFrom)
    throw new BadArguments(`--day-from is file, name or property:<key>, not "${values['day-from']}"`);
  const options: Omit<ControlOptions, 'signal' | 'onProgress'> = {
    today: dayOfInstant(Date.now()),
    ledger: { ...(holder ? { holder } : {}), ...(basis ? { basis } : {}) },
    ...(mapping ? { mapping } : {}),
    ...(dayFrom ? { dayFrom } : {}),
    ...(oneOf('clip', values.clip, ['ukraine']) ? { clip: landOf('UA') } : {}),
  };
  return {
    paths: positionals,
    options,
    lang: oneOf('lang', values.lang, LANGS) ?? 'en',
    dryRun: values['dry-run'],
  };
}

function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  list: readonly T[],
): T | undefined {
  if (value === undefined) return undefined;
  const found = list.find((one) => one === value);
  if (!found) throw new BadArguments(`--${option} is ${list.join(', ')}; not "${value}"`);
  return found;
}

function mappingAt(path: string): Mapping {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new BadArguments(`the mapping file ${path} cannot be read`);
  }
  const mapping = readMapping(text);
  if (mapping.ok) return mapping.value;
  throw new BadArguments(`the mapping file ${path}: ${lineOf(mapping.problems)}`);
}

const lineOf = (problems: readonly { path: string; reason: string }[]): string =>
  problems.map(({ path, reason }) => (path ? `${path} ${reason}` : reason)).join('; ');

async function run({ paths, options, lang, dryRun }: Wanted): Promise<number> {
  if (!dryRun) {
    console.error('salient: nothing is read or written: what is read cannot be kept in the store yet.');
    console.error('Add --dry-run to see what would go in.');
    return 1;
  }
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal);
  const read = await readControl(controlFiles(paths), {
    ...options,
    signal: stop.signal,
    ...(process.stderr.isTTY ? { onProgress: showProgress } : {}),
  }).finally(() => process.off('SIGINT', onSignal));
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  if (!read.ok) throw new BadArguments(lineOf(read.problems));
  const { report } = read.value;
  for (const line of reportLines(lang, report, options.clip !== undefined)) console.log(line);
  console.log(`\n${importWords[lang].dry}`);
  return report.ledgers.length > 0 ? 0 : 1;
}

let shown = 0;
/** One line at the terminal, at most ten times a second. */
function showProgress(done: number, total: number | undefined, name: string): void {
  const now = Date.now();
  if (now - shown < 100) return;
  shown = now;
  const much = total ? `${Math.floor((done / total) * 100)} %` : `${Math.round(done / 1e6)} MB`;
  process.stderr.write(`\r\x1b[K${much}  ${name}`);
}
