import { WIDGET_ID } from '#lib/domain/embed/keyed.ts';
import { widgetAnswer } from '#lib/server/embed/answer.ts';
import type { RequestHandler } from './$types';

/** A map that stays where it is, whatever its newsroom moves behind it. Where there is none, the front: never an error page. */
export const GET: RequestHandler = async ({ locals: { store, config }, params: { id }, request }) => {
  const keyed = WIDGET_ID.test(id) ? await store.widget(id) : undefined;
  const path = keyed && `/w/${keyed.id}`;
  const params = new URLSearchParams(keyed?.query ?? '');
  return widgetAnswer({ store, config, request, params, keyed, ...(path ? { path } : {}) });
};
