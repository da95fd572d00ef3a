import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aLedger } from '../../../../tests/fixtures/front.ts';
import { aStatement, square } from '../../../../tests/fixtures/ground.ts';
import { aReport, aPlace } from '../../../../tests/fixtures/items.ts';
import type { Basis, Statement } from '#lib/domain/control/statement.ts';
import type { Ring } from '#lib/domain/geometry/rings.ts';
import { addDays, day } from '#lib/domain/time/day.ts';
import { openSqlite } from '../store/sqlite/open.ts';
import type { Builder, Draft, EditionReader, PublicationEntry, Store } from '../store/store.ts';
import { earlierControl, keptControl, type Earlier } from './kept.ts';
import { buildObjects } from './objects.ts';
import { remembered } from './remembered.ts';

let folder: string;
let count = 0;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'salient-control-'))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const open = (): Promise<Store> => openSqlite(join(folder, `${(count += 1)}.db`), () => 0);

const ledgers = [
  aLedger('russia', 'assessed', { resolution_m: 500 }),
  aLedger('ukraine', 'assessed', { resolution_m: 500 }),
  aLedger('russia', 'pre-2022'),
];
let clock = 0;
/** Publish revisions of some items and retractions of others. */
async function publish(
  store: Store,
  drafts: readonly Draft[],
  retracted: readonly Statement[] = [],
  build: Builder = buildObjects,
): Promise<EditionReader> {
  const entries: PublicationEntry[] = [];
  const numbers = await store.desk.save(drafts);
  for (const [i, { kind, payload }] of drafts.entries()) {
    const revision = numbers[i] as number;
    entries.push({ kind, id: payload.id, revision, change: revision > 1 ? 'correction' : 'new' });
  }
  for (const { id } of retracted) entries.push({ kind: 'statement', id, change: 'retraction' });
  const { number } = await store.desk.publish(
    { published_at: (clock += 1), note: { en: 'A test.' }, entries },
    build,
  );
  return (await store.public.at(number)) as EditionReader;
}
const draft = (payload: Statement): Draft => ({ kind: 'statement', payload, by: 'tester' });
const whole = (statements: readonly Statement[]): Draft[] => [
  ...ledgers.map((payload): Draft => ({ kind: 'ledger', payload, by: 'tester' })),
  ...statements.map(draft),
];
const controlIn = async (reader: EditionReader): Promise<[string, string][]> =>
  [...(await reader.objects())].filter(([n]) => n.startsWith('statements/') || n.startsWith('control/'));

/** What the next edition goes on from, as whoever has just started reads it, and as whoever published last has it. */
async function toGoOnFrom(reader: EditionReader): Promise<{ read: unknown; kept: unknown }> {
  const plain = (of: Earlier | undefined): unknown =>
    of && {
      ...of,
      file: {
        ledgers: of.file.ledgers.map(({ reader: { series }, ...rest }) => ({ ...rest, series })),
        fronts: of.file.fronts.map(({ side, isFront, reader: { series } }) => ({ side, isFront, series })),
      },
    };
  const hashes = (await controlIn(reader)).filter(([name]) => !name.startsWith('control/near/'));
  const kept = remembered(new Map(hashes), () => Promise.reject(new Error('nothing is remembered')));
  return { read: plain(await earlierControl(reader)), kept: plain(await kept) };
}

/** Ground inside of Ukraine, of which some lies at the border and the coast. */
const FIRST = day('2024-01-01');
const squares = fc
  .tuple(fc.nat(6), fc.nat(6), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }))
  .map(([x, y, w, h]) => square(36 + x / 4, 46.5 + y / 4, 36 + (x + w) / 4, 46.5 + (y + h) / 4));
const slants = fc
  .array(fc.tuple(fc.integer({ min: 36e6, max: 38e6 }), fc.integer({ min: 46.5e6, max: 48.5e6 })), {
    minLength: 3,
    maxLength: 3,
  })
  .map((points): Ring => {
    const ring = points.map(([x, y]) => [x / 1e6, y / 1e6] as const);
    return [...ring, ring[0] as (typeof ring)[0]];
  });
const statement = fc
  .record({
    ring: fc.oneof(squares, slants),
    kind: fc.constantFrom('russia', 'russia', 'ukraine', 'none', 'pre-2022'),
    later: fc.nat(90),
    whole: fc.boolean(),
  })
  .map(({ ring, kind, later, whole: all }): Statement => {
    const basis: Basis = kind === 'pre-2022' ? 'pre-2022' : 'assessed';
    return aStatement((basis === 'assessed' ? kind : 'russia') as 'russia', ring, addDays(FIRST, later), {
      basis,
      extent: all && kind !== 'none' ? 'snapshot' : 'patch',
    });
  });
const some = fc.array(statement, { minLength: 2, maxLength: 8 });

describe('control of an edition that goes on from the one before', () => {
  it('is byte for byte that of a store which was only ever told what still stands', async () => {
    await fc.assert(
      fc.asyncProperty(some, statement, fc.nat(), fc.nat(), fc.nat(90), async (all, more, a, b, earlier) => {
        const gone = all[a % all.length] as Statement;
        const grown = await open();
        const check = async (reader: EditionReader, stand: readonly Statement[]): Promise<void> => {
          const { read, kept } = await toGoOnFrom(reader);
          expect(kept).toEqual(read);
          const other = await open();
          expect(await controlIn(reader)).toEqual(await controlIn(await publish(other, whole(stand))));
          await other.close();
        };
        await publish(grown, whole(all));
        await check(await publish(grown, [draft(more)]), [...all, more]);
        const left = [...all, more].filter((s) => s !== gone);
        await check(await publish(grown, [], [gone]), left);
        const was = left[b % left.length] as Statement;
        const moved = { ...was, day: addDays(FIRST, earlier) };
        const now = left.map((s) => (s === was ? moved : s));
        await check(await publish(grown, [draft(moved)]), now);
        await grown.close();
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  it('writes the statements and the places of the months that change, and leaves the others', async () => {
    const store = await open();
    const days = [0, 20, 40, 60, 80].map((n, i) =>
      aStatement('russia', square(36, 47, 37 + i / 100, 48), addDays(FIRST, n), { extent: 'snapshot' }),
    );
    const monthsIn = async (reader: EditionReader): Promise<[string, string][]> =>
      (await controlIn(reader)).filter(([name]) => /-\d\d\.json$/.test(name));
    const changed = (was: [string, string][], is: [string, string][]): string[] =>
      is.filter(([name, hash]) => new Map(was).get(name) !== hash).map(([name]) => name);
    const first = await monthsIn(await publish(store, whole(days.slice(0, 4))));
    expect(first.map(([name]) => name)).toEqual([
      'control/near/2024-01.json',
      'control/near/2024-02.json',
      'control/near/2024-03.json',
      'statements/2024-01.json',
      'statements/2024-02.json',
      'statements/2024-03.json',
    ]);
    const grown = await monthsIn(await publish(store, [draft(days[4] as Statement)]));
    expect(changed(first, grown)).toEqual(['control/near/2024-03.json', 'statements/2024-03.json']);
    // A month of which nothing is said any more has nothing.
    const left = await monthsIn(await publish(store, [], [days[2] as Statement]));
    expect(new Map(left).has('statements/2024-02.json')).toBe(false);
    expect(new Map(left).has('control/near/2024-02.json')).toBe(false);
    expect(new Map(left).get('statements/2024-03.json')).toBe(new Map(grown).get('statements/2024-03.json'));
    await store.close();
  });

  it('of an edition that has all months in one object is read as well', async () => {
    const store = await open();
    const reader = await publish(
      store,
      whole([0, 40].map((n) => aStatement('russia', square(36, 47, 37 + n, 48), addDays(FIRST, n)))),
    );
    const statements = (await keptControl(reader))?.statements;
    expect(statements).toHaveLength(2);
    const inOne = new TextEncoder().encode(JSON.stringify({ statements }));
    const before: EditionReader = new Proxy(reader, {
      get: (target, name: keyof EditionReader) =>
        name === 'objectsUnder'
          ? (asked: string) =>
              asked === 'statements'
                ? Promise.resolve(new Map([['statements.json', inOne]]))
                : target.objectsUnder(asked)
          : target[name],
    });
    expect((await keptControl(before))?.statements).toEqual(statements);
    await store.close();
  });

  it('is read from the first changed day on and not before', async () => {
    const store = await open();
    const days = Array.from({ length: 40 }, (_, i) =>
      aStatement('russia', square(36, 47, 37 + i / 100, 48), addDays(FIRST, i), { extent: 'snapshot' }),
    );
    await publish(store, whole(days.slice(0, 39)));
    const asked: (string | undefined)[] = [];
    const watched: Builder = (reader) =>
      buildObjects(
        new Proxy(reader, {
          get: (target, name: keyof EditionReader) =>
            name === 'statements'
              ? (options?: { since?: ReturnType<typeof day> }) => {
                  asked.push(options?.since);
                  return target.statements(options);
                }
              : typeof target[name] === 'function'
                ? (target[name] as (...of: unknown[]) => unknown).bind(target)
                : target[name],
        }),
      );
    const before = new Map(await controlIn((await store.public.at(1)) as EditionReader));
    const after = new Map(await controlIn(await publish(store, [draft(days[39] as Statement)], [], watched)));
    expect(asked).toEqual([days[39]?.day]);
    const first = 'control/russia-assessed/2024-01-01';
    expect(after.get(first)).toBe(before.get(first));
    const second = 'control/russia-assessed/2024-02-02';
    expect(after.get(second)).not.toBe(before.get(second));
    // A day that is moved stood before it stands now: what changes begins with the earlier one.
    asked.length = 0;
    await publish(store, [draft({ ...(days[39] as Statement), day: addDays(FIRST, 60) })], [], watched);
    expect(asked).toEqual([days[39]?.day]);
    await store.close();
  });

  it('stays as it is, unread, where neither statements nor how true the ledgers are is changed', async () => {
    const store = await open();
    const one = aStatement('russia', square(36, 47, 37, 48), FIRST);
    const before = await controlIn(await publish(store, whole([one])));
    const unread: Builder = (reader) =>
      buildObjects(
        new Proxy(reader, {
          get: (target, name: keyof EditionReader) => {
            if (name === 'statements') throw new Error('statements were read');
            const value = target[name];
            return typeof value === 'function'
              ? (value as (...of: unknown[]) => unknown).bind(target)
              : value;
          },
        }),
      );
    const drafts: Draft[] = [
      { kind: 'report', payload: aReport('r-aaaaaaaaaa'), by: 'tester' },
      { kind: 'place', payload: aPlace('dnipro', [35.04, 48.46]), by: 'tester' },
    ];
    expect(await controlIn(await publish(store, drafts, [], unread))).toEqual(before);
    const [russia] = ledgers;
    if (!russia) throw new Error('there is no ledger');
    const reviewed = { ...russia, last_reviewed: day('2024-12-01') };
    const again = await publish(store, [{ kind: 'ledger', payload: reviewed, by: 'tester' }], [], unread);
    expect(await controlIn(again)).toEqual(before);
    // A coarser ledger is asked for its front further out.
    const coarse = { ...reviewed, resolution_m: 40_000 };
    const other = await controlIn(await publish(store, [{ kind: 'ledger', payload: coarse, by: 'tester' }]));
    expect(new Map(other).get('control/made.json')).not.toBe(new Map(before).get('control/made.json'));
    await store.close();
  });
});
