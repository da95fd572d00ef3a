import { json } from '@sveltejs/kit';
import { mayTakeDown } from '#lib/domain/access/access.ts';
import { takeItDown } from '#lib/server/desk/take-down.ts';
import { answered, bodyOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const desk = staffed(locals);
  if (!mayTakeDown(desk.person)) return json({ error: 'role' }, { status: 403 });
  return answered(await takeItDown(desk, await bodyOf(request)));
};
