import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

/**
 * Style sheets of components that a page imports for their styles alone: they would go with the components, which
 * nothing in this build draws.
 */
const stylesStay = (): Plugin => ({
  name: 'styles-stay',
  enforce: 'post',
  transform: {
    order: 'post',
    filter: { id: /\.svelte\?svelte&type=style/ },
    handler: (code) => ({ code, map: null, meta: { vite: { cssScopeTo: undefined } } }),
  },
});

export default defineConfig({
  plugins: [sveltekit(), stylesStay()],
  build: { target: 'es2023' },
  // The map of the desk has the same worker as the readers', which is a module.
  worker: { format: 'es' },
});
