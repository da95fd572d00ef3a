import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shippedStore } from '../../../../tests/fixtures/shipped.ts';
import { NO_WORDS } from '#lib/domain/embed/keyed.ts';
import type { Event, EventId } from '#lib/domain/events/event.ts';
import type { ChangeKind } from '#lib/domain/history/edition.ts';
import type { Report } from '#lib/domain/reports/report.ts';
import { buildObjects } from '../editions/objects.ts';
import type { Store } from '../store/store.ts';
import { BACK_OFF, callAll, notice } from './runner.ts';
import { sender, USUAL_RULES, type Send } from './send.ts';

const STRIKE = 'e-qs5fjj7wdd' as EventId;
/** A report that the strike cites, and nothing else does. */
const SOURCE = 'r-7iuxmoztrp';
const config = { origin: 'https://map.example' };

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** Somebody who is called, on this machine; how it answers is for the test to say. */
async function receiver(answer: { status: number; headers?: Record<string, string>; body?: string }) {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(answer.status, answer.headers).end(answer.body ?? 'thanks');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://hooks.news.example:${port}/map`,
    received,
    end: () => new Promise((done) => server.close(done)),
  };
}
/** As the site calls, but that this machine may be called. */
const here = sender({ ...USUAL_RULES, isAllowed: () => true, resolve: async () => ['127.0.0.1'] });

describe('calling an address', () => {
  it('is done at the machine that was looked at, under the name that was given', async () => {
    const at = await receiver({ status: 200 });
    try {
      expect(await here(at.url, { 'x-a': '1' }, '{"a":1}')).toEqual({ status: 200, text: 'thanks' });
      expect(at.received).toMatchObject([{ body: '{"a":1}', headers: { 'x-a': '1' } }]);
      expect(at.received[0]?.headers.host).toMatch(/^hooks\.news\.example:/);
    } finally {
      await at.end();
    }
  });

  it('is not done where any machine of the name is private, whichever comes first', async () => {
    const at = await receiver({ status: 200 });
    try {
      const { port } = new URL(at.url);
      for (const machines of [['127.0.0.1'], ['1.1.1.1', '10.0.0.1'], ['::ffff:127.0.0.1'], []]) {
        const send = sender({ ...USUAL_RULES, resolve: async () => machines });
        expect((await send(at.url, {}, '{}')).status).toBeUndefined();
      }
      const usual = sender(USUAL_RULES);
      for (const host of ['127.0.0.1', '[::1]', '2130706433'])
        expect(await usual(`http://${host}:${port}/`, {}, '{}')).toEqual({
          status: undefined,
          text: 'the address is private; nothing was sent',
        });
      expect(at.received).toEqual([]);
    } finally {
      await at.end();
    }
  });

  it('does not go on to where it is sent', async () => {
    const other = await receiver({ status: 200 });
    const at = await receiver({ status: 302, headers: { location: other.url } });
    try {
      expect((await here(at.url, {}, '{}')).status).toBe(302);
      expect(other.received).toEqual([]);
    } finally {
      await Promise.all([at.end(), other.end()]);
    }
  });

  it('is given up after a while, and keeps little of a long answer', async () => {
    const silent = createServer(() => undefined);
    await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
    const { port } = silent.address() as AddressInfo;
    const hasty = sender({ ...USUAL_RULES, isAllowed: () => true, patience: 50 });
    expect((await hasty(`http://127.0.0.1:${port}/`, {}, '{}')).status).toBeUndefined();
    const nameless = sender({ ...USUAL_RULES, resolve: () => new Promise(() => undefined), patience: 50 });
    expect(await nameless('https://hooks.news.example/', {}, '{}')).toEqual({
      status: undefined,
      text: 'the name was not found in time',
    });
    silent.closeAllConnections();
    await new Promise((done) => silent.close(done));
    const at = await receiver({ status: 200, body: 'x'.repeat(1_000_000) });
    try {
      expect((await here(at.url, {}, '{}')).text).toHaveLength(300);
    } finally {
      await at.end();
    }
  });
});

describe('a key that is told', () => {
  let store: Store;
  let remove: () => Promise<void>;
  beforeEach(async () => {
    ({ store, remove } = await shippedStore());
  });
  afterEach(() => remove());

  const make = (id: string, query: string, hook: string | undefined): Promise<void> =>
    store.widgets.make(
      { id, name: 'The Test Times', query, words: NO_WORDS, sites: [], hook, secret: 'hush', seen: 2 },
      'admin',
    );
  const publishChange = async <T extends Event | Report>(
    kind: 'event' | 'report',
    id: string,
    change: ChangeKind,
    edit: (was: T, edition: number) => T,
  ): Promise<void> => {
    const head = await store.public.head();
    const was = (await store.desk.latest(kind, id))?.payload as T;
    const payload = edit(was, head.number);
    const [revision = 0] = await store.desk.save([{ kind, payload: payload as never, by: 'tester' }]);
    await store.desk.publish(
      {
        published_at: head.published_at + 60_000,
        note: { en: 'A change.' },
        entries: [{ kind, id, revision, change, note: { en: 'Otherwise.' } }],
      },
      buildObjects,
    );
  };
  const retitle = (change: ChangeKind): Promise<void> =>
    publishChange('event', STRIKE, change, (was: Event, edition) => ({
      ...was,
      title: { en: `Title after edition ${edition}` },
    }));
  const turn = async (send: Send, now = Date.now): Promise<void> => {
    await notice({ store: store.public, widgets: store.widgets, config });
    await callAll({ widgets: store.widgets, send, now });
  };

  it('is called once for a correction of its map, signed, and not for an update or for another map', async () => {
    const at = await receiver({ status: 204 });
    try {
      await make('w-aaaaaaaaaa', `event=${STRIKE}&edition=2`, at.url);
      await make('w-bbbbbbbbbb', 'at=36.23,49.99,10&day=2024-11-21&edition=2', at.url);
      await make('w-cccccccccc', `event=${STRIKE}&edition=2`, undefined);
      await retitle('update');
      await turn(here);
      expect(at.received).toEqual([]);
      await retitle('correction');
      await turn(here);
      await turn(here);
      expect(at.received).toHaveLength(1);
      const [{ headers, body } = { headers: {}, body: '' }] = at.received;
      expect(JSON.parse(body)).toEqual({
        type: 'map.concerned',
        widget: 'w-aaaaaaaaaa',
        name: 'The Test Times',
        url: 'https://map.example/w/w-aaaaaaaaaa',
        edition: 4,
        changes: [
          {
            edition: 4,
            kind: 'event',
            id: STRIKE,
            change: 'correction',
            title: 'Intermediate-range missile hits Dnipro',
            note: 'Otherwise.',
            url: `https://map.example/events/${STRIKE}?edition=4`,
          },
        ],
      });
      const seconds = String(headers['x-salient-timestamp']);
      expect(Math.abs(Number(seconds) * 1000 - Date.now())).toBeLessThan(60_000);
      const proof = createHmac('sha256', 'hush').update(`${seconds}.${body}`).digest('hex');
      expect(headers['x-salient-signature']).toBe(`sha256=${proof}`);
      expect(await store.widgets.calls('w-aaaaaaaaaa', 5)).toMatchObject([
        { status: 204, tries: 1, due: undefined },
      ]);
    } finally {
      await at.end();
    }
  });

  it('is called for a correction of a report that an event of its map cites, and for no update of it', async () => {
    const bodies: string[] = [];
    const send: Send = async (_url, _headers, body) => {
      bodies.push(body);
      return { status: 200, text: '' };
    };
    await make('w-aaaaaaaaaa', `event=${STRIKE}&edition=2`, 'https://hooks.news.example/');
    await make('w-bbbbbbbbbb', 'at=36.23,49.99,10&day=2024-11-21&edition=2', 'https://hooks.news.example/');
    for (const how of ['update', 'correction'] as const) {
      await publishChange('report', SOURCE, how, (was: Report) => ({ ...was, title: `After an ${how}` }));
      await turn(send);
    }
    expect(bodies.map((body) => JSON.parse(body) as unknown)).toMatchObject([
      { widget: 'w-aaaaaaaaaa', edition: 4, changes: [{ id: SOURCE, kind: 'report', change: 'correction' }] },
    ]);
  });

  it('that follows the front is called for any change of what it shows', async () => {
    const bodies: string[] = [];
    const send: Send = async (_url, _headers, body) => {
      bodies.push(body);
      return { status: 200, text: '' };
    };
    await make('w-aaaaaaaaaa', 'at=35.04,48.46,9&day=2024-11-26', 'https://hooks.news.example/');
    await make('w-bbbbbbbbbb', 'at=36.23,49.99,10&day=2024-11-26', 'https://hooks.news.example/');
    await retitle('update');
    await turn(send);
    expect(bodies.map((body) => JSON.parse(body) as unknown)).toMatchObject([
      { widget: 'w-aaaaaaaaaa', edition: 3, changes: [{ id: STRIKE, change: 'update' }] },
    ]);
  });

  it('is tried again, each time after a longer while, and given up in the end', async () => {
    const waits: number[] = [];
    let calls = 0;
    const send: Send = async () => {
      calls += 1;
      return { status: 500, text: 'broken' };
    };
    const asIfDue = {
      ...store.widgets,
      one: (id: string) => store.widgets.one(id),
      due: async () =>
        (await store.widgets.calls('w-aaaaaaaaaa', 5)).filter((call) => call.due !== undefined),
      tried: async (number: number, how: Parameters<Store['widgets']['tried']>[1]) => {
        if (how.again !== undefined) waits.push(how.again);
        await store.widgets.tried(number, how);
      },
    } as unknown as Store['widgets'];
    await make('w-aaaaaaaaaa', `event=${STRIKE}&edition=2`, 'https://hooks.news.example/');
    await retitle('correction');
    await notice({ store: store.public, widgets: store.widgets, config });
    for (let i = 0; i < 10; i += 1) await callAll({ widgets: asIfDue, send, now: Date.now });
    expect(waits).toEqual(BACK_OFF);
    expect([...waits].sort((a, b) => a - b)).toEqual(waits);
    expect(calls).toBe(BACK_OFF.length + 1);
    expect(await store.widgets.calls('w-aaaaaaaaaa', 5)).toMatchObject([
      { status: 500, answer: 'broken', tries: BACK_OFF.length + 1, due: undefined },
    ]);
  });
});
