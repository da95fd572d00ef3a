import { createReadStream, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { ControlFile } from '#lib/formats/control/index.ts';

/** What is read of a folder; packed files that we cannot open are told of, rather than passed over. */
const ENDINGS = /\.(geojson|json|ndjson|jsonl|geojsonl|geojsons|kml|gpx|gz|xz)$/i;

/** Files as the reader of control takes them: those named, and those of each folder named, by name. */
export function controlFiles(paths: readonly string[]): ControlFile[] {
  return paths.flatMap((path) => {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (!stat?.isDirectory()) return [fileAt(path, path)];
    return readdirSync(path)
      .filter((name) => ENDINGS.test(name) && statSync(join(path, name)).isFile())
      .sort()
      .map((name) => fileAt(join(path, name), join(basename(path), name)));
  });
}

/** A file that is opened when it is its turn; one that is gone is told of by the reader. */
function fileAt(path: string, name: string): ControlFile {
  if (/\.gz$/i.test(path)) return { name, open: () => unpacked(path) };
  const size = statSync(path, { throwIfNoEntry: false })?.size;
  return { name, ...(size === undefined ? {} : { size }), open: () => createReadStream(path) };
}

function unpacked(path: string): AsyncIterable<Uint8Array> {
  const gunzip = createGunzip();
  createReadStream(path)
    .on('error', (error) => gunzip.destroy(error))
    .pipe(gunzip);
  return gunzip;
}
