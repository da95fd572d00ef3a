import { changeData } from '#lib/server/api/change.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, params, request, url }) =>
  changeData('csv', locals, params.edition, request, url.searchParams);
