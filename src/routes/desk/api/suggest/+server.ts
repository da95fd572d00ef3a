import { json } from '@sveltejs/kit';
import { periodOf, suggestFrom } from '#lib/server/desk/places.ts';
import { bodyOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  staffed(locals);
  const body = ((await bodyOf(request)) ?? {}) as { words?: unknown; published?: unknown };
  const words = typeof body.words === 'string' ? body.words : '';
  return json(await suggestFrom(await locals.asked(), words, periodOf(body.published)));
};
