import { json } from '@sveltejs/kit';
import { ITEM_KINDS } from '#lib/domain/history/edition.ts';
import { staffed } from '#lib/server/hooks/desk-guard.ts';
import type { RequestHandler } from './$types';

/** An item as it stands, to be gone on from. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { store } = staffed(locals);
  const kind = ITEM_KINDS.find((each) => each === url.searchParams.get('kind'));
  const item = kind && (await store.work.item(kind, (url.searchParams.get('id') ?? '').slice(0, 80)));
  return item
    ? json({ payload: item.payload, revision: item.revision })
    : json({ error: 'unknown' }, { status: 404 });
};
