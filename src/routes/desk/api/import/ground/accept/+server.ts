import { json } from '@sveltejs/kit';
import { mayImport } from '#lib/domain/access/access.ts';
import { dayOfInstant } from '#lib/domain/time/day.ts';
import { answered, bodyOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import { acceptGround } from '#lib/server/imports/ground-accept.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const { store, person } = staffed(locals);
  if (!mayImport(person)) return json({ error: 'role' }, { status: 403 });
  const { reader } = await locals.asked();
  const places = await reader.places();
  const today = dayOfInstant(Date.now());
  return answered(await acceptGround(store, await bodyOf(request), { person, today, places }));
};
