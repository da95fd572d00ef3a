import { feedAnswer } from '#lib/server/embed/feed-answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { store, config }, request, url }) =>
  feedAnswer({ store, config, request, params: url.searchParams });
