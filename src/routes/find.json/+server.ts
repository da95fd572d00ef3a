import { LANGS } from '#lib/domain/text.ts';
import { conditional, OPEN } from '#lib/server/api/conditional.ts';
import { findings, findTag } from '#lib/server/api/find.ts';
import { readAsked } from '#lib/server/pages/asked.ts';
import type { RequestHandler } from './$types';

/** What a search finds while one types: `?q=&lang=` and the edition as on every page. */
export const GET: RequestHandler = async ({ locals, request, url }) => {
  const lang = LANGS.find((l) => l === url.searchParams.get('lang')) ?? locals.lang;
  const asked = await readAsked(locals.store, url.searchParams, lang);
  const query = url.searchParams.get('q') ?? '';
  const headers = { ...OPEN, 'content-type': 'application/json', 'cache-control': 'no-cache' };
  return conditional(request, findTag(asked, query), headers, async () =>
    JSON.stringify(await findings(asked, query)),
  );
};
