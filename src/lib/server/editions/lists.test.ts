import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anEvent, aPlace, aReport } from '../../../../tests/fixtures/items.ts';
import type { Event } from '#lib/domain/events/event.ts';
import type { Report } from '#lib/domain/reports/report.ts';
import type { Period } from '#lib/domain/time/period.ts';
import { openSqlite } from '../store/sqlite/open.ts';
import type { Built, Draft, EditionReader, PublicationEntry, Store } from '../store/store.ts';
import { LISTS, listAnew } from './lists.ts';
import { buildObjects } from './objects.ts';

let folder: string;
let count = 0;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'salient-lists-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const open = (): Promise<Store> => openSqlite(join(folder, `${(count += 1)}.db`), () => 0);

let clock = 0;
async function publish(
  store: Store,
  drafts: readonly Draft[],
  retracted: readonly string[] = [],
  build = buildObjects,
): Promise<EditionReader> {
  const numbers = await store.desk.save(drafts);
  const before = await store.public.head();
  const last = (await store.public.at(before.number)) as EditionReader;
  const entries: PublicationEntry[] = [];
  for (const [i, { kind, payload }] of drafts.entries()) {
    const isPublic =
      kind === 'report' ? await last.report(payload.id as never) : await last.event(payload.id as never);
    const change = isPublic ? 'correction' : 'new';
    entries.push({ kind, id: payload.id, revision: numbers[i] as number, change });
  }
  for (const id of retracted) entries.push({ kind: 'event', id, change: 'retraction' });
  const { number } = await store.desk.publish(
    { published_at: (clock += 1), note: { en: 'A test.' }, entries },
    build,
  );
  return (await store.public.at(number)) as EditionReader;
}
const event = (payload: Event): Draft => ({ kind: 'event', payload, by: 'tester' });
const report = (payload: Report): Draft => ({ kind: 'report', payload, by: 'tester' });

const R = ['r-aaaaaaaaaa', 'r-bbbbbbbbbb'] as const;
/** The objects of both lists as they are made when nothing was made before. */
async function anew(reader: EditionReader): Promise<Map<string, Built>> {
  const all: [string, Built][] = [];
  for (const list of LISTS) all.push(...(await listAnew(list, reader)));
  return new Map(all);
}
const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);
async function keptIn(reader: EditionReader): Promise<Record<string, string>> {
  const kept: [string, string][] = [];
  for (const folder of ['events/', 'reports/'])
    for (const [name, bytes] of await reader.objectsUnder(folder)) kept.push([name, text(bytes)]);
  return Object.fromEntries(kept);
}
const textsOf = (objects: ReadonlyMap<string, Built>): Record<string, string> =>
  Object.fromEntries([...objects].map(([name, b]) => [name, b === 'same' ? 'same' : text(b.bytes)]));

async function grounds(store: Store): Promise<void> {
  await publish(store, [
    { kind: 'place', payload: aPlace('dnipro', [35, 48]), by: 'tester' },
    ...R.map((id) => report(aReport(id))),
  ]);
}

/** By two reports, so that who published them decides how well it is known. */
const told = (id: string, period: Period): Event => {
  const one = anEvent(id, { period: period as Event['period'] });
  const claims = R.map((of, i) => ({
    ...(one.claims[0] as Event['claims'][number]),
    speaker: { name: { en: `Speaker ${i}` } },
    citation: { report: of as never },
  }));
  return { ...one, claims };
};

describe('a list that an edition keeps by month', () => {
  it('is after any changes what it would be if it were made anew', async () => {
    const ids = ['a', 'b', 'c', 'd'].map((letter) => `e-${letter.repeat(10)}`);
    const days = ['2024-10-05', '2024-11-05', '2024-11-25', undefined];
    const step = fc.record({
      events: fc.dictionary(fc.constantFrom(...ids), fc.option(fc.constantFrom(...days))),
      publisher: fc.option(fc.constantFrom('Test Publisher', 'Another')),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 5 }), async (steps) => {
        const store = await open();
        await grounds(store);
        const there = new Set<string>();
        for (const { events, publisher } of steps) {
          const gone = Object.keys(events).filter((id) => events[id] === null && there.has(id));
          const come = Object.entries(events).flatMap(([id, from]) =>
            from === null ? [] : [event(told(id, { ...(from ? { from: from as never } : {}) }))],
          );
          for (const id of gone) there.delete(id);
          for (const { payload } of come) there.add(payload.id);
          const named = publisher ? [report(aReport(R[1], { publisher }))] : [];
          const reader = await publish(store, [...named, ...come], gone);
          expect(await keptIn(reader)).toEqual(textsOf(await anew(reader)));
        }
        await store.close();
      }),
      { numRuns: 25 },
    );
  });

  it('is made anew only in the months that a change is about', async () => {
    const store = await open();
    await grounds(store);
    const of = (letter: string, from: string) => told(`e-${letter.repeat(10)}`, { from: from as never });
    await publish(store, [event(of('a', '2024-09-01')), event(of('b', '2024-10-01'))]);
    let built: ReadonlyMap<string, Built> = new Map();
    const watched = async (reader: EditionReader) => (built = await buildObjects(reader));
    const made = (): string[] =>
      [...built].flatMap(([name, is]) => (is === 'same' || name === 'made.json' ? [] : [name])).sort();

    await publish(store, [event(of('c', '2024-11-01'))], [], watched as typeof buildObjects);
    expect(made()).toEqual(['events/2024-11.geojson']);
    // What moves to another month goes from the one before.
    await publish(store, [event(of('a', '2024-10-02'))], [], watched as typeof buildObjects);
    expect(made()).toEqual(['events/2024-10.geojson']);
    expect([...built.keys()]).not.toContain('events/2024-09.geojson');
    // By the name of who published it, events that cite a report are more or less well known.
    await publish(
      store,
      [report(aReport(R[1], { note: { en: 'A note.' } }))],
      [],
      watched as typeof buildObjects,
    );
    expect(made()).toEqual(['reports/2024-11.json']);
    const named = report(aReport(R[1], { publisher: 'Another' }));
    const reader = await publish(store, [named], [], watched as typeof buildObjects);
    expect(made()).toEqual(['events/2024-10.geojson', 'events/2024-11.geojson', 'reports/2024-11.json']);
    expect((await keptIn(reader))['events/2024-11.geojson']).toContain(
      '"evidence":{"disputed":false,"level":"corroborated"}',
    );
    await store.close();
  });
});
