import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChangeKind } from '#lib/domain/history/edition.ts';
import type { Event, EventId } from '#lib/domain/events/event.ts';
import { buildObjects } from '#lib/server/editions/objects.ts';
import { rebuilder } from '#lib/server/editions/rebuild.ts';
import { besides, words } from '../fixtures/desk.ts';
import { demonstration } from '../fixtures/server.ts';

let site: Awaited<ReturnType<typeof demonstration>>;
beforeAll(async () => {
  site = await demonstration();
});
afterAll(() => site.end());

const STRIKE = 'e-qs5fjj7wdd' as EventId;
const PINNED = `event=${STRIKE}&day=2024-11-21&edition=2`;
const ELSEWHERE = 'at=36.23,49.99,10&day=2024-11-21&edition=2';

/** Publish another title of the strike. */
const retitle = (change: ChangeKind, title: string, note: string): Promise<void> =>
  besides(site, async (store) => {
    const head = await store.public.head();
    const was = (await store.desk.latest('event', STRIKE))?.payload as Event;
    const payload = { ...was, title: { en: title } };
    const [revision = 0] = await store.desk.save([{ kind: 'event', payload, by: 'tester' }]);
    await store.desk.publish(
      {
        published_at: head.published_at + 60_000,
        note: { en: 'A change.' },
        entries: [{ kind: 'event', id: STRIKE, revision, change, note: { en: note } }],
      },
      buildObjects,
    );
  });
const page = (query: string): Promise<string> => site.text(`/embed?${query}`);
const feed = (query: string): Promise<string> => site.text(`/embed/feed?${query}`);
/** A picture without the words around it. */
const pictureIn = (html: string): string => /<div class="maps[^]*?<footer>/.exec(html)?.[0] ?? '';
const ribbonIn = (html: string): string => words(/<p class="ribbon"[^]*?<\/p>/.exec(html)?.[0] ?? '').trim();

describe('a widget that is pinned to an edition', () => {
  let before: string;
  let tag: string | null;

  it('has no ribbon while nothing was corrected, and an empty feed that it names', async () => {
    const response = await site.get(`/embed?${PINNED}`);
    tag = response.headers.get('etag');
    before = await response.text();
    expect(ribbonIn(before)).toBe('');
    expect(before).toContain(`${site.origin}/embed/feed?day=2024-11-21&amp;edition=2&amp;event=${STRIKE}`);
    const xml = await feed(PINNED);
    expect(xml).toContain('<feed xmlns="http://www.w3.org/2005/Atom"');
    expect(xml).not.toContain('<entry>');
  });

  it('stays as it is after an update', async () => {
    await retitle('update', 'Another title', 'More is known.');
    const html = await page(PINNED);
    expect(ribbonIn(html)).toBe('');
    expect(words(html)).not.toContain('Another title');
    expect(await feed(PINNED)).not.toContain('<entry>');
  });

  it('gets a ribbon by a correction, and its picture and words stay', async () => {
    await retitle('correction', 'Third title', 'It was <b>not</b> as told.');
    const response = await site.get(`/embed?${PINNED}`, { headers: { 'if-none-match': tag ?? '' } });
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(ribbonIn(html)).toBe(
      'Corrected since: “Intermediate-range missile hits Dnipro”. It was &lt;b>not&lt;/b> as told. What was corrected',
    );
    expect(html).toContain(`href="${site.origin}/events/${STRIKE}?edition=4"`);
    expect(pictureIn(html)).toBe(pictureIn(before));
    expect(words(html)).not.toContain('Third title');
    expect(ribbonIn(await page(ELSEWHERE))).toBe('');
    expect(ribbonIn(await page(`${PINNED}&lang=uk`))).toMatch(/^Відтоді виправлено/);
  });

  it('has the correction in its feed, with an id, an instant and a link', async () => {
    const response = await site.get(`/embed/feed?${PINNED}`);
    expect(response.headers.get('content-type')).toContain('application/atom+xml');
    const xml = await response.text();
    const [, entry = ''] = /<entry>([^]*?)<\/entry>/.exec(xml) ?? [];
    expect(entry).toContain(`<id>${site.origin}/corrections#4-event-${STRIKE}</id>`);
    expect(entry).toMatch(/<updated>\d{4}-\d\d-\d\dT[\d:.]+Z<\/updated>/);
    expect(entry).toContain(`href="${site.origin}/events/${STRIKE}?edition=4"`);
    expect(entry).toContain('It was &lt;b&gt;not&lt;/b&gt; as told. In edition 4.');
    expect(xml.match(/<entry>/g)).toHaveLength(1);
    expect(await feed(ELSEWHERE)).not.toContain('<entry>');
    const again = await site.get(`/embed/feed?${PINNED}`, {
      headers: { 'if-none-match': response.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  it('shows nothing any more of what is taken down, and says so over the picture', async () => {
    const { headers } = await site.get(`/embed?${PINNED}`);
    expect(headers.get('cache-control')).toBe('public, max-age=60');
    await besides(site, (store) =>
      store.publishing.takeDown({ kind: 'event', id: STRIKE, by: 'tester', reason: 'endangers' }, rebuilder),
    );
    const response = await site.get(`/embed?${PINNED}`, {
      headers: { 'if-none-match': headers.get('etag') ?? '' },
    });
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).not.toMatch(/Intermediate-range|Third title/);
    expect(html).toMatch(/<div class="stage">[^]*<p class="gone" role="note">[^]*was taken down/);
    expect(ribbonIn(html)).toBe('');
    expect(html).toContain('<svg');
    expect(await feed(PINNED)).not.toMatch(/<entry>|Intermediate-range/);
    expect(
      (await site.get(`/oembed?url=${encodeURIComponent(`${site.origin}/embed?${PINNED}`)}`)).status,
    ).toBe(404);
  });
});

it('a feed of any address is a feed', async () => {
  const hostile = encodeURIComponent('"><script>&]]>\u0001');
  for (const query of ['', 'lang=uk', `place=${hostile}&event=${hostile}&day=${hostile}`, 'edition=99999']) {
    const response = await site.get(`/embed/feed?${query}`);
    expect(response.status, query).toBe(200);
    const xml = await response.text();
    expect(xml).toMatch(/^<\?xml[^]*<feed [^]*<\/feed>\n$/);
    expect(xml).not.toMatch(/<script|&(?!amp;|lt;|gt;|quot;)/);
  }
});

it('an operator can say which sites may show widgets, and no other page may be shown', async () => {
  const few = await demonstration({
    SALIENT_SEED: 'none',
    SALIENT_EMBED_SITES: 'https://news.example https://*.paper.example',
  });
  try {
    const policy = async (path: string): Promise<string> =>
      (await few.get(path)).headers.get('content-security-policy') ?? '';
    expect(await policy('/embed')).toContain(
      "frame-ancestors 'self' https://news.example https://*.paper.example",
    );
    for (const path of ['/', '/events', '/embed/feed', '/oembed?url=x', '/map.svg'])
      expect(await policy(path), path).toContain("frame-ancestors 'none'");
  } finally {
    await few.end();
  }
});
