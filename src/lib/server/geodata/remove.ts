import { buildObjects } from '../editions/objects.ts';
import type { Store } from '../store/store.ts';
import { ITEM_KINDS, type ItemKind } from '#lib/domain/history/edition.ts';

/** What one author has made public but for places: those are a gazetteer, of use to whoever comes after. */
export const demonstrationOf = async (
  store: Store,
  author: string,
): Promise<{ kind: ItemKind; id: string }[]> =>
  (await store.desk.publicItems(author)).filter(({ kind }) => kind !== 'place');

/**
 * Publish an edition that retracts what one author wrote of the public revisions; the places stay, so that the map has
 * names and its search finds them.
 *
 * @returns how many items were retracted
 */
export async function retractAll(store: Store, author: string, now: number): Promise<number> {
  const items = await demonstrationOf(store, author);
  if (items.length === 0) return 0;
  const order = (kind: string): number => ITEM_KINDS.indexOf(kind as (typeof ITEM_KINDS)[number]);
  await store.desk.publish(
    {
      published_at: now,
      note: {
        en: 'The demonstration that ships with Salient was removed; its gazetteer stays.',
        uk: 'Демонстраційні дані, що постачаються із Salient, вилучено; словник назв лишився.',
      },
      entries: [...items]
        .sort((a, b) => order(b.kind) - order(a.kind))
        .map(({ kind, id }) => ({ kind, id, change: 'retraction' as const })),
    },
    buildObjects,
  );
  return items.length;
}
