import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aLedger } from '../../../../tests/fixtures/front.ts';
import { areaOf, aStatement, square } from '../../../../tests/fixtures/ground.ts';
import type { Statement } from '#lib/domain/control/statement.ts';
import { day } from '#lib/domain/time/day.ts';
import { buildObjects } from '../editions/objects.ts';
import { openSqlite } from '../store/sqlite/open.ts';
import type { Draft, EditionReader, Store } from '../store/store.ts';
import { groundEffect, groundOnDay, type Ground } from './ground.ts';
import { saveItem } from './saving.ts';

const held = aStatement('russia', square(36, 47, 38, 49), '2024-01-01', { opening: true });
const gain = aStatement('russia', square(38, 48, 38.5, 48.5), '2024-03-01', {
  title: { en: 'A town is taken' },
});
const draftOf = (s: Statement) => ({ statement: { ...s, title: undefined, citations: [] } });

let folder: string;
let store: Store;
let ground: Ground;
let shown: Ground;
let opened = 0;
async function publish(demonstration: boolean): Promise<[Store, Ground]> {
  const made = await openSqlite(join(folder, `${(opened += 1)}.db`), () => 0);
  const drafts: Draft[] = [
    {
      kind: 'ledger',
      payload: aLedger('russia', 'assessed', { resolution_m: 500, demonstration }),
      by: 'tester',
    },
    ...[held, gain].map((payload): Draft => ({ kind: 'statement', payload, by: 'tester' })),
  ];
  const numbers = await made.desk.save(drafts);
  const entries = drafts.map(({ kind, payload }, i) => ({
    kind,
    id: payload.id,
    revision: numbers[i] as number,
    change: 'new' as const,
  }));
  await made.desk.publish({ published_at: 1, note: { en: 'A test.' }, entries }, buildObjects);
  return [made, { reader: (await made.public.at(1)) as EditionReader, work: made.work }];
}
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'salient-ground-'));
  [store, ground] = await publish(false);
  [, shown] = await publish(true);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const effect = async (body: unknown, of = ground) => {
  const answer = await groundEffect(of, body, 'en');
  if (!answer.ok) throw new Error(answer.problems[0]?.reason);
  return answer.value;
};

describe('ground at the desk', () => {
  it('of a day is what readers are shown, or would be without a statement', async () => {
    const rings = async (without?: string) =>
      (await groundOnDay(ground, day('2024-03-02'), without)).ledgers[0]?.area.coordinates.flat() as never;
    expect(areaOf(await rings())).toBeCloseTo(
      areaOf([square(36, 47, 38, 49), square(38, 48, 38.5, 48.5)]),
      -4,
    );
    expect(areaOf(await rings(gain.id))).toBeCloseTo(areaOf([square(36, 47, 38, 49)]), -4);
  });

  it('says in which order the next statement of the day comes', async () => {
    expect((await groundOnDay(ground, day('2024-03-01'), undefined)).order).toBe(1);
    expect((await groundOnDay(ground, day('2024-03-01'), gain.id)).order).toBe(0);
    expect((await groundOnDay(ground, day('2024-05-01'), undefined)).order).toBe(0);
  });

  it('lets others be answered between the parts of its work: an area may be large', async () => {
    let turns = 0;
    let isOver = false;
    const count = (): void => {
      turns += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    await effect(draftOf(aStatement('none', square(38.25, 48, 39, 48.5), '2024-03-05')));
    isOver = true;
    expect(turns).toBeGreaterThan(3);
  });

  it('tells what a draft really changes, with figures, and whose ground it takes back', async () => {
    const back = aStatement('none', square(38.25, 48, 39, 48.5), '2024-03-05');
    const { told, spans, undone } = await effect(draftOf(back));
    expect(told).toBe(true);
    expect(spans.map(({ from, until }) => [from, until])).toEqual([['2024-03-05', undefined]]);
    const m2 = spans[0]?.ledgers[0]?.m2;
    expect(m2?.gained).toBe(0);
    expect(m2?.lost).toBeCloseTo(areaOf([square(38.25, 48, 38.5, 48.5)]), -4);
    expect(undone.map((u) => [u.title, u.href])).toEqual([['A town is taken', `/desk/ground/${gain.id}`]]);
  });

  it('gives no figures of a demonstration', async () => {
    const { spans } = await effect(
      draftOf(aStatement('russia', square(38, 47, 39, 48), '2024-03-05')),
      shown,
    );
    expect(spans[0]?.ledgers[0]?.gained.coordinates).toHaveLength(1);
    expect(spans[0]?.ledgers[0]?.m2).toBeUndefined();
  });

  it('tells what goes with a statement that is retracted, or is moved to a later day', async () => {
    const gone = await effect({ retract: gain.id });
    expect(gone.spans.map((s) => s.from)).toEqual(['2024-03-01']);
    expect(gone.spans[0]?.ledgers[0]?.lost.coordinates).toHaveLength(1);
    const later = await effect(draftOf({ ...gain, day: day('2024-03-10') }));
    expect(later.spans.map(({ from, until }) => [from, until])).toEqual([['2024-03-01', '2024-03-10']]);
    expect((await effect(draftOf(gain))).spans).toEqual([]);
  });

  it('counts what is approved and not yet published as if it stood, and names it', async () => {
    const [{ work }, own] = await publish(false);
    const approve = async (kept: Statement, retract = false): Promise<void> => {
      const payload = { ...kept, citations: [{ report: 'r-aaaaaaaaaa', says: { en: 'So' } }] };
      const saved = await work.write({
        key: `a-key-of-${kept.id}`,
        kind: 'statement',
        base: retract ? 1 : 0,
        payload,
        by: 'x',
      });
      const revision = saved.outcome === 'saved' ? saved.revision : 0;
      if (retract)
        await work.move({ kind: 'statement', id: kept.id, revision }, 'x', 'retract', () => 'review');
      await work.move({ kind: 'statement', id: kept.id, revision }, 'y', 'approve', () => 'approved');
    };
    const next = aStatement('russia', square(38.5, 48, 39, 48.5), '2024-03-03', { title: { en: 'A wood' } });
    const draft = draftOf(aStatement('russia', square(38.5, 48, 39.5, 48.5), '2024-03-05'));
    expect(await effect(draft, own)).toMatchObject({ waiting: [] });
    await approve(next);
    const told = await effect(draft, own);
    expect(told.waiting.map((w) => w.title)).toEqual(['A wood']);
    expect(told.spans[0]?.ledgers[0]?.m2?.gained).toBeCloseTo(areaOf([square(39, 48, 39.5, 48.5)]), -4);
    // Its own approval is no reason to say that it changes nothing.
    expect((await effect(draftOf(next), own)).spans[0]?.ledgers[0]?.gained.coordinates).toHaveLength(1);
    // Whose ground is taken back may be what waits.
    const back = draftOf(aStatement('none', square(38.6, 48.1, 38.9, 48.4), '2024-03-05'));
    expect((await effect(back, own)).undone.map((u) => u.title)).toEqual(['A wood']);
    // What is said next of the day comes after it.
    expect((await groundOnDay(own, day('2024-03-03'), undefined)).order).toBe(1);
    await approve(gain, true);
    const again = await effect(draftOf(aStatement('russia', square(38, 48, 38.5, 48.5), '2024-03-05')), own);
    expect(again.waiting.map((w) => w.title).sort()).toEqual(['A town is taken', 'A wood']);
    expect(again.spans[0]?.ledgers[0]?.m2?.gained).toBeCloseTo(areaOf([square(38, 48, 38.5, 48.5)]), -4);
  });

  it('tells nothing of what is not written yet, and refuses what is too large to be weighed or kept', async () => {
    expect((await effect({ statement: { id: gain.id, holder: 'russia' } })).told).toBe(false);
    const area = { type: 'Polygon', coordinates: [Array.from({ length: 1_000_000 }, () => [37, 48])] };
    const answer = await groundEffect(ground, { statement: { ...gain, area } }, 'en');
    expect(!answer.ok && answer.problems[0]?.reason).toContain('has 1000000 corners');
    const saved = await saveItem(
      store.work,
      { id: 'p', name: 'Taras', role: 'editor' },
      { key: 'a-key-of-a-save', kind: 'statement', base: 0, payload: { id: 'c-aaaaaaaaaz', area } },
    );
    expect(!saved.ok && saved.problems[0]?.reason).toContain('has 1000000 corners');
    expect((await groundEffect(ground, { anything: 1 }, 'en')).ok).toBe(false);
  });
});
