import { json } from '@sveltejs/kit';
import { ITEM_KINDS } from '#lib/domain/history/edition.ts';
import { othersAt } from '#lib/server/desk/item.ts';
import { bodyOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals, request }) => {
  const desk = staffed(locals);
  const { kind, id } = ((await bodyOf(request)) ?? {}) as { kind?: string; id?: string };
  const known = ITEM_KINDS.find((each) => each === kind);
  return json(known && typeof id === 'string' ? await othersAt(desk, known, id.slice(0, 80)) : []);
};
