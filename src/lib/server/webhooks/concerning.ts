import { embedFromUrl, followingOf } from '#lib/domain/embed/options.ts';
import { textIn } from '#lib/domain/text.ts';
import { concerned } from '#lib/scene/concerned.ts';
import type { Config } from '../config.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import { mendedSince, scenesShown } from '../embed/later.ts';
import { readAsked } from '../pages/asked.ts';
import { correctionHref } from '../pages/corrections.ts';
import type { PublicStore } from '../store/store.ts';
import type { DeskWidget } from '../store/widgets.ts';

/** What a newsroom is told of one thing that changed. */
interface ToldChange {
  readonly edition: number;
  readonly kind: string;
  readonly id: string;
  readonly change: string;
  readonly title?: string;
  readonly note?: string;
  readonly url: string;
}

/**
 * What editions after the last that was looked at changed of what a keyed widget shows, as the body of a call; undefined
 * where they leave it as it is. A pinned map is concerned by corrections and retractions, any other by every change.
 */
export async function concerning(
  store: PublicStore,
  { id, name, query, seen }: Pick<DeskWidget, 'id' | 'name' | 'query' | 'seen'>,
  { origin }: Pick<Config, 'origin'>,
): Promise<string | undefined> {
  const params = new URLSearchParams(query);
  const { options } = embedFromUrl(params);
  const asked = await readAsked(store, params, options.lang);
  const changes: ToldChange[] = [];
  if (followingOf(options.view) === 'keep') {
    if (asked.edition.number < asked.head.number)
      for (const { edition, item, change, title, note, path } of await mendedSince(store, asked, options))
        if (edition > seen)
          changes.push({
            ...{ edition, ...item, change, title: title.text },
            ...(note ? { note: note.text } : {}),
            url: origin + path,
          });
  } else {
    const shown = scenesShown(asked, options.lang);
    for (let number = seen + 1; number <= asked.head.number; number += 1) {
      const [reader, before] = await Promise.all([store.at(number), store.at(number - 1)]);
      if (!reader || !before) continue;
      const all = await reader.changes();
      const { places } = await catalogueOf(reader);
      const later = { control: asked.control, places };
      // What went is no more in what it shows now, and was in what it showed.
      const then = await askedAt(store, params, number - 1, options.lang);
      const kinds = new Set(all.map((c) => c.change));
      for (const { item, change, note } of new Set([
        ...concerned(shown, asked, later, all, kinds),
        ...concerned(scenesShown(then, options.lang), { ...then, control: asked.control }, later, all, kinds),
      ]))
        changes.push({
          ...{ edition: number, ...item, change },
          ...(note ? { note: textIn(note, options.lang).text } : {}),
          url: origin + correctionHref(options.lang, item, number, change),
        });
    }
  }
  if (changes.length === 0) return undefined;
  return JSON.stringify({
    type: 'map.concerned',
    widget: id,
    name,
    url: `${origin}/w/${id}`,
    edition: asked.head.number,
    changes,
  });
}

/** The same address as an edition of then would have answered it. */
function askedAt(store: PublicStore, params: URLSearchParams, edition: number, lang: 'en' | 'uk') {
  const then = new URLSearchParams(params);
  then.set('edition', String(Math.max(1, edition)));
  return readAsked(store, then, lang);
}
