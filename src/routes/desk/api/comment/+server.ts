import { json } from '@sveltejs/kit';
import { commentOn } from '#lib/server/desk/saving.ts';
import { answered, bodyOf } from '#lib/server/hooks/answer.ts';
import { mayDraft } from '#lib/domain/access/access.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const { store, person } = staffed(locals);
  if (!mayDraft(person)) return json({ error: 'role' }, { status: 403 });
  return answered(await commentOn(store.work, person, await bodyOf(request)));
};
