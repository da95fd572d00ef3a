import { versionOf } from '#lib/domain/history/edition.ts';
import { conditional, etagOf } from '#lib/server/api/conditional.ts';
import { sitemap } from '#lib/server/pages/sitemap.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, request }) => {
  const asked = await locals.asked();
  const headers = { 'content-type': 'application/xml; charset=utf-8' };
  return conditional(
    request,
    etagOf('sitemap', versionOf(asked.edition), locals.config.origin),
    headers,
    () => sitemap(asked, locals.config.origin),
  );
};
