import { moveItems } from '#lib/server/desk/saving.ts';
import { answered, bodyOf } from '#lib/server/hooks/answer.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

/** Each move asks its own permission; see domain/desk/workflow.ts. */
export const POST: RequestHandler = async ({ locals, request }) => {
  const { store, person } = staffed(locals);
  return answered(await moveItems(store.work, person, await bodyOf(request)));
};
