import { json } from '@sveltejs/kit';
import { findPlaces, placesById } from '#lib/server/desk/places.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, url }) => {
  staffed(locals);
  const asked = await locals.asked();
  const id = url.searchParams.get('id');
  return json(id ? placesById(asked, [id]) : await findPlaces(asked, url.searchParams.get('q') ?? ''));
};
