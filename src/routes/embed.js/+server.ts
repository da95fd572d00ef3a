import { shimAnswer } from '#lib/server/embed/shim.ts';
import type { RequestHandler } from './$types';

/** The newest version, for whoever wants what is mended too. */
export const GET: RequestHandler = ({ request }) => shimAnswer(request, 3600);
