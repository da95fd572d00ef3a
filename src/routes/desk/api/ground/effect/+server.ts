import { groundEffect } from '#lib/server/desk/ground.ts';
import { answered, bodyOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import { LANGS } from '#lib/domain/text.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request, url }) => {
  const { work } = staffed(locals).store;
  const { reader } = await locals.asked();
  const lang = LANGS.find((l) => l === url.searchParams.get('lang')) ?? 'en';
  return answered(await groundEffect({ reader, work }, await bodyOf(request), lang));
};
