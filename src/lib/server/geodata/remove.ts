import { buildObjects } from '../editions/objects.ts';
import type { Store } from '../store/store.ts';
import { ITEM_KINDS } from '#lib/domain/history/edition.ts';

/**
 * Publish an edition that retracts every public item of which one author wrote the public revision.
 *
 * @returns how many items were retracted
 */
export async function retractAll(store: Store, author: string, now: number): Promise<number> {
  const items = await store.desk.publicItems(author);
  if (items.length === 0) return 0;
  const order = (kind: string): number => ITEM_KINDS.indexOf(kind as (typeof ITEM_KINDS)[number]);
  await store.desk.publish(
    {
      published_at: now,
      note: {
        en: 'The demonstration that ships with Salient was removed.',
        uk: 'Демонстраційні дані, що постачаються із Salient, вилучено.',
      },
      entries: [...items]
        .sort((a, b) => order(b.kind) - order(a.kind))
        .map(({ kind, id }) => ({ kind, id, change: 'retraction' as const })),
    },
    buildObjects,
  );
  return items.length;
}
