import { json } from '@sveltejs/kit';
import { mayImport } from '#lib/domain/access/access.ts';
import { answered, formOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import { sampleUpload } from '#lib/server/imports/upload.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  if (!mayImport(staffed(locals).person)) return json({ error: 'role' }, { status: 403 });
  return answered(await sampleUpload(await formOf(request)));
};
