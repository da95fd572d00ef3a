import { widgetAnswer } from '#lib/server/embed/answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals: { store, config }, request, url }) =>
  widgetAnswer({ store, config, request, params: url.searchParams });
