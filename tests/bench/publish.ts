import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Event } from '#lib/domain/events/event.ts';
import { buildObjects } from '#lib/server/editions/objects.ts';
import { openSqlite } from '#lib/server/store/sqlite/open.ts';
import type { PublicationEntry, Store } from '#lib/server/store/store.ts';
import type { Figure } from './main.ts';
import { manyEvents, publishMany } from './many-events.ts';
import { median, round } from './measure.ts';

const EVENTS = 100_000;
const CHANGES = 200;
const TIMES = 3;
const MONTH = '2024-10';

/** Publishing a day's work on top of years. */
export async function publish(): Promise<Figure[]> {
  const large = await publishMs(EVENTS);
  const small = await publishMs(1_000);
  return [
    {
      bench: 'publish',
      value: round(large.month),
      unit: `ms, publishing ${CHANGES} changes within a month on top of ${EVENTS} events of three years`,
      vs: 'the same number of changes of any day',
      ratio: round(large.scattered / large.month),
    },
    {
      bench: 'publish-scattered',
      value: round(large.scattered),
      unit: `ms, publishing ${CHANGES} changes of any day on top of ${EVENTS} events`,
      vs: 'the same on 1,000 events',
      ratio: round(small.scattered / large.scattered),
    },
  ];
}

async function publishMs(count: number): Promise<{ month: number; scattered: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'salient-bench-'));
  const store = await openSqlite(join(folder, 'salient.db'));
  try {
    const events = manyEvents(count);
    await publishMany(store, events);
    let published_at = 2_000;
    /** Some of these are corrected, others each time as long as there are. */
    const taken = async (of: readonly Event[]): Promise<number> => {
      const all: number[] = [];
      for (let time = 0; time < TIMES; time += 1) {
        const some = Array.from({ length: Math.min(CHANGES, of.length) }, (_, i) => {
          return of[(time * CHANGES + i) % of.length] as Event;
        });
        const entries = await write(store, some, (published_at += 1));
        const before = performance.now();
        await store.desk.publish({ published_at, note: { en: 'A day of work.' }, entries }, buildObjects);
        all.push(performance.now() - before);
      }
      return median(all);
    };
    const inMonth = events.filter((event) => event.period.from?.startsWith(MONTH));
    return { scattered: await taken(events), month: await taken(inMonth) };
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Some of them corrected, and ready to be published. */
async function write(store: Store, events: readonly Event[], time: number): Promise<PublicationEntry[]> {
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
