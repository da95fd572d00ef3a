import type { Statement } from '#lib/domain/control/statement.ts';
import { embedFromUrl, followingOf } from '#lib/domain/embed/options.ts';
import type { Event } from '#lib/domain/events/event.ts';
import type { ItemKind } from '#lib/domain/history/edition.ts';
import type { Lang } from '#lib/domain/text.ts';
import { minDay } from '#lib/domain/time/day.ts';
import { spanned } from '#lib/domain/view/compared.ts';
import { concerned, type Known, type ShownScene } from '#lib/scene/concerned.ts';
import { eventsOf } from '#lib/scene/marks.ts';
import { scenesShown } from '../embed/later.ts';
import { readAsked, type Asked } from '../pages/asked.ts';
import type { Store } from '../store/store.ts';

/** Newsrooms whose keyed maps show an item, by their names. */
export interface ShownBy {
  /**
   * Of maps that keep their edition: a correction or a retraction puts a ribbon on each, and any statement about ground
   * does where the line of their day runs otherwise by it.
   */
  readonly pinned: readonly string[];
  /** Of maps that show what is known now: any change is seen on them at once. */
  readonly following: readonly string[];
}

/**
 * Which newsrooms have a map that shows an item, or will show it as it is to be. How far a line would move is not known
 * before it is published; ground counts where it lies.
 */
export async function shownBy({
  public: store,
  widgets,
}: Pick<Store, 'public' | 'widgets'>): Promise<
  (kind: ItemKind, id: string, is: Event | Statement | undefined) => ShownBy
> {
  const maps = await Promise.all(
    (await widgets.all()).map(async ({ name, query }) => {
      const params = new URLSearchParams(query);
      const { options } = embedFromUrl(params);
      const asked = await readAsked(store, params, options.lang);
      const isPinned = followingOf(options.view) === 'keep';
      return { name, isPinned, asked, lang: options.lang, shown: scenesShown(asked, options.lang) };
    }),
  );
  return (kind, id, is) => {
    const change = { edition: 0, item: { kind, id }, change: 'correction', note: undefined } as const;
    const shows = (shown: readonly ShownScene[], is: Known): boolean =>
      concerned(shown, is, undefined, [change]).length > 0;
    const names = (of: readonly { readonly name: string }[]): string[] => [
      ...new Set(of.map(({ name }) => name)),
    ];
    return {
      pinned: names(
        maps.filter(({ isPinned, shown, asked }) => {
          if (!isPinned) return false;
          const stated = kind === 'statement' && is ? [is as Statement] : [];
          const then = { ...asked, control: { ...asked.control, statements: stated } };
          return shows(shown, asked) || shows(shown, then);
        }),
      ),
      following: names(
        maps.filter(({ isPinned, shown, asked, lang }) => {
          if (isPinned) return false;
          if (shows(shown, asked)) return true;
          return (
            (kind === 'event' && is && shows(withEvent(shown, asked, is as Event, lang), asked)) ||
            (kind === 'statement' &&
              is &&
              shows(shown, { ...asked, control: withStatement(shown, asked, is as Statement) }))
          );
        }),
      ),
    };
  };
}

/** The scenes with one event and no other. */
const withEvent = (
  shown: readonly ShownScene[],
  { catalogue }: Asked,
  event: Event,
  lang: Lang,
): ShownScene[] =>
  shown.map(({ scene, boxes }) => {
    const { view, day, window } = scene;
    const { marks, wide } = eventsOf({ ...catalogue, events: [event] }, spanned(view, day), window, lang);
    return { scene: { ...scene, marks, wide }, boxes };
  });

/** Control with a statement of a later day as one of the last day shown, on which the map goes by then. */
function withStatement(
  shown: readonly ShownScene[],
  { control }: Asked,
  statement: Statement,
): Asked['control'] {
  const day = shown.map(({ scene }) => minDay(scene.day, statement.day)).sort()[0] ?? statement.day;
  return { ...control, statements: [{ ...statement, day }] };
}
