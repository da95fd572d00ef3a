/**
 * Writes a whole folder of data to try the site with many events:
 *
 *   npm run geodata:sample -- --events 5000 --seed 1 [--out data/sample-geodata]
 *   SALIENT_GEODATA=data/sample-geodata SALIENT_DATA=data/sample npm start
 *
 * It is what ships and one more edition of synthetic events, in September to November 2024, along the front and
 * around towns of the gazetteer. Every one says in its title that it is synthetic, and cites a report that says that
 * it does not exist. The same seed gives the same bytes; a sample with more events begins with those of a smaller one.
 */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { eventToFeature } from '#lib/domain/events/event.ts';
import { day } from '#lib/domain/time/day.ts';
import { makeControl } from '#lib/server/editions/control.ts';
import { readGeodata } from '#lib/server/geodata/read.ts';
import { busyDays, sampleEvent, sampleReports } from './sample/events.ts';
import { groundOf } from './sample/places.ts';
import { randomFrom } from './sample/random.ts';

export interface SampleOptions {
  /** How many events; at most `MOST_EVENTS`. */
  readonly events: number;
  /** A whole number from 0 to 4294967295. */
  readonly seed: number;
  /** Folder to write: a new one, an empty one, or that of an earlier sample. */
  readonly out: string;
}

export const MOST_EVENTS = 200_000;

/** What was asked for cannot be done, in one line. */
export class BadSample extends Error {
  override readonly name = 'BadSample';
}

const SHIPPED = 'geodata';
const EVENTS = 'events/synthetic.geojson';
const REPORTS = 'reports/synthetic.json';
/** The front of a day in the middle is near enough for all of them. */
const MIDDLE = day('2024-10-15');

export function writeSample({ events: count, seed, out }: SampleOptions): void {
  if (!Number.isInteger(count) || count < 1 || count > MOST_EVENTS)
    throw new BadSample(`--events is a whole number from 1 to ${MOST_EVENTS}.`);
  if (!Number.isInteger(seed) || seed < 0 || seed > 0xffff_ffff)
    throw new BadSample('--seed is a whole number from 0 to 4294967295.');
  const isFree = !existsSync(out) || readdirSync(out).length === 0 || existsSync(join(out, EVENTS));
  if (!isFree || resolve(out) === resolve(SHIPPED))
    throw new BadSample(`"${out}" holds other files; choose another folder with --out.`);

  const { editions, faults } = readGeodata(SHIPPED);
  if (faults.length > 0) throw new BadSample('the shipped data have faults; see them with: npm run geodata');
  const control = makeControl(
    editions.flatMap((e) => e.ledgers),
    editions.flatMap((e) => e.statements),
  );
  const random = randomFrom(seed);
  const taken = new Set(
    editions.flatMap((e) => [...e.events, ...e.reports].map((item) => item.id as string)),
  );
  const ground = groundOf(
    editions.flatMap((e) => e.places),
    control.front('russia', MIDDLE),
    random,
  );
  const days = busyDays(random);
  const reports = sampleReports(seed, random, taken);
  const events = Array.from({ length: count }, (_, i) =>
    sampleEvent(i + 1, { ground, days, reports, random, taken }),
  );

  mkdirSync(out, { recursive: true });
  cpSync(SHIPPED, out, { recursive: true });
  const lines = (items: readonly unknown[]): string => items.map((item) => JSON.stringify(item)).join(',\n');
  writeFileSync(
    join(out, EVENTS),
    `{"type":"FeatureCollection","features":[\n${lines(events.map(eventToFeature))}\n]}\n`,
  );
  writeFileSync(join(out, REPORTS), `{"reports":[\n${lines(reports)}\n]}\n`);
  addEdition(out, count, seed);
}

/** One more edition after those that ship, an hour after the last. */
function addEdition(out: string, count: number, seed: number): void {
  const file = join(out, 'editions.json');
  const index = JSON.parse(readFileSync(file, 'utf8')) as { editions: { published_at: string }[] };
  const last = Math.max(...index.editions.map((e) => Date.parse(e.published_at)));
  const edition = {
    number: index.editions.length + 1,
    published_at: new Date(last + 3_600_000).toISOString().replace('.000Z', 'Z'),
    note: {
      en: `Synthetic events to try the map with, made by a program (events: ${count}, seed: ${seed}). None of them happened. Not for publication.`,
      uk: `Синтетичні події для випробування мапи, створені програмою (подій: ${count}, зерно: ${seed}). Жодної з них не було. Не для публікації.`,
    },
    files: { reports: [REPORTS], events: [EVENTS] },
    changes: {},
  };
  writeFileSync(file, `${JSON.stringify({ editions: [...index.editions, edition] }, null, 2)}\n`);
}

if (import.meta.main) {
  try {
    const { values } = parseArgs({
      options: { events: { type: 'string' }, seed: { type: 'string' }, out: { type: 'string' } },
    });
    const out = values.out ?? join('data', 'sample-geodata');
    const [events, seed] = [Number(values.events ?? 5000), Number(values.seed ?? 1)];
    writeSample({ events, seed, out });
    console.log(`${out}: what ships and ${events} synthetic events, seed ${seed}. To see them:`);
    console.log(`SALIENT_GEODATA=${out} SALIENT_DATA=${join('data', 'sample')} npm start`);
  } catch (error) {
    const asked =
      error instanceof BadSample || (error as { code?: string }).code?.startsWith('ERR_PARSE_ARGS');
    if (!asked) throw error;
    console.error(`salient: ${(error as Error).message}`);
    process.exitCode = 1;
  }
}
