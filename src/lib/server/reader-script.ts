import { existsSync, readFileSync } from 'node:fs';

const MANIFEST = 'build/client/_app/reader.json';
/** In development the source itself is served. */
const SOURCE = 'src/lib/reader/main.ts';

let built: string | undefined;

/** The address of the script that brings the first page to life; undefined where it was not built. */
export function readerScript(dev: boolean): string | undefined {
  if (dev) return `/${SOURCE}`;
  if (built === undefined && existsSync(MANIFEST)) {
    const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, { file: string }>;
    built = manifest[SOURCE] && `/${manifest[SOURCE].file}`;
  }
  return built;
}
