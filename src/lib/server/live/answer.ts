import { apiError } from '../api/conditional.ts';
import type { Live } from './live.ts';

/** Seconds after which somebody who found no room may ask again. */
const RETRY_AFTER = 120;

const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  // Neither kept nor packed: what is packed would wait on the way until enough of it has come together.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  // When the stream ends, so does the connection; the process need not wait for it.
  connection: 'close',
} as const;

/** The stream of new editions; where there is no room for one more, when to ask again. */
export async function liveAnswer(live: Live, address: string): Promise<Response> {
  const stream = await live.open(address);
  if (stream) return new Response(stream, { headers: HEADERS });
  const full = apiError(
    503,
    'Too many streams are open. /data/latest/manifest.json says which edition is the newest.',
  );
  full.headers.set('retry-after', String(RETRY_AFTER));
  full.headers.set('cache-control', 'no-store');
  return full;
}

/** What a stream would be sent with. */
export const liveHead = (): Response => new Response(null, { headers: HEADERS });
