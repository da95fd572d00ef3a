import { versionOf } from '#lib/domain/history/edition.ts';
import { makeCatalogue, type Catalogue } from '#lib/scene/catalogue.ts';
import { bounded } from './bounded.ts';
import { toldOf } from './near.ts';
import type { EditionReader } from '../store/store.ts';

const memory = bounded<Promise<Catalogue>>(8);

/** The catalogue of an edition: read once for each, then asked by every page. */
export const catalogueOf = (reader: EditionReader): Promise<Catalogue> =>
  memory(versionOf(reader.edition), async () => {
    const [reports, events, places] = await Promise.all([reader.reports(), reader.events(), reader.places()]);
    return makeCatalogue(reports, events, places, await toldOf(reader, places));
  });
