import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { BASES, HOLDERS } from '#lib/domain/control/statement.ts';
import { LANGS, textIn, type Lang } from '#lib/domain/text.ts';
import { dayOfInstant } from '#lib/domain/time/day.ts';
import {
  readControl,
  readDayFrom,
  readMapping,
  type ControlLedger,
  type ControlOptions,
  type Mapping,
} from '#lib/formats/control/index.ts';
import type { Config } from '#lib/server/config.ts';
import { landOf } from '#lib/server/draw/basemap.ts';
import { planControl, writeControl, type ControlPlan } from '#lib/server/imports/control.ts';
import { openStore, prepareStore } from '#lib/server/prepare.ts';
import { planWords } from '#lib/words/import-plan.ts';
import { reportLines } from '#lib/words/import-report.ts';
import { importWords } from '#lib/words/import.ts';
import { BadArguments, lineOf, reportOf } from './arguments.ts';
import { controlFiles } from './control-files.ts';

export const USAGE =
  'import control <files or folders> --holder russia --basis assessed --report <id or file> ' +
  '[--mapping file] [--day-from file|name|property:<key>] [--clip ukraine] [--resolution metres] ' +
  '[--replace] [--correct] [--publish] [--lang en|uk] [--dry-run]';

/** `import control`: read days of the front from files, say what goes in, and write it. */
export async function importControl(args: readonly string[], config: Config): Promise<number> {
  try {
    return await run(wanted(args), config);
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
      report: { type: 'string' },
      resolution: { type: 'string' },
      replace: { type: 'boolean', default: false },
      correct: { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
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
  const resolution = values.resolution === undefined ? undefined : Number(values.resolution);
  if (resolution !== undefined && !(resolution >= 1 && resolution <= 100_000))
    throw new BadArguments(`--resolution is a number of metres from 1 to 100000, not "${values.resolution}"`);
  const dryRun = values['dry-run'];
  if (!dryRun && values.report === undefined)
    throw new BadArguments('--report is needed: the report that every day cites, by its id or as a file');
  return {
    paths: positionals,
    options,
    report: values.report,
    resolution,
    replace: values.replace,
    correct: values.correct,
    publish: values.publish,
    lang: oneOf('lang', values.lang, LANGS) ?? 'en',
    dryRun,
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

async function run(wish: Wanted, config: Config): Promise<number> {
  const { paths, options, lang, dryRun } = wish;
  const stop = new AbortController();
  const onSignal = (): void => stop.abort();
  process.once('SIGINT', onSignal);
  try {
    const read = await readControl(controlFiles(paths), {
      ...options,
      signal: stop.signal,
      ...(process.stderr.isTTY ? { onProgress: showProgress } : {}),
    }).finally(clearProgress);
    if (!read.ok) throw new BadArguments(lineOf(read.problems));
    const { report, ledgers } = read.value;
    for (const line of reportLines(lang, report, options.clip !== undefined)) console.log(line);
    if (report.ledgers.length === 0) return 1;
    if (dryRun && wish.report === undefined) {
      console.log(`\n${importWords[lang].dry}`);
      return 0;
    }
    return await write(wish, ledgers, config, stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    console.error(planWords[lang].stopped);
    return 130;
  } finally {
    process.off('SIGINT', onSignal);
  }
}

/** Say what the days would do to the store, and do it unless this is a dry run. */
async function write(
  { lang, dryRun, publish, resolution, replace, correct, report: named }: Wanted,
  ledgers: readonly ControlLedger[],
  config: Config,
  signal: AbortSignal,
): Promise<number> {
  const words = planWords[lang];
  // A store that the import fills first would be no empty one when the site starts, and stay without names.
  if (!dryRun && config.seed === 'gazetteer') await prepareStore(config);
  const store = await openStore(config);
  try {
    const plan = await planControl(store, ledgers, {
      report: await reportOf(store, named ?? ''),
      replace,
      correct,
      ...(resolution === undefined ? {} : { resolution_m: resolution }),
    });
    for (const line of planLines(lang, plan, { correct, replace, resolution })) console.log(line);
    if (dryRun) {
      console.log(`\n${importWords[lang].dry}`);
      return 0;
    }
    const edition = await writeControl(store, plan, {
      publish,
      now: Date.now(),
      signal,
      ...(process.stderr.isTTY ? { onProgress: (done, total) => showProgress(done, total, '') } : {}),
    }).finally(clearProgress);
    const { length } = plan.drafts;
    console.log('');
    if (length === 0 && edition === undefined) console.log(words.nothing);
    if (length > 0) console.log(words.written(length));
    if (edition !== undefined) console.log(words.published(edition));
    else if (length > 0) console.log(words.draft);
    return plan.ledgers.some((l) => l.blocked) ? 1 : 0;
  } finally {
    await store.close();
  }
}

function planLines(
  lang: Lang,
  plan: ControlPlan,
  { correct, replace, resolution }: Pick<Wanted, 'correct' | 'replace' | 'resolution'>,
): string[] {
  const words = planWords[lang];
  return plan.ledgers.flatMap((one) => {
    const lines = ['', textIn(one.ledger.name, lang).text];
    const say = (line: string): void => void lines.push(`  ${line}`);
    say(words.readBack(one.readBack));
    say(words.flips(one.flips));
    say(words.added(one.added.length));
    if (one.known > 0) say(words.known(one.known));
    if (one.corrected.length > 0) {
      say(words.corrected(one.corrected.length, correct));
      for (const c of one.corrected.slice(0, MOST)) say(`  ${words.correction(c.day, c.km2)}`);
      if (one.corrected.length > MOST) say(`  ${importWords[lang].more(one.corrected.length - MOST)}`);
    }
    if (one.undone.length > 0) {
      say(words.undone(one.undone.length, replace));
      for (const { statement, by, km2 } of one.undone.slice(0, MOST))
        say(`  ${words.undoing(textIn(statement.title, lang).text, statement.day, by, km2)}`);
      if (one.undone.length > MOST) say(`  ${importWords[lang].more(one.undone.length - MOST)}`);
    }
    if (one.blocked === 'demonstration') say(words.demonstration);
    if (one.isNew && resolution === undefined) say(words.resolution(one.ledger.resolution_m));
    return lines;
  });
}

/** Things that are listed one by one. */
const MOST = 20;

const clearProgress = (): void => {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
};

let shown = 0;
/** One line at the terminal, at most ten times a second. */
function showProgress(done: number, total: number | undefined, name: string): void {
  const now = Date.now();
  if (now - shown < 100) return;
  shown = now;
  const much = total ? `${Math.floor((done / total) * 100)} %` : `${Math.round(done / 1e6)} MB`;
  process.stderr.write(`\r\x1b[K${much}  ${name}`);
}
