import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { madeDays } from '../../../../tests/fixtures/daily.ts';
import { edgesOf } from '../../../../tests/fixtures/edges.ts';
import { aLedger, aStatement } from '../../../../tests/fixtures/front.ts';
import { aReport } from '../../../../tests/fixtures/items.ts';
import type { SeriesState } from '#lib/domain/control/series.ts';
import type { Statement } from '#lib/domain/control/statement.ts';
import { addDays, day } from '#lib/domain/time/day.ts';
import { readControl, type ControlLedger } from '#lib/formats/control/index.ts';
import { controlOf } from '../editions/control.ts';
import { buildObjects, controlGeojson } from '../editions/objects.ts';
import { openSqlite } from '../store/sqlite/open.ts';
import type { Draft, Store } from '../store/store.ts';
import { planControl, writeControl, type ControlWish } from './control.ts';

const { states } = madeDays(60);
const report = aReport('r-aaaaaaaaaa');
const NOW = Date.parse('2026-11-22T05:00:00Z');
const ledgerOf = (all: readonly SeriesState[]): ControlLedger => ({
  holder: 'russia',
  basis: 'assessed',
  length: all.length,
  days: () =>
    all.map(({ from, rings }) => ({
      day: from,
      rings,
      source: { file: 'made.ndjson' },
      features: 1,
      repaired: false,
      clipped: false,
      same: false,
    })),
});

let store: Store;
let folder: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'salient-import-'));
  store = await openSqlite(join(folder, 'salient.db'));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

let clock = NOW;
const brought = async (
  all: readonly SeriesState[],
  wish: Partial<ControlWish> = {},
  publish = true,
): Promise<{ plan: Awaited<ReturnType<typeof planControl>>; edition: number | undefined }> => {
  const plan = await planControl(store, [ledgerOf(all)], { report, ...wish });
  return { plan, edition: await writeControl(store, plan, { publish, now: (clock += 1000) }) };
};
const publicly = async (drafts: readonly Draft[]): Promise<void> => {
  const revisions = await store.desk.save(drafts);
  await store.desk.publish(
    {
      published_at: (clock += 1000),
      note: { en: 'A test.' },
      entries: drafts.map(({ kind, payload }, i) => ({
        kind,
        id: payload.id,
        revision: revisions[i] as number,
        change: 'new' as const,
      })),
    },
    buildObjects,
  );
};
const control = async () => {
  const reader = await store.public.at((await store.public.head()).number);
  if (!reader) throw new Error('there is no edition');
  return controlOf(reader);
};
/** A square that no day of the made-up front has. */
const FAR: [number, number][] = [
  [25, 49],
  [25.2, 49],
  [25.2, 49.2],
  [25, 49.2],
];
const byEditor = (more: Partial<Statement> = {}): Statement => ({
  ...aStatement('editor', 'russia', 'assessed', FAR, addDays(states[10]?.from ?? day('2024-01-11'), 0)),
  ...more,
});

describe('an import of days', () => {
  it('is read by readers edge for edge on every day, each day with its report', async () => {
    const { edition } = await brought(states);
    expect(edition).toBe(1);
    const read = await control();
    for (const { from, rings } of states) {
      expect(edgesOf(read.ground('russia', 'assessed', from)), from).toEqual(edgesOf(rings));
      const state = read.state('russia', 'assessed', from);
      expect(state?.by.map((s) => s.citations[0]?.report)).toEqual([report.id]);
    }
    expect([read.opens, read.lastReviewed]).toEqual([states[0]?.from, states.at(-1)?.from]);
  });

  it('changes nothing when it is made again, and adds only what is new of a longer series', async () => {
    await brought(states.slice(0, 40));
    const again = await brought(states.slice(0, 40));
    expect([again.plan.ledgers[0]?.known, again.plan.drafts.length, again.edition]).toEqual([
      40,
      0,
      undefined,
    ]);
    const longer = await brought(states.slice(20));
    expect(longer.plan.ledgers[0]).toMatchObject({ known: 20, corrected: [] });
    expect(longer.plan.ledgers[0]?.added).toEqual(states.slice(40).map((s) => s.from));
    expect(longer.edition).toBe(2);
    expect(
      edgesOf((await control()).ground('russia', 'assessed', states[5]?.from ?? day('2024-01-06'))),
    ).toEqual(edgesOf(states[5]?.rings ?? []));
  });

  it('of what was exported is an import of the same edges', async () => {
    await brought(states);
    const read = await control();
    const files = states.map(({ from }) => ({
      name: `${from}.geojson`,
      open: () => new TextEncoder().encode(JSON.stringify(controlGeojson(read, from, { holder: 'russia' }))),
    }));
    const back = await readControl(files, {
      today: day('2026-11-22'),
      ledger: { holder: 'russia', basis: 'assessed' },
    });
    if (!back.ok) throw new Error(JSON.stringify(back.problems));
    expect(back.value.report.refused).toEqual([]);
    const plan = await planControl(store, back.value.ledgers, { report });
    expect(plan.ledgers[0]).toMatchObject({ known: states.length, added: [], corrected: [] });
  });

  it('shows a changed past day before it is written, and writes it as a correction when told to', async () => {
    await brought(states.slice(0, 30));
    const changed = states
      .slice(0, 30)
      .map((s, i) => (i === 7 ? { ...s, rings: states[50]?.rings ?? [] } : s));
    const shown = await brought(changed);
    expect(shown.plan.ledgers[0]?.corrected.map((c) => c.day)).toEqual([states[7]?.from]);
    expect(shown.plan.ledgers[0]?.corrected[0]?.km2).toBeGreaterThan(0.1);
    expect(shown.edition).toBeUndefined();
    const { edition } = await brought(changed, { correct: true });
    const reader = await store.public.at(edition ?? 0);
    expect((await reader?.changes())?.map((c) => c.change)).toEqual(['correction']);
    const read = await control();
    const on = (i: number) =>
      edgesOf(read.ground('russia', 'assessed', states[i]?.from ?? day('2024-01-01')));
    expect(on(7)).toEqual(edgesOf(states[50]?.rings ?? []));
    expect(on(8)).toEqual(edgesOf(states[8]?.rings ?? []));
    // As it was known before, the day is as it was.
    const before = await store.public.at((edition ?? 1) - 1);
    if (!before) throw new Error('the edition before is gone');
    expect(
      edgesOf((await controlOf(before)).ground('russia', 'assessed', states[7]?.from ?? day('2024-01-08'))),
    ).toEqual(edgesOf(states[7]?.rings ?? []));
  });

  it('lists what of editors it would undo, and undoes it only when told to', async () => {
    const statement = byEditor();
    await publicly([
      { kind: 'report', payload: report, by: 'editor' },
      { kind: 'ledger', payload: aLedger('russia', 'assessed', { demonstration: false }), by: 'editor' },
      { kind: 'statement', payload: statement, by: 'editor' },
    ]);
    const held = await brought(states);
    expect(held.plan.ledgers[0]?.blocked).toBe('undoes');
    expect(held.plan.ledgers[0]?.undone.map((u) => [u.statement.id, u.by])).toEqual([
      [statement.id, states[10]?.from],
    ]);
    expect(held.plan.ledgers[0]?.undone[0]?.km2).toBeGreaterThan(100);
    expect([held.plan.drafts.length, held.edition]).toEqual([0, undefined]);
    const { edition } = await brought(states, { replace: true });
    expect(edition).toBe(2);
  });

  it('never goes into a demonstration', async () => {
    await publicly([
      { kind: 'ledger', payload: aLedger('russia', 'assessed', { demonstration: true }), by: 'seed' },
    ]);
    const { plan, edition } = await brought(states);
    expect(plan.ledgers[0]?.blocked).toBe('demonstration');
    expect([plan.drafts.length, edition]).toEqual([0, undefined]);
  });

  it('is a draft until it is published', async () => {
    const { edition } = await brought(states, {}, false);
    expect(edition).toBeUndefined();
    expect((await store.public.head()).number).toBe(0);
    const later = await brought(states);
    expect(later.plan.drafts).toEqual([]);
    expect(later.edition).toBe(1);
    expect((await control()).lastReviewed).toBe(states.at(-1)?.from);
  });

  it('that is stopped leaves the store as it was, and others can write while it goes on', async () => {
    const stop = new AbortController();
    const plan = await planControl(store, [ledgerOf(states)], { report });
    const wrote: number[] = [];
    await expect(
      writeControl(store, plan, {
        publish: true,
        now: NOW,
        signal: stop.signal,
        onProgress: (done) => {
          wrote.push(done);
          void store.desk.save([{ kind: 'report', payload: aReport('r-bbbbbbbbbb'), by: 'editor' }]);
          stop.abort();
        },
      }),
    ).rejects.toThrow();
    expect(wrote).toHaveLength(1);
    expect(await store.desk.all('statement')).toEqual([]);
    expect((await store.desk.all('report')).map((r) => r.payload.id)).toEqual(['r-bbbbbbbbbb']);
    expect((await store.public.head()).number).toBe(0);
    // Nothing of it is left behind: made again it is whole.
    const { edition } = await brought(states);
    expect(edition).toBe(1);
  });

  it('says how many patches changed hands, and that every day comes back', async () => {
    const { plan } = await brought(states, {}, false);
    expect(plan.ledgers[0]?.readBack).toBe(states.length);
    expect(plan.ledgers[0]?.flips).toBeGreaterThan(states.length / 2);
  });
});
