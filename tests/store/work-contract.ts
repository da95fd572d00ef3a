import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Unfinished } from '#lib/domain/desk/faults.ts';
import type { DeskState } from '#lib/domain/desk/workflow.ts';
import type { Store } from '#lib/server/store/store.ts';
import type { Save, Saved } from '#lib/server/store/work.ts';
import { anEvent, aPlace, aReport } from '../fixtures/items.ts';

const ID = 'e-aaaaaaaaaa';

/** What every store must do for the desk. A second store passes by giving its own `open`. */
export function workContract(name: string, open: (now: () => number) => Promise<Store>): void {
  describe(`${name}: the desk`, () => {
    let store: Store;
    let clock = 1_000;
    let keys = 0;
    beforeEach(async () => {
      clock = 1_000;
      store = await open(() => (clock += 1));
      return () => store.close();
    });
    const event = (more: object = {}): Unfinished => ({ ...anEvent(ID), ...more }) as unknown as Unfinished;
    const write = (base: number, payload: Unfinished, more: Partial<Save> = {}): Promise<Saved> =>
      store.work.write({ key: `k${(keys += 1)}`, kind: 'event', base, payload, by: 'olha', ...more });
    const publishEvent = async (revision: number, change: 'new' | 'correction' | 'retraction' = 'new') => {
      if (change === 'new') {
        await store.desk.save([
          { kind: 'place', payload: aPlace('dnipro', [35.04, 48.46]), by: 'seed' },
          { kind: 'report', payload: aReport('r-aaaaaaaaaa'), by: 'seed' },
        ]);
      }
      const entries = [
        ...(change === 'new'
          ? [
              { kind: 'place', id: 'dnipro', revision: 1, change } as const,
              { kind: 'report', id: 'r-aaaaaaaaaa', revision: 1, change } as const,
            ]
          : []),
        { kind: 'event', id: ID, revision, change } as const,
      ];
      return store.desk.publish(
        { published_at: (clock += 1), note: { en: 'n' }, entries },
        async () => new Map(),
      );
    };

    it('writes several things together, or none of them where one is a conflict', async () => {
      const save = (id: string, base: number, title: string): Save => ({
        key: `k${(keys += 1)}`,
        kind: 'event',
        base,
        payload: { id, title: { en: title } },
        by: 'olha',
      });
      const other = 'e-bbbbbbbbbb';
      const both = await store.work.writeAll([save(ID, 0, 'One'), save(other, 0, 'Two')]);
      expect(both.map((s) => s.outcome)).toEqual(['saved', 'saved']);
      await store.work.write({ ...save(other, 1, 'Two, by another'), by: 'taras' });
      const [told, ...rest] = await store.work.writeAll([
        save(ID, 1, 'One more'),
        save(other, 1, 'Two more'),
      ]);
      expect(told?.outcome).toBe('conflict');
      expect(rest).toEqual([]);
      expect((await store.work.item('event', ID))?.payload).toEqual({ id: ID, title: { en: 'One' } });
      await expect(store.work.writeAll([save(ID, 1, 'One more'), save(other, 9, 'x')])).rejects.toThrow(
        /has no revision 9/,
      );
      expect((await store.work.item('event', ID))?.revision).toBe(1);
    });

    it('finds what names a thing as it stands now, whole words only', async () => {
      await write(0, { id: ID, location: { place: 'dnipro' } });
      await write(0, { id: 'e-bbbbbbbbbb', location: { place: 'dnipro-city' } });
      const naming = async () => (await store.work.naming(['event'], 'dnipro')).map((entry) => entry.id);
      expect(await naming()).toEqual([ID]);
      expect(await store.work.naming(['statement'], 'dnipro')).toEqual([]);
      await write(1, { id: ID, location: { place: 'kyiv' } });
      expect(await naming()).toEqual([]);
    });

    it('finds items by what they rest on, and tells what it has of some ids', async () => {
      const claim = (citation: object, aspect = 'occurred') => ({ aspect, citation });
      const url = 'https://www.example.org/a/?utm_source=x';
      await write(0, { id: 'r-aaaaaaaaaa', url }, { kind: 'report' });
      await write(0, { id: ID, claims: [claim({ report: 'r-aaaaaaaaaa' })] });
      const locator = { en: 'row 5, https://example.org/b' };
      const inLocator = { id: 'e-bbbbbbbbbb', claims: [claim({ report: 'r-bbbbbbbbbb', locator })] };
      await store.desk.save([{ kind: 'event', payload: inLocator as never, by: 'test' }]);
      const staged = { id: 'e-cccccccccc', claims: [claim({ report: 'r-aaaaaaaaaa' }, 'location'), null] };
      await store.desk.stage('one', [{ kind: 'event', payload: staged as never, by: 'import' }]);
      const found = async (...keys: string[]) =>
        (await store.work.linking(keys)).map(({ key, kind, id }) => [key, kind, id]);
      expect(await found('example.org/a', 'example.org/none')).toEqual([
        ['example.org/a', 'report', 'r-aaaaaaaaaa'],
      ]);
      // A place that is cited for where it was alone is not what the event rests on.
      expect(await found('r-aaaaaaaaaa')).toEqual([['r-aaaaaaaaaa', 'event', ID]]);
      expect(await found('example.org/b')).toEqual([['example.org/b', 'event', 'e-bbbbbbbbbb']]);
      expect(await found()).toEqual([]);

      // What is in a batch only is not had yet.
      const asked = [ID, 'e-bbbbbbbbbb', 'e-cccccccccc', ID];
      expect([...(await store.work.having('event', asked)).keys()].sort()).toEqual([ID, 'e-bbbbbbbbbb']);
      expect((await store.work.having('event', ['e-bbbbbbbbbb'])).get('e-bbbbbbbbbb')).toEqual(inLocator);
      expect((await store.work.having('report', [ID])).size).toBe(0);
      const rebuild = { holds: () => false, build: async () => new Map<string, never>() };
      await store.publishing.takeDown({ kind: 'event', id: ID, by: 'olha', reason: 'endangers' }, rebuild);
      expect(await found('r-aaaaaaaaaa')).toEqual([]);
    });

    it('finds what begins on a day near a point as a plain scan would', async () => {
      const days = ['2024-11-20', '2024-11-21', '2024-11-22'];
      const step = fc.integer({ min: 0, max: 20 }).map((n) => n / 10);
      const spot = fc.record({ day: fc.constantFrom(...days), lng: step, lat: step });
      const ids = Array.from({ length: 60 }, (_, i) => `e-${String.fromCharCode(97 + (i % 26)).repeat(9)}${'abc'[i / 26 | 0]}`); // prettier-ignore
      const spots = fc.sample(spot, { numRuns: ids.length, seed: 7 });
      const events = spots.map(({ day, lng, lat }, i) =>
        anEvent(ids[i] as string, { point: [lng, lat], period: { from: day as never } }),
      );
      await store.desk.save(events.map((payload) => ({ kind: 'event' as const, payload, by: 'test' })));
      await fc.assert(
        fc.asyncProperty(fc.array(spot, { maxLength: 4 }), async (asked) => {
          const boxes = asked.map(({ day, lng, lat }) => ({
            day: day as never,
            box: [lng - 0.3, lat - 0.3, lng + 0.3, lat + 0.3] as const,
          }));
          const isIn = (s: (typeof spots)[number]): boolean =>
            boxes.some(
              ({ day, box: [west, south, east, north] }) =>
                day === s.day && s.lng >= west && s.lng <= east && s.lat >= south && s.lat <= north,
            );
          const expected = ids.filter((_, i) => isIn(spots[i] as (typeof spots)[number])).sort();
          const found = await store.work.onDays('event', boxes);
          expect(found.map(({ id }) => id)).toEqual(expected);
          for (const { id, day, point } of found) {
            const { lng, lat, day: on } = spots[ids.indexOf(id)] as (typeof spots)[number];
            expect([day, ...point]).toEqual([on, lng, lat]);
          }
        }),
        { numRuns: 60, seed: 20241126 },
      );
    });

    it('finds what is near in place and days, the nearest first, among far more than it tells', async () => {
      const many = Array.from({ length: 600 }, (_, i) => {
        const id = `e-${i
          .toString(26)
          .padStart(10, '0')
          .replace(/[0-9]/g, (d) => 'qrstuvwxyz'[Number(d)] ?? '')}`;
        const point = [36.5 + (i % 20) / 1000, 48.5] as const;
        return anEvent(id, { point, period: { from: '2024-10-01', until: '2024-10-02' } as never });
      });
      const at = (id: string, lng: number, period: object) =>
        anEvent(id, { point: [lng, 48], period: period as never });
      const day = { from: '2024-11-21', until: '2024-11-22' };
      await store.desk.save(
        [
          ...many,
          at('e-yyyyyyyyyy', 37.2, day),
          at('e-zzzzzzzzzz', 37.01, day),
          at('e-zzzzzzzzzy', 37.1, { until: '2024-12-01' }),
          at('e-zzzzzzzzzx', 37, { from: '2024-11-25', until: '2024-11-26' }),
        ].map((payload) => ({ kind: 'event' as const, payload, by: 'test' })),
      );
      const box = [36.4, 47.4, 37.6, 48.6] as const;
      const around = { from: '2024-11-18', until: '2024-11-25' } as never;
      expect((await store.work.around('event', box, around)).map((row) => row.id)).toEqual([
        'e-zzzzzzzzzz',
        'e-zzzzzzzzzy',
        'e-yyyyyyyyyy',
      ]);
      const all = await store.work.around('event', box);
      expect(all).toHaveLength(500);
      expect(all[0]?.id).toBe('e-zzzzzzzzzx');
    });

    it('keeps a draft of which anything is missing, and finds it by what there is', async () => {
      expect(await write(0, { id: ID })).toMatchObject({ outcome: 'saved', revision: 1 });
      await write(1, { id: ID, title: { en: 'A strike on Dnipro' }, point: [35, 48], kind: 'strike' });
      expect(await store.work.item('event', ID)).toMatchObject({
        revision: 2,
        state: 'draft',
        title: 'A strike on Dnipro',
        sort: 'strike',
        point: [35, 48],
        published: undefined,
        writers: ['olha'],
      });
      const found = (text: string) => store.work.queue({ text, limit: 5 });
      expect((await found('DNIPRO')).map((r) => r.id)).toEqual([ID]);
      expect(await found('Kyiv')).toEqual([]);
      await write(2, { id: ID, title: { en: 'A strike on Dnipro', uk: 'Удар по Дніпру' } });
      for (const text of ['удар по дн', 'УДАР', 'dnipro', 'Дніпро', 'on  Dnipro’'])
        expect(
          (await found(text)).map((r) => r.id),
          text,
        ).toEqual([ID]);
      expect(await found('Удар по Києву')).toEqual([]);
      expect(await found('…')).toEqual([]);
      await write(3, { id: ID, title: 'Неподібне' as never, names: ['x', { text: 7 }] as never });
      expect((await found('неподібне')).map((r) => r.id)).toEqual([ID]);
      await write(4, { id: ID, title: { en: 'A strike on Dnipro' }, point: [35, 48], kind: 'strike' });
      expect(await store.work.around('event', [34, 47, 36, 49])).toHaveLength(1);
      expect(await store.work.around('event', [30, 47, 31, 49])).toEqual([]);
    });

    it('answers a repeated save as the first time and writes nothing twice', async () => {
      const first = await write(0, event(), { key: 'same' });
      await write(1, event({ kind: 'clash', weapon: undefined, target: undefined }));
      expect(await write(0, event(), { key: 'same' })).toEqual(first);
      expect(await store.work.revisions('event', ID)).toHaveLength(2);
    });

    it('merges what two wrote in different fields, and keeps both', async () => {
      await write(0, event());
      await write(1, event({ title: { en: 'Another title' } }), { by: 'taras' });
      expect(await write(1, event({ role: 'rear' }))).toMatchObject({
        outcome: 'saved',
        revision: 3,
        merged: true,
        payload: { title: { en: 'Another title' }, role: 'rear' },
      });
      expect([...((await store.work.item('event', ID))?.writers ?? [])].sort()).toEqual(['olha', 'taras']);
    });

    it('writes nothing where two wrote the same field, and shows both', async () => {
      await write(0, event());
      await write(1, event({ role: 'front' }), { by: 'taras' });
      expect(await write(1, event({ role: 'rear' }))).toMatchObject({
        outcome: 'conflict',
        conflicts: [{ path: ['role'], base: 'deep-strike', mine: 'rear', theirs: 'front' }],
        theirs: { number: 2, by: 'taras' },
      });
      expect(await store.work.revisions('event', ID)).toHaveLength(2);
      expect(await write(2, event({ role: 'rear' }))).toMatchObject({ outcome: 'saved', revision: 3 });
    });

    it('writes no revision for what is as it was, and refuses one that it never gave', async () => {
      await write(0, event());
      expect(await write(1, event())).toMatchObject({ outcome: 'saved', revision: 1 });
      await expect(write(7, event())).rejects.toThrow(/no revision 7/);
    });

    it('loses no change, whoever writes what from whichever revision', async () => {
      const fields = ['a', 'b', 'c', 'd'] as const;
      const steps = fc.array(
        fc.record({ field: fc.constantFrom(...fields), value: fc.nat(3), behind: fc.nat(2) }),
        { maxLength: 12 },
      );
      let id = 0;
      await fc.assert(
        fc.asyncProperty(steps, async (all) => {
          const own = `x-${(id += 1)}`;
          const seen: Unfinished[] = [{ id: own }];
          for (const { field, value, behind } of all) {
            const base = Math.max(0, seen.length - 1 - behind);
            const payload = { ...(seen[base] as Unfinished), [field]: value };
            const head = seen.at(-1) as Unfinished;
            const saved = await write(base, payload);
            if (saved.outcome === 'conflict') {
              expect(head[field]).not.toEqual(value);
              expect(head[field]).not.toEqual((seen[base] as Unfinished)[field]);
              continue;
            }
            // Nobody else's field is touched, and mine is there unless I left it as it was.
            const mine = (seen[base] as Unfinished)[field] === value ? head[field] : value;
            expect(saved.payload).toEqual(JSON.parse(JSON.stringify({ ...head, [field]: mine })));
            seen[saved.revision] = saved.payload;
          }
        }),
        { numRuns: 40 },
      );
    });

    it('moves an item by a rule, tells the audit log, and moves nothing that was not seen', async () => {
      await write(0, event());
      const submit = (revision: number) =>
        store.work.move({ kind: 'event', id: ID, revision }, 'olha', 'submit', (s) =>
          s.faults === 0 ? 'review' : 'faults',
        );
      await write(1, event({ role: 'rear' }));
      expect(await submit(1)).toBe('changed');
      expect(await submit(2)).toBe('review');
      expect((await store.work.item('event', ID))?.state).toBe('review');
      expect(await store.work.audit(1)).toMatchObject([
        { by: 'olha', action: 'submit', subject: `event ${ID}`, detail: { from: 'draft', to: 'review' } },
      ]);
      expect(await store.work.verifyAudit()).toBeUndefined();
      expect(await store.work.counts()).toMatchObject({ draft: 0, review: 1 });
    });

    it('takes a move back for who made it, until something is written', async () => {
      await write(0, event());
      const to = (move: 'submit' | 'undo', by: string, revision = 1) =>
        store.work.move({ kind: 'event', id: ID, revision }, by, move, (s) =>
          move === 'submit' ? 'review' : s.last?.by === by ? s.last.from : 'state',
        );
      await to('submit', 'olha');
      expect(await to('undo', 'taras')).toBe('state');
      expect(await to('undo', 'olha')).toBe('draft');
      await to('submit', 'olha');
      await write(1, event({ role: 'rear' }));
      expect(await to('undo', 'olha', 2)).toBe('state');
    });

    it('lets an approval hold for what was approved and nothing later', async () => {
      await write(0, event());
      await store.work.move({ kind: 'event', id: ID, revision: 1 }, 'taras', 'approve', () => 'approved');
      await write(1, event({ role: 'rear' }));
      expect((await store.work.item('event', ID))?.state).toBe('draft');
    });

    it('has nothing waiting once an edition took it up, but what was written meanwhile', async () => {
      await write(0, event());
      await publishEvent(1);
      expect(await store.work.item('event', ID)).toMatchObject({
        state: 'public',
        published: 1,
        writers: [],
      });
      await write(1, event({ role: 'rear' }));
      await write(2, event({ role: 'front' }));
      await publishEvent(2, 'correction');
      expect(await store.work.item('event', ID)).toMatchObject({ state: 'draft', published: 2, revision: 3 });
      await publishEvent(3, 'retraction');
      expect(await store.work.item('event', ID)).toMatchObject({ state: 'discarded', published: undefined });
    });

    it('puts a change to what is public away and leaves what readers see', async () => {
      await write(0, event());
      await publishEvent(1);
      await write(1, event({ role: 'rear' }));
      const put = { kind: 'event', id: ID, revision: 2 } as const;
      expect(await store.work.move(put, 'olha', 'discard', () => 'discarded')).toBe('public');
      expect(await store.work.item('event', ID)).toMatchObject({
        revision: 3,
        payload: { role: 'deep-strike' },
      });
      expect((await store.work.revisions('event', ID))[1]?.payload).toMatchObject({ role: 'rear' });
    });

    it('gives a retraction up that is put away, takes that back, and leaves the item to be changed', async () => {
      await write(0, event());
      await publishEvent(1);
      const to = (move: string, state: DeskState | 'back') =>
        store.work.move({ kind: 'event', id: ID, revision: 1 }, 'olha', move, ({ last }) =>
          state === 'back' ? (last?.by === 'olha' ? last.from : 'state') : state,
        );
      const stands = async () => {
        const { state, retraction } = (await store.work.item('event', ID)) ?? {};
        return [state, retraction];
      };
      expect(await to('undo', 'back')).toBe('state');
      for (const givingUp of ['discard', 'keep']) {
        await to('retract', 'review');
        expect(await stands()).toEqual(['review', true]);
        expect(await to(givingUp, 'discarded')).toBe('public');
        expect(await stands()).toEqual(['public', false]);
        expect(await to('undo', 'back')).toBe('review');
        expect(await stands()).toEqual(['review', true]);
        expect(await to(givingUp, 'discarded')).toBe('public');
      }
      // A correction that comes later is one, and takes nothing out of the edition.
      await write(1, event({ role: 'rear' }));
      expect(await stands()).toEqual(['draft', false]);
    });

    it('keeps every text that was pasted for a report, and what was drawn from its words', async () => {
      expect(await store.work.pasteText('r-aaaaaaaaaa', 'First words.', 'olha')).toBe(1);
      expect(await store.work.pasteText('r-aaaaaaaaaa', 'First words.', 'olha')).toBe(1);
      expect(await store.work.pasteText('r-aaaaaaaaaa', 'Other words.', 'taras')).toBe(2);
      expect((await store.work.textsOf('r-aaaaaaaaaa')).map((t) => t.text)).toEqual([
        'Other words.',
        'First words.',
      ]);
      const drawn = { number: 2, start: 0, until: 5, kind: 'event', id: ID } as const;
      await store.work.draw('r-aaaaaaaaaa', drawn, 'olha');
      await store.work.draw('r-aaaaaaaaaa', drawn, 'olha');
      expect(await store.work.drawnFrom('r-aaaaaaaaaa')).toEqual([drawn]);
    });

    it('keeps what is said about an item, who has it open, and what a newsroom set', async () => {
      await store.work.comment('event', ID, 'Which bank of the river?', 'taras');
      const [comment] = await store.work.commentsOf('event', ID);
      await store.work.resolve(comment?.id ?? '', 'olha');
      expect(await store.work.commentsOf('event', ID)).toMatchObject([
        { by: 'taras', text: 'Which bank of the river?', resolved_at: expect.any(Number) },
      ]);
      expect(await store.work.here('event', ID, 'olha', 0)).toEqual([]);
      expect(await store.work.here('event', ID, 'taras', 0)).toEqual(['olha']);
      expect(await store.work.here('event', ID, 'taras', clock)).toEqual([]);
      expect(await store.work.setting('review')).toBeUndefined();
      await store.work.settle('review', { twoPeople: false }, 'olha');
      expect(await store.work.setting('review')).toEqual({ twoPeople: false });
    });

    it('marks items with tags, finds them by those, and takes tags off again', async () => {
      const other = 'e-bbbbbbbbbb';
      await write(0, event());
      await store.work.write({
        key: 'of-the-other',
        kind: 'event',
        base: 0,
        payload: { id: other },
        by: 'olha',
      });
      const arrange = (id: string, what: object) => store.work.arrange('event', id, 'olha', what);
      for (const tag of ['to call back', 'Kherson', 'Kherson']) expect(await arrange(ID, { tag })).toBe(true);
      await arrange(other, { tag: 'Kherson' });
      expect((await store.work.item('event', ID))?.tags).toEqual(['Kherson', 'to call back']);
      expect(await store.work.tags()).toEqual(['Kherson', 'to call back']);
      const found = async (tag: string) =>
        (await store.work.queue({ tag, limit: 5 })).map((row) => row.id).sort();
      expect(await found('Kherson')).toEqual([ID, other]);
      expect(await found('to call back')).toEqual([ID]);
      expect(await found('Kher')).toEqual([]);
      // Writing it, and arranging something else, leaves them.
      await write(1, event({ role: 'rear' }));
      await arrange(ID, { assignee: 'taras' });
      await arrange(ID, { untag: 'to call back' });
      await arrange(ID, {});
      expect(await store.work.item('event', ID)).toMatchObject({ tags: ['Kherson'], assignee: 'taras' });
      await arrange(ID, { untag: 'Kherson' });
      expect((await store.work.item('event', ID))?.tags).toEqual([]);
      expect(await store.work.tags()).toEqual(['Kherson']);
      expect(await store.work.verifyAudit()).toBeUndefined();
    });

    it('arranges who sees to an item and until when it is held back', async () => {
      await write(0, event());
      const until = 9_000_000;
      expect(await store.work.arrange('event', ID, 'olha', { assignee: 'taras', embargo_until: until })).toBe(
        true,
      );
      expect(await store.work.queue({ assignee: 'taras', limit: 5 })).toHaveLength(1);
      expect(await store.work.queue({ embargoedAfter: clock, limit: 5 })).toHaveLength(1);
      expect(await store.work.counts()).toMatchObject({ embargoed: 1 });
      await store.work.arrange('event', ID, 'olha', { assignee: null, note: { en: 'Mended.' } });
      expect(await store.work.item('event', ID)).toMatchObject({
        assignee: undefined,
        note: { en: 'Mended.' },
      });
      expect(await store.work.arrange('event', 'e-bbbbbbbbbb', 'olha', { assignee: 'x' })).toBe(false);
    });
  });
}
