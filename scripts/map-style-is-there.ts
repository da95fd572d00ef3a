import type { Plugin } from 'vite';

const NO_STYLE = '\0no-style';

/** The page of a widget has all its style in itself: a sheet of the map beside the script would be refused there. */
export const mapStyleIsThere = (): Plugin => ({
  name: 'map-style-is-there',
  enforce: 'pre',
  resolveId: { filter: { id: /\/map\.css$/ }, handler: () => NO_STYLE },
  load: { filter: { id: /^\0no-style$/ }, handler: () => '' },
});
