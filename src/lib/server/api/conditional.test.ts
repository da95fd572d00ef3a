import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiError, conditional, etagOf, isFresh } from './conditional.ts';

const request = (tag?: string) =>
  new Request('http://host/', tag === undefined ? {} : { headers: { 'if-none-match': tag } });
const ETAG = etagOf('a');

describe('an ETag', () => {
  it('differs as soon as one of its parts does, and parts do not run together', () => {
    expect(etagOf('a', 1)).toBe(etagOf('a', '1'));
    expect(new Set([etagOf('a'), etagOf('b'), etagOf('a', 'b'), etagOf('ab'), etagOf('b', 'a')]).size).toBe(
      5,
    );
  });

  it('can be sent as it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (parts) => {
        expect(etagOf(...parts)).toMatch(/^"[A-Za-z0-9_-]{22}"$/);
      }),
    );
  });

  it('is known again alone, among others, weak, and as a star; garbage is another', () => {
    for (const tag of [ETAG, `"x", ${ETAG}`, `W/${ETAG}`, '*'])
      expect(isFresh(request(tag), ETAG), tag).toBe(true);
    for (const tag of ['', '"x"', ETAG.slice(1), ',,', `${ETAG}x`])
      expect(isFresh(request(tag), ETAG), tag).toBe(false);
    expect(isFresh(request(), ETAG)).toBe(false);
  });
});

describe('an answer', () => {
  it('is made only for a reader who does not have it yet', async () => {
    let made = 0;
    const ask = (tag?: string) =>
      conditional(request(tag), ETAG, { 'cache-control': 'no-cache' }, () => {
        made += 1;
        return 'body';
      });
    const first = await ask();
    expect([first.status, await first.text(), first.headers.get('etag')]).toEqual([200, 'body', ETAG]);
    const again = await ask(ETAG);
    expect([again.status, await again.text(), made]).toEqual([304, '', 1]);
    expect(again.headers.get('etag')).toBe(ETAG);
    expect(again.headers.get('cache-control')).toBe('no-cache');
  });

  it('that is an error says what in JSON, may be read from any site and is not kept', async () => {
    const error = apiError(404, 'There is no edition 99; the newest is 2.');
    expect(error.status).toBe(404);
    expect(await error.json()).toEqual({
      error: { status: 404, message: 'There is no edition 99; the newest is 2.' },
    });
    expect(error.headers.get('access-control-allow-origin')).toBe('*');
    expect(error.headers.get('cache-control')).toBe('no-cache');
  });
});
