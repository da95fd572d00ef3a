import { WIDGET_ID } from '#lib/domain/embed/keyed.ts';
import { widgetAnswer } from '#lib/server/embed/answer.ts';
import type { RequestHandler } from './$types';

/**
 * A map that stays where it is, whatever its newsroom moves behind it, and moves there too, for the same sites. Where
 * there is none, the front: never an error page.
 */
export const GET: RequestHandler = async ({ locals: { store, config }, params: { id }, request, url }) => {
  const keyed = WIDGET_ID.test(id) ? await store.widget(id) : undefined;
  const path = keyed && `/w/${keyed.id}`;
  const params = new URLSearchParams(keyed?.query ?? '');
  const moves = url.searchParams.get('interactive');
  if (moves !== null) params.set('interactive', moves);
  return widgetAnswer({ store, config, request, params, keyed, ...(path ? { path } : {}) });
};
