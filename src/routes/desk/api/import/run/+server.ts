import { json } from '@sveltejs/kit';
import { mayImport } from '#lib/domain/access/access.ts';
import { LANGS } from '#lib/domain/text.ts';
import { answered, formOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import { runUpload } from '#lib/server/imports/upload.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const { store, person } = staffed(locals);
  if (!mayImport(person)) return json({ error: 'role' }, { status: 403 });
  const form = await formOf(request);
  const lang = LANGS.find((l) => l === form.get('lang')) ?? locals.lang;
  const run = await runUpload(store, form, { by: person.id, lang });
  if (!run.ok) return answered(run);
  // No transform: whoever packs an answer keeps its lines back.
  return new Response(run.value, {
    headers: { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store, no-transform' },
  });
};
