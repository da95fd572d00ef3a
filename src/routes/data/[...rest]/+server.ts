import { apiError } from '#lib/server/api/conditional.ts';
import type { RequestHandler } from './$types';

/** Programs read what is under `/data`, so what is not there is said to them and not on a page. */
export const GET: RequestHandler = () =>
  apiError(404, 'There are no data at this address. Start from /data/latest/manifest.json.');
