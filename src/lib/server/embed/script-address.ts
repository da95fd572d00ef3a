import type { ScriptAddress } from '#lib/domain/embed/snippets.ts';

/** Where the script of widgets is. Its hash is left out as long as it is not known when the site is built. */
export const scriptAddress = (origin: string): ScriptAddress => ({ src: `${origin}/embed.js` });
