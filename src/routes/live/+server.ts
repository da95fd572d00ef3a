import { liveAnswer, liveHead } from '#lib/server/live/answer.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ locals, getClientAddress }) =>
  liveAnswer(locals.live, getClientAddress());
export const HEAD: RequestHandler = () => liveHead();
