import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeLedger } from '#lib/domain/control/ledger-decode.ts';
import { encodeLedger } from '#lib/domain/control/ledger-encode.ts';
import { openSeries } from '#lib/domain/control/series-reader.ts';
import { seriesOf, type SeriesState } from '#lib/domain/control/series.ts';
import type { Statement, StatementId } from '#lib/domain/control/statement.ts';
import { buildObjects } from '#lib/server/editions/objects.ts';
import { remembered } from '#lib/server/editions/remembered.ts';
import { openSqlite } from '#lib/server/store/sqlite/open.ts';
import { madeDays } from '../fixtures/daily.ts';
import { importedInto } from '../fixtures/year.ts';
import type { Figure } from './main.ts';
import { median, medianMs, round } from './measure.ts';

const FEW = 100;
const MANY = 1_000;
/** Days that are published one by one on top of the others, which an import has brought. */
const NEXT = 20;

/** Whether a long history makes publishing a statement, or asking for a day, slower than a short one. */
export async function growth(): Promise<Figure[]> {
  const { states } = madeDays(MANY + NEXT);
  const histories = [states.slice(0, FEW + NEXT), states] as const;
  const [few, many] = await publishMs(...histories);
  const [fewCold, manyCold] = await publishMs(...histories, { isCold: true });
  const fewState = await stateMs(states.slice(0, FEW));
  const manyState = await stateMs(states.slice(0, MANY));
  return [
    {
      bench: 'ledger-growth',
      value: round(many),
      unit: `ms, publishing one statement on top of ${MANY} days`,
      vs: `the same on ${FEW} days`,
      ratio: round(few / many),
    },
    {
      bench: 'ledger-growth-cold',
      value: round(manyCold),
      unit: `ms, publishing one statement on top of ${MANY} days that another process published`,
      vs: `the same on ${FEW} days`,
      ratio: round(fewCold / manyCold),
    },
    {
      bench: 'ledger-growth-state',
      value: round(manyState),
      unit: `ms, a day of ${MANY} as rings`,
      vs: `the same of ${FEW} days`,
      ratio: round(fewState / manyState),
    },
  ];
}

/**
 * Publishing the last days of each history, in turn, so that whatever else keeps the machine busy slows all alike.
 *
 * @param isCold whether what the edition before was made from has to be read
 */
async function publishMs(
  few: readonly SeriesState[],
  many: readonly SeriesState[],
  { isCold = false } = {},
): Promise<[number, number]> {
  const folder = mkdtempSync(join(tmpdir(), 'salient-bench-'));
  const open: { next(): Promise<number>; close(): Promise<void>; taken: number[] }[] = [];
  try {
    for (const [i, states] of [few, many].entries()) {
      const own = join(folder, String(i));
      mkdirSync(own);
      open.push({ ...(await publisher(own, states)), taken: [] });
    }
    for (let i = 0; i < NEXT; i += 1)
      for (const { next, taken } of open) {
        if (isCold) forget();
        taken.push(await next());
      }
    return open.map(({ taken }) => median(taken.slice(5))) as [number, number];
  } finally {
    for (const { close } of open) await close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Let control that is kept open in memory be forgotten, as by a process that did not publish last: it keeps the last few. */
function forget(): void {
  for (let i = 0; i < 8; i += 1) void remembered(new Map([['nothing', String(i)]]), async () => undefined);
}

/** Publishes one more of the last days with each call, and tells how many milliseconds that took. */
async function publisher(folder: string, states: readonly SeriesState[]) {
  await importedInto(folder, states.slice(0, -NEXT));
  const store = await openSqlite(join(folder, 'salient.db'));
  const [like] = await store.desk.all('statement');
  if (!like) throw new Error('nothing was imported');
  let published_at = (await store.public.head()).published_at;
  let i = 0;
  return {
    async next(): Promise<number> {
      const { from, rings } = states[states.length - NEXT + i] as SeriesState;
      const id = `c-nextday${'abcdefghijklmnopqrstuvwxyz'.charAt(i)}aa` as StatementId;
      i += 1;
      const area = {
        type: 'Polygon' as const,
        coordinates: rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y])),
      };
      const payload: Statement = { ...(like.payload as Statement), id, day: from, area };
      const [revision] = await store.desk.save([{ kind: 'statement', payload, by: 'bench' }]);
      const before = performance.now();
      published_at += 1;
      await store.desk.publish(
        {
          published_at,
          note: { en: 'A day.' },
          entries: [{ kind: 'statement', id, revision: revision as number, change: 'new' }],
        },
        buildObjects,
      );
      return performance.now() - before;
    },
    close: () => store.close(),
  };
}

async function stateMs(states: readonly SeriesState[]): Promise<number> {
  const reader = openSeries(decodeLedger(encodeLedger(seriesOf(states)).objects.map((o) => o.bytes)));
  // One after the other from the last, so that no day is asked for again while its rings are still kept.
  const { length } = reader.series.days;
  return medianMs(300, (i) => reader.ringsAt(length - 1 - (i % length)));
}
