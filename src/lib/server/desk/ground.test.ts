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
import { groundEffect, groundOnDay } from './ground.ts';
import { saveItem } from './saving.ts';

const held = aStatement('russia', square(36, 47, 38, 49), '2024-01-01', { opening: true });
const gain = aStatement('russia', square(38, 48, 38.5, 48.5), '2024-03-01', {
  title: { en: 'A town is taken' },
});
const draftOf = (s: Statement) => ({ statement: { ...s, title: undefined, citations: [] } });

let folder: string;
let store: Store;
let reader: EditionReader;
let shown: EditionReader;
async function publish(demonstration: boolean): Promise<[Store, EditionReader]> {
  const opened = await openSqlite(join(folder, `${String(demonstration)}.db`), () => 0);
  const drafts: Draft[] = [
    {
      kind: 'ledger',
      payload: aLedger('russia', 'assessed', { resolution_m: 500, demonstration }),
      by: 'tester',
    },
    ...[held, gain].map((payload): Draft => ({ kind: 'statement', payload, by: 'tester' })),
  ];
  const numbers = await opened.desk.save(drafts);
  const entries = drafts.map(({ kind, payload }, i) => ({
    kind,
    id: payload.id,
    revision: numbers[i] as number,
    change: 'new' as const,
  }));
  await opened.desk.publish({ published_at: 1, note: { en: 'A test.' }, entries }, buildObjects);
  return [opened, (await opened.public.at(1)) as EditionReader];
}
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'salient-ground-'));
  [store, reader] = await publish(false);
  [, shown] = await publish(true);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const effect = async (body: unknown, of = reader) => {
  const answer = await groundEffect(of, body, 'en');
  if (!answer.ok) throw new Error(answer.problems[0]?.reason);
  return answer.value;
};

describe('ground at the desk', () => {
  it('of a day is what readers are shown, or would be without a statement', async () => {
    const rings = async (without?: string) =>
      (await groundOnDay(reader, day('2024-03-02'), without)).ledgers[0]?.area.coordinates.flat() as never;
    expect(areaOf(await rings())).toBeCloseTo(
      areaOf([square(36, 47, 38, 49), square(38, 48, 38.5, 48.5)]),
      -4,
    );
    expect(areaOf(await rings(gain.id))).toBeCloseTo(areaOf([square(36, 47, 38, 49)]), -4);
  });

  it('says in which order the next statement of the day comes', async () => {
    expect((await groundOnDay(reader, day('2024-03-01'), undefined)).order).toBe(1);
    expect((await groundOnDay(reader, day('2024-03-01'), gain.id)).order).toBe(0);
    expect((await groundOnDay(reader, day('2024-05-01'), undefined)).order).toBe(0);
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

  it('tells nothing of what is not written yet, and refuses what is too large to be weighed or kept', async () => {
    expect((await effect({ statement: { id: gain.id, holder: 'russia' } })).told).toBe(false);
    const area = { type: 'Polygon', coordinates: [Array.from({ length: 1_000_000 }, () => [37, 48])] };
    const answer = await groundEffect(reader, { statement: { ...gain, area } }, 'en');
    expect(!answer.ok && answer.problems[0]?.reason).toContain('has 1000000 corners');
    const saved = await saveItem(
      store.work,
      { id: 'p', name: 'Taras', role: 'editor' },
      { key: 'a-key-of-a-save', kind: 'statement', base: 0, payload: { id: 'c-aaaaaaaaaz', area } },
    );
    expect(!saved.ok && saved.problems[0]?.reason).toContain('has 1000000 corners');
    expect((await groundEffect(reader, { anything: 1 }, 'en')).ok).toBe(false);
  });
});
