import { buildObjects } from '../editions/objects.ts';
import type { Store } from '../store/store.ts';
import { itemsOf, readGeodata, type Fault } from './read.ts';

/** Who the shipped data are written by; by this an untouched demonstration is told from an editor's work. */
export const SEED_AUTHOR = 'seed';

/** The shipped files have faults; nothing was loaded. */
export class DamagedGeodata extends Error {
  override readonly name = 'DamagedGeodata';
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faultLine(faults[0] as Fault) + (faults.length > 1 ? ` (and ${faults.length - 1} more)` : ''));
    this.faults = faults;
  }
}

/** A fault as one line: file, feature, path, reason. */
export const faultLine = ({ file, feature, path, reason }: Fault): string =>
  `${file}${feature ? `, ${feature}` : ''}${path ? `, ${path}` : ''}: ${reason}`;

/**
 * Load what ships into an empty store, as its first editions. A store that has an edition is left alone.
 *
 * @returns how many editions were made
 */
export async function seed(store: Store, folder: string): Promise<number> {
  if ((await store.public.head()).number > 0) return 0;
  const { editions, faults } = readGeodata(folder);
  if (faults.length > 0) throw new DamagedGeodata(faults);
  for (const edition of editions) {
    const items = itemsOf(edition);
    const revisions = await store.desk.save(
      items.map(({ kind, payload }) => ({ kind, payload, by: SEED_AUTHOR })),
    );
    await store.desk.publish(
      {
        published_at: edition.published_at,
        note: edition.note,
        entries: items.map(({ kind, id }, i) => ({
          kind,
          id,
          revision: revisions[i] as number,
          change: edition.changes[id]?.kind ?? 'new',
          note: edition.changes[id]?.note,
        })),
      },
      buildObjects,
    );
  }
  return editions.length;
}
