import { json } from '@sveltejs/kit';
import { mayImport } from '#lib/domain/access/access.ts';
import { answered, formOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import { readGround } from '#lib/server/imports/ground-read.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  if (!mayImport(staffed(locals).person)) return json({ error: 'role' }, { status: 403 });
  const read = readGround(await formOf(request));
  if (!read.ok) return answered(read);
  // No transform: whoever packs an answer keeps its lines back.
  return new Response(read.value, {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store, no-transform' },
  });
};
