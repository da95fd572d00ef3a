import { json } from '@sveltejs/kit';
import { parse } from '#lib/domain/parse.ts';
import { daySchema } from '#lib/domain/time/day.ts';
import { groundOnDay } from '#lib/server/desk/ground.ts';
import { answered } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const { work } = staffed(locals).store;
  const day = parse(daySchema, url.searchParams.get('day'));
  if (!day.ok) return answered(day);
  const { reader } = await locals.asked();
  return json(await groundOnDay({ reader, work }, day.value, url.searchParams.get('without') ?? undefined));
};
