import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { besides } from '../fixtures/desk.ts';
import { nextEdition } from '../fixtures/next-edition.ts';
import { demonstration, startSite, tempFolder } from '../fixtures/server.ts';
import { openStream } from '../fixtures/stream.ts';

const STRIKE = 'e-qs5fjj7wdd';

describe('the stream of editions', () => {
  let site: Awaited<ReturnType<typeof demonstration>>;
  beforeAll(async () => {
    site = await demonstration({ SALIENT_STREAMS_PER_ADDRESS: '3' });
  });
  afterAll(() => site.end());

  it('begins with the newest edition and passes on the next, which another process publishes', async () => {
    const stream = await openStream(site, '/live');
    expect(await stream.until('data:')).toMatch(/^retry: \d+\nid: 2\nevent: edition\ndata: 2\n\n$/);
    const number = await besides(site, (store) => nextEdition(store, [STRIKE], 'Told anew'));
    expect(number).toBe(3);
    expect(await stream.until('data: 3')).toMatch(/\n\n(:\n\n)*id: 3\nevent: edition\ndata: 3\n\n$/);
    expect(await site.json('/data/latest/manifest.json')).toMatchObject({ edition: 3, changes: 1 });
    await stream.leave();
  });

  it('is neither packed nor kept, here or on the way', async () => {
    const { response, leave } = await openStream(site, '/live');
    expect(response.status).toBe(200);
    const header = (name: string) => response.headers.get(name);
    expect(header('content-type')).toMatch(/^text\/event-stream/);
    expect(header('content-encoding')).toBeNull();
    expect(header('cache-control')).toBe('no-store, no-transform');
    expect(header('x-accel-buffering')).toBe('no');
    await leave();
    const head = await site.get('/live', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type')]).toEqual([200, header('content-type')]);
  });

  it('says when to ask again where an address has too many, and lets it in again when one has gone', async () => {
    const open = async () => {
      const stream = await openStream(site, '/live');
      return stream.response.status === 200 ? stream : stream.leave().then(() => undefined);
    };
    const until = (isFull: boolean) =>
      expect.poll(async () => {
        const one = await open();
        if (one) streams.push(one);
        return one === undefined;
      }, { timeout: 20_000 }).toBe(isFull); // prettier-ignore
    const streams: NonNullable<Awaited<ReturnType<typeof open>>>[] = [];
    await until(true);
    expect(streams.length).toBeLessThanOrEqual(3);
    const refused = await site.get('/live');
    expect(refused.status).toBe(503);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThanOrEqual(60);
    expect(await refused.json()).toMatchObject({
      error: { status: 503, message: expect.stringContaining('/data/latest/manifest.json') },
    });
    // Whoever is sent away can still read everything.
    expect((await site.get('/data/latest/manifest.json')).status).toBe(200);
    await streams[0]?.leave();
    await until(false);
    await Promise.all(streams.map((s) => s.leave()));
  });
});

it('streams end whole when the process is asked to end, and it ends with them open', async () => {
  const folder = tempFolder();
  const site = await startSite({ SALIENT_DATA: `${folder.path}/data`, SALIENT_SEED: 'none' });
  const streams = await Promise.all([1, 2, 3].map(() => openStream(site, '/live')));
  for (const stream of streams) expect(await stream.until('data:')).toContain('data: 0');
  const ends = Promise.all(streams.map((s) => s.end()));
  const { code, stderr } = await site.stop('SIGTERM');
  expect([code, stderr]).toEqual([0, '']);
  // A stream that was cut off would fail to be read.
  for (const text of await ends) expect(text).toMatch(/\n\n$/);
  folder.remove();
});
