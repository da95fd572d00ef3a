// Builds the moving map of a widget that is copied to another place, for one language: `--mode en` or `--mode uk`. One
// plain script with the worker and the letters in it, because a page that is opened from a disk may fetch nothing.
import { build, defineConfig, type Plugin } from 'vite';
import { mapStyleIsThere } from './scripts/map-style-is-there.ts';
import { oneLanguage, schemasArePure } from './scripts/one-language.ts';

const folder = 'build/copy';
const entry = 'src/lib/embed/live/copied.ts';

const WORKER = 'maplibre-gl/dist/maplibre-gl-worker.mjs';

/** MapLibre's worker as text, of which the browser makes a file for itself. */
const workerWithin = (): Plugin => {
  const id = '\0worker-within';
  return {
    name: 'worker-within',
    enforce: 'pre',
    resolveId: { filter: { id: new RegExp(`^${WORKER}\\?worker&url$`) }, handler: () => id },
    load: {
      filter: { id: new RegExp(`^${id}$`) },
      async handler() {
        const made = await build({
          configFile: false,
          publicDir: false,
          logLevel: 'warn',
          build: {
            target: 'es2023',
            write: false,
            rolldownOptions: { input: `node_modules/${WORKER}`, output: { format: 'iife' } },
          },
        });
        const [chunk] = 'output' in made ? made.output : [];
        if (chunk?.type !== 'chunk') throw new Error('the worker was not made');
        return (
          `const code = ${JSON.stringify(chunk.code)};\n` +
          `export default URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));`
        );
      },
    },
  };
};

export default defineConfig(({ mode }) => {
  if (mode !== 'en' && mode !== 'uk') throw new Error('give the language: --mode en or --mode uk');
  return {
    plugins: [oneLanguage(mode, [entry]), schemasArePure(), mapStyleIsThere(), workerWithin()],
    base: './',
    publicDir: false,
    build: {
      target: 'es2023',
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4000,
      // Letters too, whatever their size.
      assetsInlineLimit: () => true,
      rolldownOptions: {
        input: { [`live-${mode}`]: entry },
        // No module has an address here, and none is asked for one.
        transform: { define: { 'import.meta': '{}' } },
        output: { format: 'iife' as const, codeSplitting: false, entryFileNames: '[name].js' },
      },
    },
  };
});
