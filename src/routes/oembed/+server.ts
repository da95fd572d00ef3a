import { apiError, conditional, etagOf, OPEN } from '#lib/server/api/conditional.ts';
import { oembedOf, oembedXml } from '#lib/server/embed/oembed.ts';
import type { RequestHandler } from './$types';

const MEDIA = { json: 'application/json; charset=utf-8', xml: 'text/xml; charset=utf-8' } as const;

export const GET: RequestHandler = async ({ locals: { store, config }, request, url }) => {
  const format = url.searchParams.get('format') ?? 'json';
  if (format !== 'json' && format !== 'xml')
    return apiError(501, 'This format is not spoken here; ask for json or xml.');
  const address = url.searchParams.get('url');
  if (!address) return apiError(400, 'Say with url= which page is to be embedded.');
  const room = { width: pixels(url, 'maxwidth'), height: pixels(url, 'maxheight') };
  const answer = await oembedOf(store, config, address, room);
  if (!answer) return apiError(404, 'That is no public page of this site.');
  const body = format === 'json' ? `${JSON.stringify(answer)}\n` : oembedXml(answer);
  const headers = { ...OPEN, 'content-type': MEDIA[format], 'cache-control': 'public, max-age=60' };
  return conditional(request, etagOf(body), headers, () => body);
};

/** A whole number of pixels; what is none asks for nothing. */
function pixels(url: URL, name: string): number | undefined {
  const text = url.searchParams.get(name) ?? '';
  return /^[1-9]\d{0,4}$/.test(text) ? Number(text) : undefined;
}
