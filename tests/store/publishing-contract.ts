import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import { day } from '#lib/domain/time/day.ts';
import { buildObjects } from '#lib/server/editions/objects.ts';
import { monthsOf, STATEMENTS } from '#lib/server/editions/kept.ts';
import { rebuilder } from '#lib/server/editions/rebuild.ts';
import { NotAsSeen, type Seen } from '#lib/server/store/publishing.ts';
import { NotPublishable, type Builder, type Store } from '#lib/server/store/store.ts';
import { aStatement, square } from '../fixtures/ground.ts';
import { anEvent, aPlace, aReport } from '../fixtures/items.ts';
import { aReview } from '../fixtures/review.ts';

const ID = 'e-aaaaaaaaaa';
const OTHER = 'e-bbbbbbbbbb';
/** Where an edition keeps the events of the month that these tests are about. */
const MONTH = 'events/2024-11.geojson';
const BEFORE = { from: day('2024-10-26'), until: day('2024-10-27') };
const asJson = (media: string, of: unknown) => ({
  media,
  bytes: new TextEncoder().encode(JSON.stringify(of)),
});
const NOTE = { en: 'What was held back.' };

/** What every store must do to publish and to erase. `open` opens the same store again, as another process would. */
export function publishingContract(
  name: string,
  make: () => Promise<{ file: string; open: () => Promise<Store> }>,
): void {
  describe(`${name}: publishing`, () => {
    let store: Store;
    let again: () => Promise<Store>;
    let file: string;
    let keys = 0;
    beforeEach(async () => {
      ({ open: again, file } = await make());
      store = await again();
      return () => store.close();
    });
    const write = async (kind: ItemKind, payload: object, base = 0, by = 'olha'): Promise<number> => {
      const saved = await store.work.write({
        key: `k${(keys += 1)}`,
        kind,
        base,
        payload: payload as Unfinished,
        by,
      });
      return saved.outcome === 'saved' ? saved.revision : 0;
    };
    const to = (
      kind: ItemKind,
      id: string,
      revision: number,
      state: 'review' | 'approved',
      action?: string,
    ) => store.work.move({ kind, id, revision }, 'taras', action ?? 'approve', () => state);
    const approve = async (kind: ItemKind, payload: { id: string }, base = 0): Promise<number> => {
      const revision = await write(kind, payload, base);
      await to(kind, payload.id, revision, 'approved');
      return revision;
    };
    const entry = (
      kind: ItemKind,
      id: string,
      revision: number,
      more: object = {},
    ): Seen['entries'][number] => ({
      kind,
      id,
      revision,
      change: 'new',
      ...more,
    });
    const publish = (edition: number, ...entries: Seen['entries']) =>
      store.publishing.publishSeen({ edition, by: 'olha', note: { en: 'n' }, entries }, buildObjects);
    const grounds = async () => {
      await approve('place', aPlace('dnipro', [35.04, 48.46]));
      await approve('report', aReport('r-aaaaaaaaaa'));
      return publish(0, entry('place', 'dnipro', 1), entry('report', 'r-aaaaaaaaaa', 1));
    };
    const hold = (id: string, ms: number) => store.work.arrange('event', id, 'olha', { embargo_until: ms });
    const readersSee = async (from = store) =>
      (await (await from.public.at((await from.public.head()).number))?.events())?.map((e) => e.id);

    it('makes an edition of what was seen, and says in the audit log who did', async () => {
      await grounds();
      await approve('event', anEvent(ID));
      expect(await publish(1, entry('event', ID, 1))).toMatchObject({ number: 2 });
      expect(await readersSee()).toEqual([ID]);
      expect(await store.work.audit(1)).toMatchObject([
        {
          by: 'olha',
          action: 'publish',
          subject: 'edition 2',
          detail: { entries: [{ id: ID, revision: 1 }] },
        },
      ]);
    });

    it('publishes nothing that is other than it was seen', async () => {
      await grounds();
      await approve('event', anEvent(ID));
      await approve('event', anEvent(OTHER));
      await expect(publish(0, entry('event', ID, 1))).rejects.toMatchObject({
        name: 'NotAsSeen',
        what: 'edition',
      });
      await write('event', anEvent(OTHER, { role: 'rear' }), 1);
      await expect(publish(1, entry('event', ID, 1), entry('event', OTHER, 1))).rejects.toThrow(NotAsSeen);
      await expect(publish(1, entry('event', OTHER, 2))).rejects.toThrow(NotAsSeen);
      await hold(ID, Date.now() + 3_600_000);
      await expect(publish(1, entry('event', ID, 1))).rejects.toThrow(NotAsSeen);
      expect((await store.public.head()).number).toBe(1);
    });

    it('names what an item leans on that is not public', async () => {
      await approve('event', anEvent(ID));
      await expect(publish(0, entry('event', ID, 1))).rejects.toThrow(NotPublishable);
    });

    it('publishes one correction that nobody approved, and lists it until another confirms it', async () => {
      await grounds();
      await approve('event', anEvent(ID));
      await publish(1, entry('event', ID, 1));
      await write('event', anEvent(ID, { role: 'rear' }), 1);
      const entries = [entry('event', ID, 2, { change: 'correction', note: { en: 'It was in the rear.' } })];
      await store.publishing.publishSeen(
        { edition: 2, by: 'olha', note: { en: 'n' }, entries, urgent: true },
        buildObjects,
      );
      const [waiting] = await store.publishing.unreviewed();
      expect(waiting).toMatchObject({ kind: 'event', id: ID, edition: 3, revision: 2, by: 'olha' });
      const what = { kind: 'event', id: ID, edition: 3 } as const;
      expect(await store.publishing.confirm(what, 'taras')).toBe(true);
      expect(await store.publishing.confirm(what, 'taras')).toBe(false);
      expect(await store.publishing.unreviewed()).toEqual([]);
      expect((await store.work.audit(2)).map((e) => e.action)).toEqual(['confirm', 'publish-urgent']);
    });

    it('gives ground its place within its day when it is approved, and what is held back its instant', async () => {
      const ground = (holder: 'russia' | 'ukraine') => {
        const { order: _, ...rest } = aStatement(holder, square(36, 47, 37, 48), '2024-11-20');
        return rest;
      };
      const [one, two] = [ground('russia'), ground('ukraine')];
      await approve('statement', one);
      await approve('statement', two);
      const [first, second] = await Promise.all([one, two].map((s) => store.work.item('statement', s.id)));
      expect([first, second].map((s) => [s?.state, s?.payload.order])).toEqual([
        ['approved', 0],
        ['approved', 1],
      ]);
      expect(first?.writers).toEqual(['olha']);
      await write('event', anEvent(ID));
      const until = Date.now() + 3_600_000;
      const give = () => ({ embargo_until: until });
      await store.work.move(
        { kind: 'event', id: ID, revision: 1 },
        'taras',
        'approve',
        () => 'approved',
        give,
      );
      expect(await store.work.item('event', ID)).toMatchObject({ state: 'approved', embargo_until: until });
    });

    it('releases what is due once, whichever of two that have it open asks, and nothing before', async () => {
      await grounds();
      const other = await again();
      try {
        for (const id of [ID, OTHER]) await approve('event', anEvent(id));
        await hold(ID, Date.now() - 1000);
        await hold(OTHER, Date.now() + 3_600_000);
        const made: number[] = [];
        for (const s of [store, other, store])
          made.push((await s.publishing.releaseDue(NOTE, buildObjects))?.number ?? 0);
        expect(made).toEqual([2, 0, 0]);
        expect(await readersSee(other)).toEqual([ID]);
        expect((await other.work.audit(1))[0]).toMatchObject({ by: 'embargo', action: 'release' });
        expect(await other.publishing.nextRelease()).toBeGreaterThan(0);
      } finally {
        await other.close();
      }
    });

    it('waits up to a minute for what is due soon after, so that both share an edition', async () => {
      await grounds();
      for (const id of [ID, OTHER]) await approve('event', anEvent(id));
      await hold(ID, Date.now() - 1000);
      await hold(OTHER, Date.now() + 30_000);
      expect(await store.publishing.releaseDue(NOTE, buildObjects)).toBeUndefined();
      await hold(OTHER, Date.now() - 500);
      await store.publishing.releaseDue(NOTE, buildObjects);
      expect(await readersSee()).toEqual([ID, OTHER]);
    });

    it('leaves what is due and leans on something that is not public to an editor, and releases the rest', async () => {
      await grounds();
      await approve('event', anEvent(ID));
      const [claim] = anEvent(OTHER).claims;
      const citing = { ...claim, citation: { report: 'r-bbbbbbbbbb' } };
      await approve('event', { ...anEvent(OTHER), claims: [citing] } as ReturnType<typeof anEvent>);
      for (const id of [ID, OTHER]) await hold(id, Date.now() - 1000);
      await store.publishing.releaseDue(NOTE, buildObjects);
      expect(await readersSee()).toEqual([ID]);
      expect(await store.publishing.releaseDue(NOTE, buildObjects)).toBeUndefined();
      await approve('report', aReport('r-bbbbbbbbbb'));
      await store.publishing.releaseDue(NOTE, buildObjects);
      expect(await readersSee()).toEqual([ID, OTHER]);
    });

    it('tells of what was retracted when and why, from that edition on', async () => {
      await grounds();
      await approve('event', anEvent(ID));
      await publish(1, entry('event', ID, 1));
      await to('event', ID, 1, 'review', 'retract');
      await to('event', ID, 1, 'approved');
      await publish(2, entry('event', ID, 1, { change: 'retraction', note: { en: 'It never happened.' } }));
      const [before, after] = await Promise.all([store.public.at(2), store.public.at(3)]);
      expect(await before?.fateOf('event', ID)).toBeUndefined();
      expect(await after?.fateOf('event', ID)).toMatchObject({
        type: 'retracted',
        edition: 3,
        note: { en: 'It never happened.' },
        title: { en: 'A missile hits Dnipro' },
      });
      expect(await after?.corrections()).toMatchObject([
        { edition: 3, change: 'retraction', item: { kind: 'event', id: ID } },
      ]);
      expect(await before?.corrections()).toEqual([]);
      expect(await after?.corrections({ after: 2 })).toHaveLength(1);
      expect(await after?.corrections({ after: 3 })).toEqual([]);
      expect(await after?.changesTo('event', { after: 1 })).toMatchObject([
        { edition: 3, change: 'retraction', item: { id: ID } },
        { edition: 2, change: 'new', item: { id: ID } },
      ]);
      expect(await before?.changesTo('event', { after: 1 })).toHaveLength(1);
      expect(await after?.changesTo('report', { after: 1 })).toEqual([]);
    });

    it('erases an item from every edition, the desk and the file, and leaves digests and log as they were', async () => {
      const secret = (n: number) => ({
        title: { en: `Whereabouts-hushword-${n} given away`, uk: `Таємниця-${n}` },
        point: [35.1234567, 48.7654321] as [number, number],
      });
      await grounds();
      await approve('event', anEvent(OTHER));
      await publish(1, entry('event', OTHER, 1));
      await approve('event', anEvent(ID, secret(1)));
      await publish(2, entry('event', ID, 1));
      await approve('event', anEvent(ID, secret(2)), 1);
      await publish(3, entry('event', ID, 2, { change: 'correction', note: { en: 'hushword-note' } }));
      await approve('place', aPlace('kyiv', [30.5, 50.4]));
      await publish(4, entry('place', 'kyiv', 1));
      await write('event', anEvent(ID, secret(3)), 2);
      await store.work.comment('event', ID, 'hushword-comment', 'olha');
      await store.work.pasteText('r-aaaaaaaaaa', 'It says hushword-passage here.', 'olha');
      const drawn = { number: 1, start: 8, until: 24, kind: 'event', id: ID } as const;
      await store.work.draw('r-aaaaaaaaaa', drawn, 'olha');
      const digests = (await store.public.editions()).map((e) => e.digest);
      const held = (await (await store.public.at(3))?.objects())?.get(MONTH) ?? '';
      const before = (await (await store.public.at(2))?.objects())?.get(MONTH);

      const what = { kind: 'event', id: ID, by: 'olha', reason: 'endangers' } as const;
      const done = await store.publishing.takeDown(what, rebuilder);
      expect(done?.editions).toEqual([3, 4, 5]);
      expect(done?.objects).toContain(held);

      for (const n of [3, 4, 5]) {
        const reader = await store.public.at(n);
        expect(await reader?.event(ID as never)).toBeUndefined();
        expect(await reader?.search('whereabouts', 5)).toEqual([]);
        expect(await reader?.eventsIn([35.1, 48.7, 35.2, 48.8])).toEqual([]);
        expect(await reader?.fateOf('event', ID)).toEqual({ type: 'taken-down' });
        const text = new TextDecoder().decode(await reader?.object(MONTH));
        expect(JSON.parse(text).features.map((f: { id: string }) => f.id)).toEqual([OTHER]);
        expect(reader?.edition.redactions).toBe(1);
      }
      // What was never in it is as it was, and what is the same again is the same object.
      const second = await store.public.at(2);
      expect(second?.edition.redactions).toBeUndefined();
      expect(await second?.fateOf('event', ID)).toBeUndefined();
      expect((await second?.objects())?.get(MONTH)).toBe(before);
      expect((await (await store.public.at(4))?.objects())?.get(MONTH)).toBe(before);
      expect(await (await store.public.at(5))?.placesIn([30, 50, 31, 51])).toHaveLength(1);
      expect([await store.public.object(held), await store.public.isGone(held)]).toEqual([undefined, true]);

      expect((await store.public.editions()).map((e) => e.digest)).toEqual(digests);
      expect(await store.work.verifyAudit()).toBeUndefined();
      expect(await store.work.item('event', ID)).toBeUndefined();
      expect(await store.work.commentsOf('event', ID)).toEqual([]);
      expect((await store.work.textsOf('r-aaaaaaaaaa'))[0]?.text).toBe(`It says ${'█'.repeat(16)} here.`);
      await expect(write('event', anEvent(ID), 3)).rejects.toThrow(/taken down/);

      // Not even an import, which writes past the desk, brings it back.
      const [revision = 0] = await store.desk.save([{ kind: 'event', payload: anEvent(ID), by: 'import' }]);
      const back = { kind: 'event', id: ID, revision, change: 'correction', note: { en: 'n' } } as const;
      await expect(
        store.desk.publish(
          { published_at: Date.now() + 1000, note: { en: 'n' }, entries: [back] },
          buildObjects,
        ),
      ).rejects.toThrow(/does not come back/);

      const bytes = readdirSync(dirname(file))
        .filter((other) => other.startsWith(basename(file)))
        .map((other) => readFileSync(join(dirname(file), other), 'utf8'))
        .join('');
      for (const word of ['hushword', 'Таємниця', 'whereabouts', 'Whereabouts', '35.1234567', '48.7654321'])
        expect(bytes.includes(word), word).toBe(false);
    });

    it('erases an item of an edition that keeps a list whole, as editions did before, and goes on from it by month', async () => {
      const whole: Builder = async (reader) =>
        new Map([
          ['events.geojson', asJson('application/geo+json', await reader.events())],
          ['reports.json', asJson('application/json', await reader.reports())],
        ]);
      const event = (id: string, from: string) =>
        anEvent(id, { title: { en: `hushword ${id}` }, period: { from: from as never } });
      await approve('place', aPlace('dnipro', [35.04, 48.46]));
      await approve('report', aReport('r-aaaaaaaaaa'));
      await approve('event', event(ID, '2024-11-21'));
      await approve('event', event(OTHER, '2024-10-21'));
      const first = [
        entry('place', 'dnipro', 1),
        entry('report', 'r-aaaaaaaaaa', 1),
        entry('event', ID, 1),
        entry('event', OTHER, 1),
      ];
      await store.publishing.publishSeen({ edition: 0, by: 'olha', note: NOTE, entries: first }, whole);
      const held = (await (await store.public.at(1))?.objects())?.get('events.geojson') ?? '';
      await approve('event', anEvent('e-cccccccccc'));
      await publish(1, entry('event', 'e-cccccccccc', 1));
      const eventsIn = async (n: number) => {
        const months = await (await store.public.at(n))?.objectsUnder('events');
        return Object.fromEntries(
          [...(months ?? [])].map(([name, bytes]) => [
            name,
            (JSON.parse(new TextDecoder().decode(bytes)) as { features: { id: string }[] }).features.map(
              (f) => f.id,
            ),
          ]),
        );
      };
      expect(await eventsIn(2)).toEqual({ 'events/2024-10.geojson': [OTHER], [MONTH]: [ID, 'e-cccccccccc'] });
      const what = { kind: 'event', id: ID, by: 'olha', reason: 'endangers' } as const;
      const done = await store.publishing.takeDown(what, rebuilder);
      expect(done?.objects).toContain(held);
      expect(await eventsIn(1)).toEqual({ 'events/2024-10.geojson': [OTHER] });
      expect(await eventsIn(2)).toEqual({ 'events/2024-10.geojson': [OTHER], [MONTH]: ['e-cccccccccc'] });
      await approve('event', anEvent('e-dddddddddd'));
      await publish(2, entry('event', 'e-dddddddddd', 1));
      expect((await eventsIn(3))[MONTH]).toEqual(['e-cccccccccc', 'e-dddddddddd']);
      expect(readFileSync(file, 'utf8')).not.toContain(`hushword ${ID}`);
    });

    it('tells how well events are known without a report that was taken down, in its own month and in theirs', async () => {
      await grounds();
      await approve('report', aReport('r-bbbbbbbbbb', { publisher: 'Another', published: BEFORE }));
      const one = anEvent(ID);
      const claims = [...one.claims, ...anEvent(ID).claims].map((claim, i) => ({
        ...claim,
        speaker: { name: { en: `Speaker ${i}` } },
        ...(i === 1 ? { citation: { report: 'r-bbbbbbbbbb' as never } } : {}),
      }));
      await approve('event', { ...one, claims } as { id: string });
      await publish(1, entry('report', 'r-bbbbbbbbbb', 1), entry('event', ID, 1));
      const said = async (name: string) =>
        new TextDecoder().decode(await (await store.public.at(2))?.object(name));
      expect(await said(MONTH)).toContain('"level":"corroborated"');
      const what = { kind: 'report', id: 'r-aaaaaaaaaa', by: 'olha', reason: 'law' } as const;
      await store.publishing.takeDown(what, rebuilder);
      expect(await said(MONTH)).toContain(ID);
      expect(await said('reports/2024-11.json')).toBe('');
      expect(await said('reports/2024-10.json')).toContain('r-bbbbbbbbbb');
      const other = { kind: 'report', id: 'r-bbbbbbbbbb', by: 'olha', reason: 'law' } as const;
      await store.publishing.takeDown(other, rebuilder);
      expect(await said('reports/2024-10.json')).toBe('');
      // Nobody is known any more who published either of them.
      expect(await said(MONTH)).toContain('"level":"reported"');
    });

    it('publishes what was looked at beside control, and takes it down without a trace', async () => {
      await approve('report', aReport('r-aaaaaaaaaa'));
      const citations = [{ report: 'r-aaaaaaaaaa', says: { en: 'It moved.' } }] as never;
      const held = aStatement('russia', square(36, 47, 37, 48), '2024-11-20', { citations });
      await approve('statement', held);
      await publish(0, entry('report', 'r-aaaaaaaaaa', 1), entry('statement', held.id, 1));
      const seen = aReview('v-aaaaaaaaaa', { note: { en: 'The hushword was read.' } });
      await approve('statement', seen);
      // It is approved as it was written: it has no place among the statements of its day.
      expect((await store.work.item('statement', seen.id))?.payload).toEqual(seen);
      await publish(1, entry('statement', seen.id, 1));
      const objectsOf = async (n: number) => (await store.public.at(n))?.objects();
      const [one, two] = await Promise.all([objectsOf(1), objectsOf(2)]);
      const differing = [...(two ?? [])]
        .filter(([name, sha]) => one?.get(name) !== sha)
        .map(([name]) => name);
      expect(differing).toEqual(['reviewed.geojson']);
      const file = async (n: number) =>
        JSON.parse(
          new TextDecoder().decode(await (await store.public.at(n))?.object('reviewed.geojson')),
        ) as GeoJSON.FeatureCollection;
      expect((await file(1)).features).toEqual([]);
      const [feature] = (await file(2)).features;
      expect(feature).toMatchObject({ id: seen.id, properties: { day: seen.day, oblast: 'UA-14' } });
      expect(feature?.geometry.type).toBe('MultiPolygon');

      const what = { kind: 'statement', id: seen.id, by: 'olha', reason: 'endangers' } as const;
      expect((await store.publishing.takeDown(what, rebuilder))?.editions).toEqual([2]);
      expect((await file(2)).features).toEqual([]);
      expect(await (await store.public.at(2))?.reviews()).toEqual([]);
      expect((await (await store.public.at(2))?.statements())?.map((s) => s.id)).toEqual([held.id]);
    });

    it('paints control without ground that was taken down, in every edition that held it', async () => {
      await approve('report', aReport('r-aaaaaaaaaa'));
      const citations = [{ report: 'r-aaaaaaaaaa', says: { en: 'It moved.' } }] as never;
      const days = ['2024-11-20', '2024-11-21', '2024-11-22'];
      const all = days.map((d, i) => aStatement('russia', square(36 + i, 47, 37 + i, 48), d, { citations }));
      const ledger = {
        id: 'russia-assessed',
        holder: 'russia',
        basis: 'assessed',
        name: { en: 'Held' },
        definition: { en: 'Held.' },
        definition_from: days[0],
        resolution_m: 1000,
        demonstration: false,
        opens: days[0],
        last_reviewed: days[2],
      };
      await approve('ledger', ledger);
      const [one, two, three] = all as [(typeof all)[0], (typeof all)[0], (typeof all)[0]];
      for (const s of all) await approve('statement', s);
      await publish(
        0,
        entry('report', 'r-aaaaaaaaaa', 1),
        entry('ledger', ledger.id, 1),
        entry('statement', one.id, 1),
      );
      await publish(1, entry('statement', two.id, 1));
      await publish(2, entry('statement', three.id, 1));
      const what = { kind: 'statement', id: two.id, by: 'olha', reason: 'endangers' } as const;
      expect((await store.publishing.takeDown(what, rebuilder))?.editions).toEqual([2, 3]);
      const said = async (n: number): Promise<string[]> => {
        const edition = await store.public.at(n);
        const months = edition
          ? ((await monthsOf(edition, STATEMENTS)) as { statements: { id: string }[] }[])
          : [];
        return months.flatMap((month) => month.statements.map((s) => s.id)).sort();
      };
      expect(await said(1)).toEqual([one.id]);
      expect(await said(2)).toEqual([one.id]);
      expect(await said(3)).toEqual([one.id, three.id].sort());
      const { controlOf } = await import('#lib/server/editions/control.ts');
      const reader = await store.public.at(3);
      const control = reader && (await controlOf(reader));
      expect(control?.ground('russia', 'assessed', '2024-11-22' as never)).toHaveLength(2);
      // The next edition goes on from what was made anew.
      const fourth = aStatement('russia', square(40, 47, 41, 48), '2024-11-23', { citations });
      await approve('statement', fourth);
      await publish(3, entry('statement', fourth.id, 1));
      expect(await said(4)).toEqual([one.id, three.id, fourth.id].sort());
    });
  });
}
