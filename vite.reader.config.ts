// Builds what the first page becomes in a browser, for one language: `--mode en` or `--mode uk`. The other pages have
// no script, so this is no part of SvelteKit's own client: it is built after the site and laid beside its files.
import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { compressed } from './scripts/compressed.ts';
import { oneLanguage, schemasArePure } from './scripts/one-language.ts';

const folder = 'build/client';
const takeOver = 'src/lib/reader/take-over.ts';
const entry = 'src/lib/reader/main.ts';

/** The style sheets of the components are linked by the page already, with the same class names. */
const stylesAreThere = (): Plugin => ({
  name: 'styles-are-there',
  transform: {
    order: 'pre',
    filter: { id: /\.svelte\?svelte&type=style|ui\/timeline\/keys\.css$/ },
    handler: () => '',
  },
});

/**
 * Parts of Svelte that stay empty: nothing here is a custom element, its warnings are for who builds the page, and its
 * errors are told by their names. State is never changed inside: it is replaced, so nothing need be watched within. And
 * what fails while the page comes to life fails as a whole, since no part of it is bounded.
 */
const lessOfSvelte = (): Plugin => ({
  name: 'less-of-svelte',
  transform: {
    filter: {
      id: /svelte\/src\/internal\/(client\/(dom\/elements\/custom-element|dom\/blocks\/boundary|dev\/equality|warnings|errors|proxy)|shared\/errors|disclose-version)\.js$/,
    },
    handler: (code, id) => {
      if (id.endsWith('/proxy.js'))
        return 'export const proxy = (v) => v; export const get_proxied_value = proxy; export const is = Object.is;';
      if (id.endsWith('/boundary.js')) return UNBOUNDED;
      const names = [...code.matchAll(/^export function (\w+)/gm)].map(([, name]) => name);
      const isErrors = id.endsWith('/errors.js');
      return [
        ...(isErrors ? ['const fail = (name) => { throw new Error(`https://svelte.dev/e/${name}`); };'] : []),
        ...names.map((name) => `export function ${name}() {${isErrors ? ` fail('${name}'); ` : ''}}`),
        ...(code.includes("export *  from '../shared/errors.js'")
          ? ["export * from '../shared/errors.js';"]
          : []),
        ...(id.includes('custom-element') ? ['export let SvelteElement;'] : []),
      ].join('\n');
    },
  },
});

/** A boundary around the whole page that bounds nothing. */
const UNBOUNDED = `
  import { EFFECT_PRESERVED, EFFECT_TRANSPARENT } from '#client/constants';
  import { block, branch } from '../../reactivity/effects.js';
  import { hydrate_next, hydrating } from '../hydration.js';
  export function boundary(node, props, children) {
    block(() => {
      if (hydrating) hydrate_next();
      branch(() => children(node));
    }, EFFECT_TRANSPARENT | EFFECT_PRESERVED);
  }
  export function pending() { return 0; }
`;

/** Whether the page needs a module to come to life; what the start itself needs stays with the start. */
function isFirst(id: string, infoOf: (id: string) => Info | null): boolean {
  const within = (root: string): Set<string> => {
    const ids = new Set([resolve(root)]);
    for (const each of ids) for (const next of infoOf(each)?.importedIds ?? []) ids.add(next);
    return ids;
  };
  if (!first) {
    const own = within(entry).add(resolve(takeOver));
    first = new Set([...within(takeOver)].filter((each) => !own.has(each)));
  }
  return first.has(id);
}
interface Info {
  readonly importedIds: readonly string[];
}
let first: Set<string> | undefined;

export default defineConfig(({ mode }) => {
  if (mode !== 'en' && mode !== 'uk') throw new Error('give the language: --mode en or --mode uk');
  return {
    plugins: [
      svelte({ configFile: false }),
      oneLanguage(mode, [entry, takeOver]),
      schemasArePure(),
      stylesAreThere(),
      lessOfSvelte(),
      compressed(folder),
    ],
    base: '/',
    publicDir: false,
    build: {
      target: 'es2023',
      outDir: folder,
      emptyOutDir: false,
      copyPublicDir: false,
      manifest: `_app/reader-${mode}.json`,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { [`main-${mode}`]: entry },
        output: {
          // The same bytes in both languages, so that a reader who changes between them has it already.
          codeSplitting: {
            includeDependenciesRecursively: false,
            groups: [
              { name: 'maplibre', test: /node_modules\/maplibre-gl\// },
              // All that comes before the map in one file, which compresses better than two.
              { name: (id, all) => (isFirst(id, (each) => all.getModuleInfo(each)) ? 'page' : null) },
            ],
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
