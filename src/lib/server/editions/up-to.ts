import type { PublicStore } from '../store/store.ts';

/** A store as it was when an edition was the newest; what was taken down since is gone from it all the same. */
export function upTo(store: PublicStore, number: number): PublicStore {
  const head = async () => {
    const reader = await store.at(number);
    if (!reader) throw new Error(`there is no edition ${number}`);
    return reader.edition;
  };
  return {
    head,
    editions: async () => (await store.editions()).filter((edition) => edition.number <= number),
    async editionBefore(instant) {
      const edition = await store.editionBefore(instant);
      return edition && edition.number > number ? head() : edition;
    },
    at: async (wanted) => (wanted <= number ? store.at(wanted) : undefined),
    object: (sha256) => store.object(sha256),
    isGone: (sha256) => store.isGone(sha256),
    widget: (id) => store.widget(id),
    review: () => store.review(),
    ready: () => store.ready(),
  };
}
