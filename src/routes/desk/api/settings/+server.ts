import { json } from '@sveltejs/kit';
import { mayAdminister } from '#lib/domain/access/access.ts';
import { saveSettings } from '#lib/server/desk/settings.ts';
import { answered, bodyOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const desk = staffed(locals);
  if (!mayAdminister(desk.person)) return json({ error: 'role' }, { status: 403 });
  return answered(await saveSettings(desk, await bodyOf(request)));
};
