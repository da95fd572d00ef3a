// Builds the moving map of a widget, for one language: `--mode en` or `--mode uk`. Like the reader's script it is built
// after the site and laid beside its files; what both have in common, above all MapLibre, is one file for a browser.
import { defineConfig } from 'vite';
import { compressed } from './scripts/compressed.ts';
import { mapStyleIsThere } from './scripts/map-style-is-there.ts';
import { oneLanguage, schemasArePure } from './scripts/one-language.ts';

const folder = 'build/client';
const entry = 'src/lib/embed/live/main.ts';

export default defineConfig(({ mode }) => {
  if (mode !== 'en' && mode !== 'uk') throw new Error('give the language: --mode en or --mode uk');
  return {
    plugins: [oneLanguage(mode, [entry]), schemasArePure(), mapStyleIsThere(), compressed(folder)],
    base: '/',
    publicDir: false,
    build: {
      target: 'es2023',
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      manifest: `_app/live-${mode}.json`,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { [`live-${mode}`]: entry },
        output: {
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [{ name: 'maplibre', test: /node_modules\/maplibre-gl\// }],
          },
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
      format: 'es' as const,
      rolldownOptions: { output: { entryFileNames: '_app/immutable/reader/[name].[hash].js' } },
    },
  };
});
