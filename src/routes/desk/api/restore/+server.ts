import { json } from '@sveltejs/kit';
import { mayDraft } from '#lib/domain/access/access.ts';
import { restoreRevision } from '#lib/server/desk/history.ts';
import { answered, bodyOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const desk = staffed(locals);
  if (!mayDraft(desk.person)) return json({ error: 'role' }, { status: 403 });
  return answered(await restoreRevision(desk, await bodyOf(request)));
};
