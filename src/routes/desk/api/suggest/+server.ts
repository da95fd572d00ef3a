import { suggestionsFor } from '#lib/server/desk/places.ts';
import { answered, bodyOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  staffed(locals);
  return answered(await suggestionsFor(await locals.asked(), await bodyOf(request)));
};
