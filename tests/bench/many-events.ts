import type { Event } from '#lib/domain/events/event.ts';
import { idOf } from '#lib/domain/id.ts';
import { addDays, day } from '#lib/domain/time/day.ts';
import { buildObjects } from '#lib/server/editions/objects.ts';
import type { PublicationEntry, Store } from '#lib/server/store/store.ts';
import { anEvent, aPlace, aReport } from '../fixtures/items.ts';
import { seeded } from './measure.ts';

/** Rows in one write of an import. */
const CHUNK = 500;

/** Made-up events all over the country and over three years, all known from one report; the same for the same seed. */
export function manyEvents(count: number, seed = 1): Event[] {
  const random = seeded(seed);
  const start = day('2022-02-24');
  return Array.from({ length: count }, (_, i) => {
    const bytes = Uint8Array.from({ length: 10 }, () => Math.floor(random() * 256));
    const from = addDays(start, Math.floor(random() * 1000));
    return anEvent(idOf('e', bytes), {
      title: { en: `Event ${i} of many` },
      period: { from, until: addDays(from, 1) },
      point: [Math.round((22 + random() * 18) * 1e6) / 1e6, Math.round((44.5 + random() * 7.5) * 1e6) / 1e6],
    });
  });
}

/** Bring events into an empty store as an import does, and publish them as its first edition. */
export async function publishMany(store: Store, events: readonly Event[]): Promise<void> {
  await store.desk.stage('many', [
    { kind: 'place', payload: aPlace('dnipro', [35.04, 48.46]), by: 'import' },
    { kind: 'report', payload: aReport('r-aaaaaaaaaa'), by: 'import' },
  ]);
  for (let i = 0; i < events.length; i += CHUNK) {
    const chunk = events.slice(i, i + CHUNK);
    await store.desk.stage(
      'many',
      chunk.map((payload) => ({ kind: 'event' as const, payload, by: 'import' })),
    );
  }
  const accepted = await store.desk.accept('many');
  const entries: PublicationEntry[] = accepted.map((each) => ({ ...each, change: 'new' }));
  await store.desk.publish({ published_at: 1_000, note: { en: 'Many events.' }, entries }, buildObjects);
}
