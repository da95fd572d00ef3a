import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import { openSqlite } from '#lib/server/store/sqlite/open.ts';
import { joins, signedIn } from '../fixtures/desk.ts';
import { startSite } from '../fixtures/server.ts';
import type { Figure } from './main.ts';
import { manyEvents, publishMany } from './many-events.ts';
import { percentile, round, seeded } from './measure.ts';

const EVENTS = 100_000;
const EDITORS = 5;
const SAVES = 60;

/** What an editor waits for a save while four others save too, from the request to the answer, on a large store. */
export async function save(): Promise<Figure[]> {
  const large = await savesMs(EVENTS);
  const small = await savesMs(100);
  return [
    {
      bench: 'save',
      value: round(percentile(large, 0.95)),
      unit: `ms, 95th percentile of a save with ${EDITORS} editors on ${EVENTS} events`,
      vs: 'the same on 100 events',
      ratio: round(percentile(small, 0.95) / percentile(large, 0.95)),
    },
  ];
}

async function savesMs(count: number): Promise<number[]> {
  const folder = mkdtempSync(join(tmpdir(), 'salient-bench-'));
  const events = manyEvents(count);
  const store = await openSqlite(join(folder, 'salient.db'));
  await publishMany(store, events);
  await store.close();
  const site = await startSite({ SALIENT_DATA: folder, SALIENT_SEED: 'none' });
  try {
    const editors = [];
    for (let i = 0; i < EDITORS; i += 1) {
      await joins(site, `editor-${i}@example.org`, 'editor');
      editors.push(await signedIn(site, `editor-${i}@example.org`));
    }
    const taken: number[] = [];
    await Promise.all(
      editors.map(async (own, editor) => {
        const random = seeded(10 + editor);
        for (let i = 0; i < SAVES; i += 1) {
          const event = events[Math.floor(random() * events.length)] as unknown as Unfinished;
          const body = {
            key: `bench-${editor}-${i}`,
            kind: 'event',
            base: 1,
            payload: { ...event, title: { en: `Written by ${editor}, ${i}` } },
          };
          const before = performance.now();
          const response = await own.api('/desk/api/save', body);
          await response.json();
          // The first few warm up.
          if (i >= 10) taken.push(performance.now() - before);
          if (response.status !== 200) throw new Error(`a save was answered by ${response.status}`);
        }
      }),
    );
    return taken;
  } finally {
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
