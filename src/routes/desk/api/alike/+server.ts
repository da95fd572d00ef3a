import { alikeFor } from '#lib/server/desk/alike.ts';
import { answered, bodyOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) =>
  answered(await alikeFor(staffed(locals), await bodyOf(request), locals.lang));
