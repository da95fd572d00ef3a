import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import fc from 'fast-check';
import type { Review } from '#lib/domain/control/review.ts';
import type { Statement } from '#lib/domain/control/statement.ts';
import type { Event } from '#lib/domain/events/event.ts';
import { idOf } from '#lib/domain/id.ts';
import type { Place } from '#lib/domain/places/place.ts';
import type { Report } from '#lib/domain/reports/report.ts';
import { day } from '#lib/domain/time/day.ts';
import { NotPublishable, type Builder, type PublicationEntry, type Store } from '#lib/server/store/store.ts';
import { square, aStatement } from '../fixtures/ground.ts';
import { anEvent, aPlace, aReport } from '../fixtures/items.ts';
import { aReview } from '../fixtures/review.ts';

const noObjects: Builder = async () => new Map();

/** Ids of events, all different. */
const manyIds = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => idOf('e', createHash('sha256').update(String(i)).digest()));

/** What every store must do. A second store passes by giving its own `open`. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}: a store`, () => {
    let store: Store;
    let clock = 1_000;
    beforeEach(async () => {
      store = await open();
      clock = 1_000;
      return () => store.close();
    });

    const publish = (entries: PublicationEntry[], build = noObjects) =>
      store.desk.publish({ published_at: (clock += 1_000), note: { en: 'note' }, entries }, build);
    const put = async (
      items: (
        | { kind: 'place'; payload: Place }
        | { kind: 'report'; payload: Report }
        | { kind: 'event'; payload: Event }
        | { kind: 'statement'; payload: Statement | Review }
      )[],
      change: PublicationEntry['change'] = 'new',
    ) => {
      const revisions = await store.desk.save(items.map((i) => ({ ...i, by: 'tester' })));
      return publish(
        items.map((i, k) => ({ kind: i.kind, id: i.payload.id, revision: revisions[k] as number, change })),
      );
    };
    const at = async (n: number) => {
      const reader = await store.public.at(n);
      if (!reader) throw new Error(`no edition ${n}`);
      return reader;
    };
    const ground = () =>
      put([
        { kind: 'place', payload: aPlace('dnipro', [35.04, 48.46]) },
        { kind: 'report', payload: aReport('r-aaaaaaaaaa') },
      ]);

    it('is empty before the first edition, and says so without failing', async () => {
      expect((await store.public.head()).number).toBe(0);
      expect(await (await at(0)).events()).toEqual([]);
      expect(await (await at(0)).search('dnipro', 5)).toEqual([]);
      expect(await store.public.at(1)).toBeUndefined();
    });

    it('changes nothing by a batch until it is accepted, and then all of it at once', async () => {
      await ground();
      const drafts = ['e-aaaaaaaaaa', 'e-bbbbbbbbbb', 'e-cccccccccc'].map((id) => ({
        kind: 'event' as const,
        payload: anEvent(id),
        by: 'import',
      }));
      await store.desk.save(drafts.slice(0, 1));
      await store.desk.stage('one', drafts.slice(0, 2));
      await store.desk.stage('two', drafts);
      await store.desk.stage('one', drafts.slice(2));
      expect((await store.desk.all('event')).map((e) => e.payload.id)).toEqual(['e-aaaaaaaaaa']);
      // Others go on writing meanwhile.
      await store.desk.save([{ kind: 'place', payload: aPlace('kyiv', [30.5, 50.4]), by: 'editor' }]);
      expect(await store.desk.accept('one')).toEqual([
        { kind: 'event', id: 'e-aaaaaaaaaa', revision: 2 },
        { kind: 'event', id: 'e-bbbbbbbbbb', revision: 1 },
        { kind: 'event', id: 'e-cccccccccc', revision: 1 },
      ]);
      expect(await store.desk.accept('one')).toEqual([]);
      await store.desk.discard('two');
      expect(await store.desk.accept('two')).toEqual([]);
      expect(await store.desk.all('event')).toHaveLength(3);
    });

    it('takes a large batch over while others save, and shows none of it before all of it', async () => {
      const few = [anEvent('e-aaaaaaaaaa')].map((payload) => ({
        kind: 'event' as const,
        payload,
        by: 'tester',
      }));
      await store.desk.save(few);
      const drafts = manyIds(4_500).map((id) => ({
        kind: 'event' as const,
        payload: anEvent(id),
        by: 'import',
      }));
      await store.desk.stage('large', [...drafts, { ...few[0], payload: anEvent('e-aaaaaaaaaa', { by: 'ukraine' }) } as never]); // prettier-ignore
      let isOver = false;
      const accepting = store.desk.accept('large').finally(() => (isOver = true));
      const seen: number[][] = [];
      for (let i = 0; !isOver; i += 1) {
        // As a request would, it comes in a turn of its own.
        await new Promise((done) => setImmediate(done));
        const place = aPlace(`town-${i}`, [30, 50]);
        await store.desk.save([{ kind: 'place', payload: place, by: 'editor' }]);
        const rows = await store.work.queue({ kinds: ['event'], limit: 10_000 });
        const one = await store.desk.latest('event', drafts[0]?.payload.id ?? '');
        const was = await store.desk.latest('event', 'e-aaaaaaaaaa');
        const all = await store.desk.all('event');
        const { draft } = await store.work.counts();
        const item = await store.work.item('event', drafts[0]?.payload.id ?? '');
        seen.push([rows.length, all.length, draft, one ? 1 : 0, item ? 1 : 0, was?.revision ?? 0]);
      }
      const accepted = await accepting;
      expect(accepted).toHaveLength(4_501);
      expect(accepted.at(-1)).toEqual({ kind: 'event', id: 'e-aaaaaaaaaa', revision: 2 });
      const before = JSON.stringify([1, 1, 1, 0, 0, 1]);
      const after = JSON.stringify([4_501, 4_501, 4_501, 1, 1, 2]);
      // Somebody saved while it went on and saw nothing of it; nobody ever saw a part.
      expect(JSON.stringify(seen[0])).toBe(before);
      const between = seen
        .map((each) => JSON.stringify(each))
        .filter((each) => each !== before && each !== after);
      // What is asked in several questions can be asked across the end: before in the first of them, after in others.
      expect(between.length).toBeLessThanOrEqual(1);
      expect((await store.work.queue({ kinds: ['event'], limit: 10_000 })).length).toBe(4_501);
      expect(await store.desk.all('event')).toHaveLength(4_501);
      expect((await store.work.around('event', [35, 48, 36, 49])).length).toBe(500);
    });

    it('gives what is written twice in one batch two revisions', async () => {
      const twice = ['One', 'Two'].map((en) => anEvent('e-aaaaaaaaaa', { title: { en } }));
      await store.desk.stage('twice', twice.map((payload) => ({ kind: 'event', payload, by: 'import' }))); // prettier-ignore
      expect((await store.desk.accept('twice')).map((each) => each.revision)).toEqual([1, 2]);
      expect(await store.desk.latest('event', 'e-aaaaaaaaaa')).toMatchObject({
        revision: 2,
        payload: { title: { en: 'Two' } },
      });
    });

    it('takes what two bring in at once over once, where each wants it only if it is new', async () => {
      await store.desk.save([{ kind: 'event', payload: anEvent('e-aaaaaaaaaa'), by: 'editor' }]);
      const ids = ['e-aaaaaaaaaa', 'e-bbbbbbbbbb', 'e-cccccccccc'];
      for (const batch of ['one', 'two'])
        await store.desk.stage(
          batch,
          ids.map((id) => ({
            kind: 'event',
            payload: anEvent(id, { title: { en: batch } }),
            by: batch,
            onlyNew: true,
          })),
        );
      const both = await Promise.all(['one', 'two'].map((batch) => store.desk.accept(batch)));
      for (const id of ids) expect(await store.work.revisions('event', id)).toHaveLength(1);
      // What was there is left as it was, and each is told of what came with the other.
      expect((await store.desk.latest('event', 'e-aaaaaaaaaa'))?.payload.title).not.toEqual({ en: 'one' });
      for (const accepted of both) {
        expect(accepted.map(({ id, revision }) => [id, revision])).toEqual(ids.map((id) => [id, 1]));
        expect(accepted[0]?.left).toBe(true);
      }
      expect(both.flat().filter(({ left }) => !left)).toHaveLength(2);
      expect(await store.desk.all('event')).toHaveLength(3);
    });

    it('tells of each thing whether its latest revision is public', async () => {
      await ground();
      const item = anEvent('e-aaaaaaaaaa');
      const other = anEvent('e-bbbbbbbbbb');
      await put([
        { kind: 'event', payload: item },
        { kind: 'event', payload: other },
      ]);
      await store.desk.save([{ kind: 'event', payload: item, by: 'tester' }]);
      await publish([{ kind: 'event', id: other.id, change: 'retraction' }]);
      const told = (await store.desk.all('event')).map((e) => [e.revision, e.published, e.retracted]);
      expect(told).toEqual([
        [2, 1, false],
        [1, undefined, true],
      ]);
    });

    it('keeps a saved draft out of everything public until it is published', async () => {
      await ground();
      await store.desk.save([{ kind: 'event', payload: anEvent('e-aaaaaaaaaa'), by: 'tester' }]);
      const reader = await at(1);
      expect(await reader.event(anEvent('e-aaaaaaaaaa').id)).toBeUndefined();
      expect(await reader.events()).toEqual([]);
      expect(await reader.search('missile', 5)).toEqual([]);
      expect(await reader.eventsIn([-180, -90, 180, 90])).toEqual([]);
      expect(await reader.changes()).not.toContainEqual(
        expect.objectContaining({ item: expect.objectContaining({ kind: 'event' }) }),
      );
    });

    it('shows every past edition as it was', async () => {
      await ground();
      await put([{ kind: 'event', payload: anEvent('e-aaaaaaaaaa') }]);
      const later = { ...anEvent('e-aaaaaaaaaa'), title: { en: 'Corrected title' } };
      await put([{ kind: 'event', payload: later }], 'correction');
      const id = later.id;
      expect((await (await at(2)).event(id))?.title.en).toBe(anEvent('e-aaaaaaaaaa').title.en);
      expect((await (await at(3)).event(id))?.title.en).toBe('Corrected title');
      expect(await (await at(1)).event(id)).toBeUndefined();
      expect((await (await at(3)).historyOf('event', id)).map((c) => [c.edition, c.change])).toEqual([
        [2, 'new'],
        [3, 'correction'],
      ]);
      expect((await (await at(2)).historyOf('event', id)).length).toBe(1);
    });

    it('takes a retracted item out of later editions only', async () => {
      await ground();
      await put([{ kind: 'event', payload: anEvent('e-aaaaaaaaaa') }]);
      await publish([
        { kind: 'event', id: 'e-aaaaaaaaaa', change: 'retraction', note: { en: 'Did not happen.' } },
      ]);
      expect(await (await at(2)).events()).toHaveLength(1);
      expect(await (await at(3)).events()).toHaveLength(0);
      expect(await (await at(3)).eventsIn([35, 48, 36, 49])).toHaveLength(0);
      expect((await (await at(3)).changes())[0]?.note?.en).toBe('Did not happen.');
    });

    it('refuses an event whose report is not public, naming both, and keeps nothing of the attempt', async () => {
      await put([{ kind: 'place', payload: aPlace('dnipro', [35.04, 48.46]) }]);
      const attempt = put([{ kind: 'event', payload: anEvent('e-aaaaaaaaaa') }]);
      await expect(attempt).rejects.toThrow(NotPublishable);
      await expect(attempt).rejects.toThrow(/e-aaaaaaaaaa.*r-aaaaaaaaaa/);
      expect((await store.public.head()).number).toBe(1);
      expect(await (await at(1)).events()).toEqual([]);
    });

    it('refuses to retract a report that an event leans on', async () => {
      await ground();
      await put([{ kind: 'event', payload: anEvent('e-aaaaaaaaaa') }]);
      const attempt = publish([{ kind: 'report', id: 'r-aaaaaaaaaa', change: 'retraction' }]);
      await expect(attempt).rejects.toThrow(/e-aaaaaaaaaa leans on report r-aaaaaaaaaa/);
      expect(await (await at(2)).reports()).toHaveLength(1);
    });

    it('finds events in a box as of an edition, edges included', async () => {
      await ground();
      await put([{ kind: 'event', payload: anEvent('e-aaaaaaaaaa') }]);
      const moved = { ...anEvent('e-aaaaaaaaaa'), point: [30.5, 50.45] as const };
      await put([{ kind: 'event', payload: moved }], 'update');
      expect(await (await at(2)).eventsIn([35.04, 48.46, 35.04, 48.46])).toHaveLength(1);
      expect(await (await at(3)).eventsIn([35, 48, 36, 49])).toHaveLength(0);
      expect(await (await at(3)).eventsIn([30, 50, 31, 51])).toHaveLength(1);
    });

    it('finds boxes as a plain scan would, for any points and any box', async () => {
      await ground();
      const coordinate = fc.integer({ min: 0, max: 40 }).map((n) => 30 + n / 8);
      const points = fc.sample(fc.tuple(coordinate, coordinate), { numRuns: 60, seed: 7 });
      const events = points.map((point, i) => ({
        ...anEvent(
          `e-${'abcdefghijklmnopqrstuvwxyz234567'[i % 32]}${'abcdefghij'[Math.floor(i / 32)]}aaaaaaaa`,
        ),
        point,
      }));
      await put(events.map((payload) => ({ kind: 'event' as const, payload })));
      const reader = await at(2);
      await fc.assert(
        fc.asyncProperty(coordinate, coordinate, coordinate, coordinate, async (a, b, c, d) => {
          const [w, e, s, n] = [Math.min(a, b), Math.max(a, b), Math.min(c, d), Math.max(c, d)];
          const expected = events.filter(
            (x) => x.point[0] >= w && x.point[0] <= e && x.point[1] >= s && x.point[1] <= n,
          );
          const found = await reader.eventsIn([w, s, e, n]);
          expect(found.map((x) => x.id)).toEqual(expected.map((x) => x.id).sort());
        }),
        { numRuns: 40, seed: 11 },
      );
    });

    it('finds a place by any of its spellings, the largest first', async () => {
      await put([
        {
          kind: 'place',
          payload: aPlace('dnipro', [35.04, 48.46], {
            en: 'Dnipro',
            uk: 'Дніпро',
            former: 'Dnipropetrovsk',
            population: 968_502,
          }),
        },
        {
          kind: 'place',
          payload: aPlace('dnipriany', [33.2, 46.7], { en: 'Dnipriany', uk: 'Дніпряни', population: 10_000 }),
        },
      ]);
      const reader = await at(1);
      for (const query of ['dnipro', 'Дніпро', 'ДНІП', 'Dnipropetrovsk', 'дніпроп']) {
        expect((await reader.search(query, 5))[0], query).toEqual({ kind: 'place', id: 'dnipro' });
      }
      for (const garbage of ['"', '*', 'a" OR "b', '(((', '', '\u0000', 'NEAR(']) {
        expect(Array.isArray(await reader.search(garbage, 5))).toBe(true);
      }
    });

    it('finds a place however many events name it', async () => {
      await ground();
      const letters = 'abcdefghijklmnopqrstuvwxyz';
      await put(
        Array.from({ length: 620 }, (_, i) => ({
          kind: 'event' as const,
          payload: anEvent(`e-${letters[i % 26]}${letters[Math.floor(i / 26)]}aaaaaaaa`),
        })),
      );
      const hits = await (await at(2)).search('dnip', 500);
      expect(hits[0]).toEqual({ kind: 'place', id: 'dnipro' });
      expect(hits.filter((h) => h.kind === 'event').length).toBeGreaterThan(300);
    });

    it('chains digests: the same content gives the same digest, any change another', async () => {
      const first = await ground();
      const other = await open();
      const revisions = await other.desk.save([
        { kind: 'place', payload: aPlace('dnipro', [35.04, 48.46]), by: 'somebody else' },
        { kind: 'report', payload: aReport('r-aaaaaaaaaa'), by: 'somebody else' },
      ]);
      const again = await other.desk.publish(
        {
          published_at: first.published_at,
          note: { en: 'another note' },
          // The order in which things are published does not matter.
          entries: [
            { kind: 'report', id: 'r-aaaaaaaaaa', revision: revisions[1] as number, change: 'new' },
            { kind: 'place', id: 'dnipro', revision: revisions[0] as number, change: 'new' },
          ],
        },
        noObjects,
      );
      await other.close();
      expect(again.digest).toBe(first.digest);
      const second = await put([{ kind: 'event', payload: anEvent('e-aaaaaaaaaa') }]);
      expect(second.digest).not.toBe(first.digest);
    });

    it('writes only the objects that changed, and serves old ones for old editions', async () => {
      const build =
        (a: string, b: string): Builder =>
        async () =>
          new Map([
            ['a.json', { media: 'application/json', bytes: new TextEncoder().encode(a) }],
            ['b.json', { media: 'application/json', bytes: new TextEncoder().encode(b) }],
          ]);
      await publish([], build('1', 'same'));
      await publish([], build('2', 'same'));
      const [one, two] = [await (await at(1)).objects(), await (await at(2)).objects()];
      expect(one.get('b.json')).toBe(two.get('b.json'));
      expect(one.get('a.json')).not.toBe(two.get('a.json'));
      const stored = await store.public.object(one.get('a.json') as string);
      expect(new TextDecoder().decode(stored?.bytes)).toBe('1');
      expect(await store.public.object('f'.repeat(64))).toBeUndefined();
    });

    it('leaves objects alone that are said to be the same, ends those that are not named, and makes up none', async () => {
      const bytes = new TextEncoder().encode('1');
      const object = { media: 'application/json', bytes };
      await publish([], async () => new Map([['a.json', object], ['b.json', object]])); // prettier-ignore
      await publish([], async (reader) => {
        // What the edition before has can be gone on from.
        expect(await reader.object('a.json')).toEqual(bytes);
        return new Map([['a.json', 'same']]);
      });
      expect(await (await at(2)).objects()).toEqual(
        new Map([...(await (await at(1)).objects())].slice(0, 1)),
      );
      expect(await (await at(2)).object('a.json')).toEqual(bytes);
      expect([...(await (await at(1)).objects()).keys()]).toEqual(['a.json', 'b.json']);
      await expect(publish([], async () => new Map([['b.json', 'same']]))).rejects.toThrow(/b\.json/);
      expect((await store.public.head()).number).toBe(2);
    });

    it('gives objects by the beginning of their names, as each edition has them', async () => {
      const bytes = (text: string) => new TextEncoder().encode(text);
      const object = (text: string) => ({ media: 'text/plain', bytes: bytes(text) });
      const names = ['a', 'a/1', 'a/2', 'ab', 'b/1'];
      await publish([], async () => new Map(names.map((of) => [of, object(of)])));
      await publish([], async () => new Map([['a/1', object('other')], ['a/3', object('a/3')]])); // prettier-ignore
      expect([...(await (await at(1)).objectsUnder('a/'))]).toEqual([
        ['a/1', bytes('a/1')],
        ['a/2', bytes('a/2')],
      ]);
      expect([...(await (await at(1)).objectsUnder('a')).keys()]).toEqual(['a', 'a/1', 'a/2', 'ab']);
      expect([...(await (await at(2)).objectsUnder('a/'))]).toEqual([
        ['a/1', bytes('other')],
        ['a/3', bytes('a/3')],
      ]);
      expect((await (await at(2)).objectsUnder('b')).size).toBe(0);
    });

    it('gives the events and reports of some months, and of no day', async () => {
      await ground();
      const from = (id: string, d?: string) => anEvent(id, { period: d ? { from: day(d) } : {} });
      const [a, b, c] = ['e-aaaaaaaaaa', 'e-bbbbbbbbbb', 'e-cccccccccc'] as const;
      await put([from(a, '2024-10-31'), from(b, '2024-11-01'), from(c)].map((payload) => ({ kind: 'event', payload }))); // prettier-ignore
      await put([{ kind: 'event', payload: from(a, '2024-11-30') }], 'correction');
      const of = async (n: number, ...months: string[]) =>
        (await (await at(n)).events({ months: new Set(months) })).map((e) => e.id);
      expect(await of(2, '2024-10')).toEqual([a]);
      expect(await of(2, '2024-11', 'undated')).toEqual([b, c]);
      expect(await of(3, '2024-10')).toEqual([]);
      expect(await of(3, '2024-11')).toEqual([a, b]);
      const reports = async (which: object) => (await (await at(3)).reports(which)).map((r) => r.id);
      expect(await reports({ months: new Set(['2024-11']) })).toEqual(['r-aaaaaaaaaa']);
      expect(await reports({ months: new Set(['2024-10']) })).toEqual([]);
      expect(await reports({ ids: ['r-aaaaaaaaaa', 'r-bbbbbbbbbb'] })).toEqual(['r-aaaaaaaaaa']);
      expect(await reports({ ids: [] })).toEqual([]);
    });

    it('tells what an edition changed, as it was and as it is', async () => {
      await ground();
      const [a, b] = [anEvent('e-aaaaaaaaaa'), anEvent('e-bbbbbbbbbb')];
      await put([
        { kind: 'event', payload: a },
        { kind: 'event', payload: b },
      ]);
      const later = { ...a, title: { en: 'Later' } };
      await put([{ kind: 'event', payload: later }], 'correction');
      await publish([{ kind: 'event', id: b.id, change: 'retraction' }]);
      const replaced = async (n: number) => (await at(n)).replaced('event');
      expect(await replaced(2)).toEqual([
        { id: a.id, was: undefined, is: a },
        { id: b.id, was: undefined, is: b },
      ]);
      expect(await replaced(3)).toEqual([{ id: a.id, was: a, is: later }]);
      expect(await replaced(4)).toEqual([{ id: b.id, was: b, is: undefined }]);
      expect(await (await at(3)).replaced('report')).toEqual([]);
    });

    it('tells what leans on an item, as each edition has it', async () => {
      await ground();
      await put([
        { kind: 'report', payload: aReport('r-bbbbbbbbbb', { dated_by: ['r-aaaaaaaaaa' as never] }) },
      ]);
      await put([{ kind: 'event', payload: anEvent('e-aaaaaaaaaa') }]);
      await publish([{ kind: 'event', id: 'e-aaaaaaaaaa', change: 'retraction' }]);
      const on = async (n: number, kind: 'place' | 'report', id: string) =>
        (await (await at(n)).leaningOn({ kind, id })).map((one) => [one.kind, one.payload.id]);
      expect(await on(1, 'report', 'r-aaaaaaaaaa')).toEqual([]);
      expect(await on(3, 'report', 'r-aaaaaaaaaa')).toEqual([
        ['event', 'e-aaaaaaaaaa'],
        ['report', 'r-bbbbbbbbbb'],
      ]);
      expect(await on(3, 'place', 'dnipro')).toEqual([['event', 'e-aaaaaaaaaa']]);
      expect(await on(4, 'place', 'dnipro')).toEqual([]);
      expect(await on(4, 'report', 'r-bbbbbbbbbb')).toEqual([]);
    });

    it('gives the statements from a day on, as each edition has them', async () => {
      const [one, two, three] = ['2024-10-01', '2024-10-02', '2024-10-03'].map((d) =>
        aStatement('russia', square(36, 47, 37, 48), d),
      ) as [Statement, Statement, Statement];
      await put([one, two, three].map((payload) => ({ kind: 'statement', payload })));
      await put([{ kind: 'statement', payload: { ...three, day: day('2024-09-30') } }], 'correction');
      await publish([{ kind: 'statement', id: two.id, change: 'retraction' }]);
      const from = async (n: number, d: string) =>
        (await (await at(n)).statements({ since: day(d) })).map((s) => [s.id, s.day]);
      expect(await from(1, '2024-10-02')).toEqual([
        [two.id, '2024-10-02'],
        [three.id, '2024-10-03'],
      ]);
      expect(await from(2, '2024-10-02')).toEqual([[two.id, '2024-10-02']]);
      expect(await from(3, '2024-10-02')).toEqual([]);
      expect(await from(3, '2024-09-30')).toEqual([
        [one.id, '2024-10-01'],
        [three.id, '2024-09-30'],
      ]);
      expect((await (await at(1)).statement(two.id))?.day).toBe('2024-10-02');
      expect(await (await at(3)).statement(two.id)).toBeUndefined();
    });

    it('tells what was looked at apart from who holds what, and both as each edition has them', async () => {
      const held = aStatement('russia', square(36, 47, 37, 48), '2024-10-01');
      const seen = aReview('v-aaaaaaaaaa', { day: day('2024-10-02') });
      await put([held, seen].map((payload) => ({ kind: 'statement', payload })));
      await put([{ kind: 'statement', payload: { ...seen, day: day('2024-10-05') } }], 'update');
      await publish([{ kind: 'statement', id: seen.id, change: 'retraction', note: { en: 'Not so.' } }]);
      const told = async (n: number) => {
        const reader = await at(n);
        return [
          (await reader.statements()).map((s) => s.id),
          (await reader.statements({ since: day('2024-01-01') })).map((s) => s.id),
          (await reader.reviews()).map((r) => r.day),
          (await reader.review(seen.id))?.day,
        ];
      };
      expect(await told(1)).toEqual([[held.id], [held.id], ['2024-10-02'], '2024-10-02']);
      expect(await told(2)).toEqual([[held.id], [held.id], ['2024-10-05'], '2024-10-05']);
      expect(await told(3)).toEqual([[held.id], [held.id], [], undefined]);
      const reader = await at(2);
      // Neither is found by the name of the other.
      expect(await reader.statement(seen.id as never)).toBeUndefined();
      expect(await reader.review(held.id as never)).toBeUndefined();
      expect((await (await at(3)).fateOf('statement', seen.id))?.type).toBe('retracted');
    });

    it('answers for a date with the last edition published before it', async () => {
      await publish([]);
      await publish([]);
      expect((await store.public.editionBefore(2_000))?.number).toBeUndefined();
      expect((await store.public.editionBefore(2_001))?.number).toBe(1);
      expect((await store.public.editionBefore(9_999_999))?.number).toBe(2);
    });

    it('makes one edition after another when many publish at once, losing none', async () => {
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, (_, i) =>
          store.desk.publish({ published_at: 10_000 + i, note: { en: `n${i}` }, entries: [] }, noObjects),
        ),
      );
      const done = results.filter((r) => r.status === 'fulfilled').length;
      expect((await store.public.head()).number).toBe(done);
      expect(done).toBe(8);
    });
  });
}
