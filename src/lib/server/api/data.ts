import { isDay, endOfDay } from '#lib/domain/time/day.ts';
import type { EditionReader, PublicStore } from '../store/store.ts';

/**
 * The edition that a path names: a number, `latest`, or a date, which means the last edition published before the end
 * of that day in Kyiv. Undefined where there is none.
 */
export async function editionFromPath(store: PublicStore, text: string): Promise<EditionReader | undefined> {
  if (text === 'latest') {
    const { number } = await store.head();
    return number > 0 ? store.at(number) : undefined;
  }
  if (isDay(text)) {
    const edition = await store.editionBefore(endOfDay(text));
    return edition && store.at(edition.number);
  }
  return /^[1-9]\d{0,8}$/.test(text) ? store.at(Number(text)) : undefined;
}

/** What an edition is made of: its objects by name, each under an address that never changes its bytes. */
export async function manifestOf(reader: EditionReader): Promise<unknown> {
  const { number, published_at, digest, note } = reader.edition;
  const changes = await reader.changes();
  const objects = [...(await reader.objects())].map(([name, sha256]) => [
    name,
    { sha256, url: `/data/o/${sha256}` },
  ]);
  return {
    edition: number,
    published_at: new Date(published_at).toISOString(),
    digest,
    note,
    /** How many items it made new, changed or took out. */
    changes: changes.length,
    objects: Object.fromEntries(objects) as Record<string, { sha256: string; url: string }>,
  };
}
