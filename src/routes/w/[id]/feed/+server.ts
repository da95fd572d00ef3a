import { WIDGET_ID } from '#lib/domain/embed/keyed.ts';
import { apiError } from '#lib/server/api/conditional.ts';
import { feedAnswer } from '#lib/server/embed/feed-answer.ts';
import type { RequestHandler } from './$types';

/** The corrections of what a map with a key shows now: the address stays, whatever is moved behind it. */
export const GET: RequestHandler = async ({ locals: { store, config }, params: { id }, request }) => {
  const keyed = WIDGET_ID.test(id) ? await store.widget(id) : undefined;
  if (!keyed) return apiError(404, 'There is no such map here, or its key was withdrawn.');
  return feedAnswer({ store, config, request, params: new URLSearchParams(keyed.query), keyed });
};
