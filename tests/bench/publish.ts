import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildObjects } from '#lib/server/editions/objects.ts';
import { openSqlite } from '#lib/server/store/sqlite/open.ts';
import type { PublicationEntry, Store } from '#lib/server/store/store.ts';
import type { Figure } from './main.ts';
import { manyEvents, publishMany } from './many-events.ts';
import { median, round } from './measure.ts';

const EVENTS = 100_000;
const CHANGES = 200;
const TIMES = 3;

/** Publishing a day's work on top of years. */
export async function publish(): Promise<Figure[]> {
  const large = await publishMs(EVENTS);
  const small = await publishMs(1_000);
  return [
    {
      bench: 'publish',
      value: round(large),
      unit: `ms, publishing ${CHANGES} changes on top of ${EVENTS} events`,
      vs: 'the same on 1,000 events',
      ratio: round(small / large),
    },
  ];
}

async function publishMs(count: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'salient-bench-'));
  const store = await openSqlite(join(folder, 'salient.db'));
  try {
    const events = manyEvents(count);
    await publishMany(store, events);
    const taken: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const entries = await write(store, events.slice(time * CHANGES, (time + 1) * CHANGES), time);
      const before = performance.now();
      await store.desk.publish(
        { published_at: 2_000 + time, note: { en: 'A day of work.' }, entries },
        buildObjects,
      );
      taken.push(performance.now() - before);
    }
    return median(taken);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Some of them corrected, and ready to be published. */
async function write(
  store: Store,
  events: ReturnType<typeof manyEvents>,
  time: number,
): Promise<PublicationEntry[]> {
  const revisions = await store.desk.save(
    events.map((event) => ({
      kind: 'event' as const,
      payload: { ...event, title: { en: `Corrected, ${time}` } },
      by: 'bench',
    })),
  );
  return events.map(({ id }, i) => ({
    kind: 'event',
    id,
    revision: revisions[i] ?? 0,
    change: 'correction',
    note: { en: 'The title.' },
  }));
}
