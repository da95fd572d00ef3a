import { existsSync, readFileSync } from 'node:fs';
import type { Lang } from '#lib/domain/text.ts';

const built = new Map<string, string>();

/** The address of a script for a language; undefined where it was not built. */
function scriptOf(dev: boolean, source: string, manifest: string): string | undefined {
  // In development the source itself is served, with the words of both languages.
  if (dev) return `/${source}`;
  const path = `build/client/_app/${manifest}.json`;
  if (!built.has(path) && existsSync(path)) {
    const files = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { file: string }>;
    const file = files[source]?.file;
    if (file) built.set(path, `/${file}`);
  }
  return built.get(path);
}

/** The script that brings the first page to life. */
export const readerScript = (dev: boolean, lang: Lang): string | undefined =>
  scriptOf(dev, 'src/lib/reader/main.ts', `reader-${lang}`);

/** The script that brings the moving map to a widget. */
export const liveScript = (dev: boolean, lang: Lang): string | undefined =>
  scriptOf(dev, 'src/lib/embed/live/main.ts', `live-${lang}`);
