import { beforeEach, describe, expect, it } from 'vitest';
import { NO_WORDS } from '#lib/domain/embed/keyed.ts';
import type { Store } from '#lib/server/store/store.ts';

const ID = 'w-aaaaaaaaaa';

/** What every store must do for the keys of newsrooms. A second store passes by giving its own `open`. */
export function widgetsContract(name: string, open: (now: () => number) => Promise<Store>): void {
  describe(`${name}: keyed widgets`, () => {
    let store: Store;
    let clock = 1_000;
    beforeEach(async () => {
      clock = 1_000;
      store = await open(() => clock);
      return () => store.close();
    });
    const make = (id = ID, more: { name?: string; hook?: string } = {}): Promise<void> =>
      store.widgets.make(
        {
          id,
          name: 'The Test Times',
          query: 'edition=1',
          words: NO_WORDS,
          sites: ['https://news.example'],
          hook: undefined,
          secret: 'hush',
          seen: 1,
          ...more,
        },
        'admin',
      );

    it('shows readers what it shows and who may show it, and never who is told or by what secret', async () => {
      expect(await store.public.widget(ID)).toBeUndefined();
      await make(ID, { hook: 'https://hook.example/' });
      expect(await store.public.widget(ID)).toEqual({
        id: ID,
        name: 'The Test Times',
        query: 'edition=1',
        words: NO_WORDS,
        sites: ['https://news.example'],
      });
    });

    it('moves its pin and words under the same id, and tells the audit log who did', async () => {
      await make();
      const words = {
        title: 'Own',
        credit: 'Us',
        callouts: [{ text: 'Here', point: [37, 48] as [number, number] }],
      };
      expect(await store.widgets.pin(ID, { query: 'edition=2', words }, 'olha')).toBe(true);
      expect(await store.public.widget(ID)).toMatchObject({ query: 'edition=2', words });
      expect(await store.widgets.pin('w-bbbbbbbbbb', { query: '', words }, 'olha')).toBe(false);
      const [last] = await store.work.audit(1);
      expect(last).toMatchObject({ by: 'olha', action: 'widget-pinned', subject: `widget ${ID}` });
    });

    it('lists them by name, changes who may show them and who is told, and forgets them with their calls', async () => {
      await make(ID, { name: 'Zulu' });
      await make('w-bbbbbbbbbb', { name: 'Alpha' });
      expect((await store.widgets.all()).map((w) => w.name)).toEqual(['Alpha', 'Zulu']);
      expect(await store.widgets.settle(ID, { sites: [], hook: 'https://hook.example/' }, 'admin')).toBe(
        true,
      );
      expect(await store.widgets.one(ID)).toMatchObject({ sites: [], hook: 'https://hook.example/' });
      await store.widgets.saw(ID, 2, '{}');
      expect(await store.widgets.drop(ID, 'admin')).toBe(true);
      expect(await store.widgets.drop(ID, 'admin')).toBe(false);
      expect(await store.widgets.one(ID)).toBeUndefined();
      expect(await store.widgets.due(10)).toEqual([]);
    });

    it('owes a call once for an edition, whoever else looked at it', async () => {
      await make();
      await store.widgets.saw(ID, 2, undefined);
      expect(await store.widgets.due(10)).toEqual([]);
      await store.widgets.saw(ID, 3, '{"edition":3}');
      await store.widgets.saw(ID, 3, '{"edition":3}');
      expect(await store.widgets.due(10)).toMatchObject([
        { widget: ID, edition: 3, body: '{"edition":3}', tries: 0 },
      ]);
      expect((await store.widgets.one(ID))?.seen).toBe(3);
    });

    it('tries a call again when it is due and no sooner, and lists what was answered', async () => {
      await make();
      await store.widgets.saw(ID, 2, '{}');
      const [call] = await store.widgets.due(10);
      await store.widgets.tried(call?.number ?? 0, { status: 500, answer: 'no', again: 60 });
      expect(await store.widgets.due(10)).toEqual([]);
      expect(await store.widgets.nextDue()).toBe(60);
      clock += 60;
      expect(await store.widgets.due(10)).toHaveLength(1);
      await store.widgets.tried(call?.number ?? 0, { status: 204, answer: '', again: undefined });
      expect(await store.widgets.due(10)).toEqual([]);
      expect(await store.widgets.nextDue()).toBeUndefined();
      expect(await store.widgets.calls(ID, 5)).toMatchObject([{ tries: 2, status: 204, answered_at: 1_060 }]);
    });
  });
}
