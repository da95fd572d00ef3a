import type { Config } from '../config.ts';

/** Where a page says that it can be embedded, in both forms that oEmbed knows. */
export interface Discovery {
  readonly json: string;
  readonly xml: string;
}

/** @param path of a page of ours, with what it is asked */
export function discoveryOf({ origin }: Pick<Config, 'origin'>, path: string): Discovery {
  const url = `${origin}/oembed?url=${encodeURIComponent(origin + path)}`;
  return { json: `${url}&format=json`, xml: `${url}&format=xml` };
}

/** The same as the header of an answer. */
export function discoveryHeader(config: Pick<Config, 'origin'>, path: string): string {
  const { json, xml } = discoveryOf(config, path);
  return `<${json}>; rel="alternate"; type="application/json+oembed", <${xml}>; rel="alternate"; type="text/xml+oembed"`;
}
