import { json } from '@sveltejs/kit';
import { mayImport } from '#lib/domain/access/access.ts';
import { dayOfInstant } from '#lib/domain/time/day.ts';
import { answered, bodyOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import { judgeGround } from '#lib/server/imports/ground-judge.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const { store, person } = staffed(locals);
  if (!mayImport(person)) return json({ error: 'role' }, { status: 403 });
  return answered(await judgeGround(store, await bodyOf(request), dayOfInstant(Date.now())));
};
