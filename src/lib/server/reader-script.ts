import { existsSync, readFileSync } from 'node:fs';
import type { Lang } from '#lib/domain/text.ts';

/** In development the source itself is served, with the words of both languages. */
const SOURCE = 'src/lib/reader/main.ts';

const built = new Map<Lang, string>();

/** The address of the script that brings the first page to life in a language; undefined where it was not built. */
export function readerScript(dev: boolean, lang: Lang): string | undefined {
  if (dev) return `/${SOURCE}`;
  const path = `build/client/_app/reader-${lang}.json`;
  if (!built.has(lang) && existsSync(path)) {
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, { file: string }>;
    const file = manifest[SOURCE]?.file;
    if (file) built.set(lang, `/${file}`);
  }
  return built.get(lang);
}
