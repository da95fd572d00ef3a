import { json } from '@sveltejs/kit';
import { mayWrite } from '#lib/domain/access/access.ts';
import { idIn, saveItem } from '#lib/server/desk/saving.ts';
import { answered, bodyOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const { store, person } = staffed(locals);
  const body = await bodyOf(request);
  if (!mayWrite(person, idIn(body))) return json({ error: 'role' }, { status: 403 });
  return answered(await saveItem(store.work, person, body));
};
