import { json } from '@sveltejs/kit';
import { mayReview } from '#lib/domain/access/access.ts';
import { confirmPublished } from '#lib/server/desk/publishing.ts';
import { answered, bodyOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const desk = staffed(locals);
  if (!mayReview(desk.person)) return json({ error: 'role' }, { status: 403 });
  return answered(await confirmPublished(desk, await bodyOf(request)));
};
