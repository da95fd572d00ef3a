// Builds what the first page becomes in a browser. The other pages have no script, so this is no part of SvelteKit's
// own client: it is built after the site and laid beside its files.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';

const folder = 'build/client';

/** Every file also compressed, so that the server need not do it for each reader. */
const compressed = (): Plugin => ({
  name: 'compressed',
  closeBundle() {
    const at = join(folder, '_app/immutable/reader');
    for (const name of readdirSync(at).filter((n) => /\.(m?js|css)$/.test(n))) {
      const bytes = readFileSync(join(at, name));
      writeFileSync(join(at, `${name}.gz`), gzipSync(bytes, { level: 9 }));
      writeFileSync(
        join(at, `${name}.br`),
        brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
      );
    }
  },
});

/** Schemas are for the doors of the server: making one has no effect, so that those which nobody uses are left out. */
const schemasArePure = (): Plugin => ({
  name: 'schemas-are-pure',
  transform: {
    filter: { id: /src\/lib\/domain\/.*\.ts$/ },
    handler: (code) => code.replace(/\bv\.(\w+)\(/g, '/* @__PURE__ */ v.$1('),
  },
});

export default defineConfig({
  plugins: [svelte({ configFile: false }), schemasArePure(), compressed()],
  base: '/',
  publicDir: false,
  build: {
    target: 'es2023',
    outDir: folder,
    emptyOutDir: false,
    copyPublicDir: false,
    manifest: '_app/reader.json',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: 'src/lib/reader/main.ts',
      output: {
        entryFileNames: '_app/immutable/reader/[name].[hash].js',
        chunkFileNames: '_app/immutable/reader/[name].[hash].js',
        assetFileNames: (asset) =>
          asset.names.some((n) => n.endsWith('.woff2'))
            ? '_app/immutable/assets/[name].[hash][extname]'
            : '_app/immutable/reader/[name].[hash][extname]',
      },
    },
  },
  worker: {
    format: 'es',
    rolldownOptions: { output: { entryFileNames: '_app/immutable/reader/[name].[hash].js' } },
  },
});
