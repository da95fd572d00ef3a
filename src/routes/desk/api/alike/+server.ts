import { json } from '@sveltejs/kit';
import { alikeReportsTo, alikeTo } from '#lib/server/desk/alike.ts';
import { bodyOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const desk = staffed(locals);
  const body = ((await bodyOf(request)) ?? {}) as { event?: unknown; report?: unknown };
  return json(
    body.report
      ? await alikeReportsTo(desk, body.report, locals.lang)
      : await alikeTo(desk, body.event, locals.lang),
  );
};
