import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals }) =>
  new Response(
    `User-agent: *\nAllow: /\nDisallow: /search\nDisallow: /uk/search\n\nSitemap: ${locals.config.origin}/sitemap.xml\n`,
    {
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    },
  );
