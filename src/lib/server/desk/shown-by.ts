import { embedFromUrl, followingOf } from '#lib/domain/embed/options.ts';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import { concerned } from '#lib/scene/concerned.ts';
import { scenesShown } from '../embed/later.ts';
import { readAsked } from '../pages/asked.ts';
import type { Store } from '../store/store.ts';

/**
 * Which newsrooms have a pinned map that shows an item, by their names: a correction or a retraction of it puts a
 * ribbon on each. How far a line would move is not known before it is published; ground counts where it lies.
 */
export async function shownBy({
  public: store,
  widgets,
}: Pick<Store, 'public' | 'widgets'>): Promise<(kind: ItemKind, id: string) => string[]> {
  const maps = await Promise.all(
    (await widgets.all()).map(async ({ name, query }) => {
      const params = new URLSearchParams(query);
      const { options } = embedFromUrl(params);
      if (followingOf(options.view) !== 'keep') return [];
      const { control, ...asked } = await readAsked(store, params, options.lang);
      return [{ name, control, shown: scenesShown({ control, ...asked }, options.lang) }];
    }),
  );
  return (kind, id) => {
    const change = { edition: 0, item: { kind, id }, change: 'correction', note: undefined } as const;
    return maps
      .flat()
      .filter(({ shown, control }) => concerned(shown, control, undefined, [change]).length > 0)
      .map(({ name }) => name);
  };
}
