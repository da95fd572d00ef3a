import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeLedger } from '#lib/domain/control/ledger-decode.ts';
import { encodeLedger } from '#lib/domain/control/ledger-encode.ts';
import { openSeries } from '#lib/domain/control/series-reader.ts';
import { seriesOf, type SeriesState } from '#lib/domain/control/series.ts';
import type { Statement, StatementId } from '#lib/domain/control/statement.ts';
import { buildObjects } from '#lib/server/editions/objects.ts';
import { openSqlite } from '#lib/server/store/sqlite/open.ts';
import { madeDays } from '../fixtures/daily.ts';
import { importedInto } from '../fixtures/year.ts';
import type { Figure } from './main.ts';
import { median, medianMs, round } from './measure.ts';

const FEW = 100;
const MANY = 1_000;

/** Whether a long history makes publishing a statement, or asking for a day, slower than a short one. */
export async function growth(): Promise<Figure[]> {
  const { states } = madeDays(MANY + 20);
  const few = await publishMs(states.slice(0, FEW + 20));
  const many = await publishMs(states);
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
      bench: 'ledger-growth-state',
      value: round(manyState),
      unit: `ms, a day of ${MANY} as rings`,
      vs: `the same of ${FEW} days`,
      ratio: round(fewState / manyState),
    },
  ];
}

/** The last days are published one by one on top of the others, which an import has brought. */
async function publishMs(states: readonly SeriesState[]): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'salient-bench-'));
  try {
    await importedInto(folder, states.slice(0, -20));
    const store = await openSqlite(join(folder, 'salient.db'));
    try {
      const [like] = await store.desk.all('statement');
      if (!like) throw new Error('nothing was imported');
      let published_at = (await store.public.head()).published_at;
      const taken: number[] = [];
      for (const [i, { from, rings }] of states.slice(-20).entries()) {
        const id = `c-nextday${'abcdefghijklmnopqrstuvwxyz'.charAt(i)}aa` as StatementId;
        const area = {
          type: 'Polygon' as const,
          coordinates: rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y])),
        };
        const payload: Statement = { ...like.payload, id, day: from, area };
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
        taken.push(performance.now() - before);
      }
      return median(taken.slice(5));
    } finally {
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function stateMs(states: readonly SeriesState[]): Promise<number> {
  const reader = openSeries(decodeLedger(encodeLedger(seriesOf(states)).objects.map((o) => o.bytes)));
  // One after the other from the last, so that no day is asked for again while its rings are still kept.
  const { length } = reader.series.days;
  return medianMs(300, (i) => reader.ringsAt(length - 1 - (i % length)));
}
