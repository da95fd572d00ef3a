import { json } from '@sveltejs/kit';
import { mayPublish } from '#lib/domain/access/access.ts';
import { mergePlaces } from '#lib/server/desk/merging.ts';
import { answered, bodyOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const desk = staffed(locals);
  if (!mayPublish(desk.person)) return json({ error: 'role' }, { status: 403 });
  return answered(await mergePlaces(desk, await bodyOf(request)));
};
