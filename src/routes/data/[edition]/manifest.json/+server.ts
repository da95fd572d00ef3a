import { versionOf } from '#lib/domain/history/edition.ts';
import { apiError, conditional, etagOf, OPEN } from '#lib/server/api/conditional.ts';
import { editionFromPath, manifestOf } from '#lib/server/api/data.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request }) => {
  const reader = await editionFromPath(locals.store, params.edition);
  if (!reader)
    return apiError(404, `There is no edition "${params.edition}". Use a number, a date or "latest".`);
  const headers = { ...OPEN, 'content-type': 'application/json', 'cache-control': 'no-cache' };
  return conditional(request, etagOf('manifest 2', versionOf(reader.edition)), headers, async () =>
    JSON.stringify(await manifestOf(reader)),
  );
};
