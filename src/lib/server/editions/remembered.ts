import { createHash } from 'node:crypto';
import { openObjects } from '#lib/domain/control/control-file.ts';
import type { SeriesReader } from '#lib/domain/control/series-reader.ts';
import { bounded } from './bounded.ts';

const memory = bounded<SeriesReader>(8);

/** The series that some objects tell. The last ones are kept, by their bytes: one edition goes on from another. */
export function openRemembered(objects: readonly Uint8Array[]): SeriesReader {
  const hash = createHash('sha256');
  for (const bytes of objects) hash.update(`${bytes.length} `).update(bytes);
  return memory(hash.digest('hex'), () => openObjects(objects));
}
