import { json } from '@sveltejs/kit';
import { nameOfPerson } from '#lib/server/desk/item.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  const desk = staffed(locals);
  return json({ name: await nameOfPerson(desk, (url.searchParams.get('id') ?? '').slice(0, 80)) });
};
