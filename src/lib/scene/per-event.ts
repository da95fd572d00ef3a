import type { Event } from '#lib/domain/events/event.ts';
import type { Lang } from '#lib/domain/text.ts';
import type { Catalogue } from './catalogue.ts';

/** Of more events than this nothing is kept for long: a large edition must not fill a server's memory. */
const MOST = 5000;

/**
 * What is made of an event in an edition and a language, kept: it is the same on every day, and days share most of
 * their events.
 *
 * @param make a function of what it is handed, whose answer nobody changes
 */
export function perEvent<Key extends string, T>(
  make: (event: Event, key: Key, catalogue: Catalogue, lang: Lang) => T,
): typeof make {
  const kept = new WeakMap<Catalogue, Map<string, Map<Event, T>>>();
  return (event, key, catalogue, lang) => {
    let all = kept.get(catalogue);
    if (!all) kept.set(catalogue, (all = new Map()));
    const of = lang + key;
    let known = all.get(of);
    if (!known) all.set(of, (known = new Map()));
    let made = known.get(event);
    if (made === undefined) {
      if (known.size >= MOST) known.clear();
      known.set(event, (made = make(event, key, catalogue, lang)));
    }
    return made;
  };
}
