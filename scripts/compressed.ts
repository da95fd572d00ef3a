import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** Every file of a script also compressed, so that the server need not do it for each reader. */
export const compressed = (folder: string): Plugin => ({
  name: 'compressed',
  writeBundle(_, bundle) {
    for (const name of Object.keys(bundle).filter((n) => /\/reader\/.*\.(m?js|css)$/.test(n))) {
      const at = join(folder, name);
      // The map's own files are the same in both languages.
      if (existsSync(`${at}.br`)) continue;
      const bytes = readFileSync(at);
      writeFileSync(`${at}.gz`, gzipSync(bytes, { level: 9 }));
      writeFileSync(
        `${at}.br`,
        brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
      );
    }
  },
});
