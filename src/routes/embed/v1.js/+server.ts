import { shimAnswer } from '#lib/server/embed/shim.ts';
import type { RequestHandler } from './$types';

/** A month: the bytes of a version never change. */
export const GET: RequestHandler = ({ request }) => shimAnswer(request, 2_592_000);
