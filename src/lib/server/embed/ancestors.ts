import type { Config } from '../config.ts';

/**
 * Which sites may show a widget in their pages, as a policy says it: any, or our own and those that are listed.
 *
 * @param own sites of a key, which alone may show what it stands for
 */
export function ancestorsOf({ embedSites }: Pick<Config, 'embedSites'>, own: readonly string[] = []): string {
  const sites = own.length > 0 ? own : embedSites;
  return `frame-ancestors ${sites ? ["'self'", ...sites].join(' ') : '*'}`;
}
