import { json } from '@sveltejs/kit';
import { mayWrite } from '#lib/domain/access/access.ts';
import { restoreRevision } from '#lib/server/desk/history.ts';
import { answered, bodyOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const desk = staffed(locals);
  const body = await bodyOf(request);
  const { id } = (body ?? {}) as { id?: unknown };
  if (!mayWrite(desk.person, String(id))) return json({ error: 'role' }, { status: 403 });
  return answered(await restoreRevision(desk, body));
};
