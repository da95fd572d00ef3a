import type { Place } from '#lib/domain/places/place.ts';
import { buildObjects } from '../editions/objects.ts';
import type { Store } from '../store/store.ts';
import { itemsOf, readGeodata, type Fault, type SeedEdition } from './read.ts';

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
 * @param what everything, or its places alone, for a newsroom that brings its own front
 * @returns how many editions were made
 */
export async function seed(
  store: Store,
  folder: string,
  what: 'demonstration' | 'gazetteer' = 'demonstration',
): Promise<number> {
  if ((await store.public.head()).number > 0) return 0;
  const { editions, faults } = readGeodata(folder);
  if (faults.length > 0) throw new DamagedGeodata(faults);
  const made = what === 'gazetteer' ? gazetteerOf(editions) : editions;
  for (const edition of made) {
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
  return made.length;
}

/** The places of every edition, each as it was last written. */
export const placesOf = (editions: readonly SeedEdition[]): Place[] => [
  ...new Map(editions.flatMap((e) => e.places.map((place) => [place.id, place]))).values(),
];

/** The places that ship as one edition that holds nothing else. */
function gazetteerOf(editions: readonly SeedEdition[]): SeedEdition[] {
  const [first] = editions;
  if (!first) return [];
  return [
    {
      number: 1,
      published_at: first.published_at,
      note: {
        en: 'The names and places that ship with Salient, and nothing else.',
        uk: 'Назви й місця, що постачаються із Salient, і нічого більше.',
      },
      places: placesOf(editions),
      reports: [],
      events: [],
      ledgers: [],
      statements: [],
      changes: {},
    },
  ];
}
