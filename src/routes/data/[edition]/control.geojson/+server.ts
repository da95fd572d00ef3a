import { versionOf } from '#lib/domain/history/edition.ts';
import { isDay } from '#lib/domain/time/day.ts';
import { apiError, conditional, etagOf, OPEN } from '#lib/server/api/conditional.ts';
import { editionFromPath } from '#lib/server/api/data.ts';
import { controlOf } from '#lib/server/editions/control.ts';
import { controlGeojson } from '#lib/server/editions/objects.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params, request, url }) => {
  const reader = await editionFromPath(locals.store, params.edition);
  if (!reader)
    return apiError(404, `There is no edition "${params.edition}". Use a number, a date or "latest".`);
  const control = await controlOf(reader);
  const text = url.searchParams.get('day') ?? control.lastReviewed ?? '';
  if (!isDay(text)) return apiError(400, `"${text.slice(0, 40)}" is no day. Write day=YYYY-MM-DD.`);
  const holder = url.searchParams.get('holder') ?? undefined;
  const basis = url.searchParams.get('basis') ?? undefined;
  const headers = { ...OPEN, 'content-type': 'application/geo+json', 'cache-control': 'no-cache' };
  return conditional(
    request,
    etagOf('control', versionOf(reader.edition), text, holder, basis),
    headers,
    () =>
      JSON.stringify(
        controlGeojson(control, text, { ...(holder ? { holder } : {}), ...(basis ? { basis } : {}) }),
      ),
  );
};
