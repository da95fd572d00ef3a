import type { Config } from '../config.ts';

/** Which sites may show a widget in their pages, as a policy says it: any, or our own and those that are listed. */
export const ancestorsOf = ({ embedSites }: Pick<Config, 'embedSites'>): string =>
  `frame-ancestors ${embedSites ? ["'self'", ...embedSites].join(' ') : '*'}`;
