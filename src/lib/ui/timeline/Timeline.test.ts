import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Component } from 'svelte';
import type { render as renderOf } from 'svelte/server';
import { createServer, type ViteDevServer } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, type Day } from '#lib/domain/time/day.ts';
import { timelineModel, type TimelineInput } from '#lib/scene/timeline.ts';

/** Unit tests run without the Svelte plugin, so the component is made by a bundler of its own, as for the server. */
let bundler: ViteDevServer;
let folder: string;
let render: typeof renderOf;
let Timeline: Component<Record<string, unknown>>;
const parts: Record<string, unknown> = {};
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'salient-timeline-'));
  bundler = await createServer({
    configFile: false,
    cacheDir: folder,
    appType: 'custom',
    logLevel: 'error',
    plugins: [svelte({ configFile: false, prebundleSvelteLibraries: false })],
    optimizeDeps: { noDiscovery: true },
    server: { middlewareMode: true, ws: false, watch: null },
  });
  ({ render } = (await bundler.ssrLoadModule('svelte/server')) as { render: typeof renderOf });
  const made = await bundler.ssrLoadModule('/src/lib/ui/timeline/Timeline.svelte');
  Timeline = made.default as typeof Timeline;
  for (const name of ['DayForm', 'More', 'Tempo'])
    parts[name] = (await bundler.ssrLoadModule(`/src/lib/ui/timeline/${name}.svelte`)).default;
});
afterAll(async () => {
  await bundler.close();
  rmSync(folder, { recursive: true, force: true });
});

const input: TimelineInput = {
  catalogue: {
    events: [
      {
        id: 'e-aaaaaaaaaa',
        kind: 'strike',
        title: { en: 'A strike <b>' },
        period: { from: day('2024-11-18'), until: day('2024-11-25') },
        claims: [],
      } as never,
      {
        id: 'e-bbbbbbbbbb',
        kind: 'strike',
        title: { en: 'Another' },
        period: { from: day('2024-11-21'), until: day('2024-11-22') },
        claims: [],
      } as never,
    ],
    reports: new Map(),
    evidence: () => ({ level: 'reported', disputed: false }) as never,
  },
  control: {
    opens: day('2024-11-01'),
    lastReviewed: day('2024-11-26'),
    moves: [day('2024-11-25')],
  },
  view: {},
  lang: 'en',
  ends: [day('2024-11-26')],
};
/** The markup without the classes and comments that the compiler adds. */
const drawn = (at: string, live = false, lang: 'en' | 'uk' = 'en'): string =>
  render(Timeline, {
    props: {
      parts,
      timeline: timelineModel({ ...input, lang }, { window: 7 }, day(at)),
      live,
      hrefOf: (d: Day) => `/uk?day=${d}&window=7&kinds=strike`,
      hrefOfWindow: (w: number | 'all') => `/uk?window=${w}`,
    },
  }).body.replace(/ class="svelte-\w+"| svelte-\w+|<!--.*?-->/g, '');

describe('the timeline as the server draws it', () => {
  it('has a link for every bar, every step and every window', () => {
    const html = drawn('2024-11-22');
    for (let d = 1; d <= 26; d += 1) {
      expect(html).toContain(`day=2024-11-${String(d).padStart(2, '0')}&amp;`);
    }
    expect(html).toMatch(/rel="prev"[^>]*aria-label="Day before"/);
    expect(html).toContain('<title>26 Nov 2024: nothing recorded</title>');
    expect(html).toContain('<title>25 Nov 2024: line moved</title>');
    expect(html.match(/href="\/uk\?window=(1|7|30|all)"/g)?.length).toBe(8);
    expect(html).toMatch(/aria-current="true"[^>]*>Week</);
  });

  it('asks for a day by a form that keeps the rest of the view', () => {
    const html = drawn('2024-11-22');
    expect(html).toMatch(/<form action="\/uk" method="get"/);
    expect(html).toMatch(/type="date" name="day" value="2024-11-22" min="2024-11-01" max="2024-11-26"/);
    expect(html).toContain('<input type="hidden" name="kinds" value="strike"/>');
    expect(html).not.toMatch(/type="hidden" name="day"/);
  });

  it('offers nothing that needs a script, and no style that the policy refuses', () => {
    const html = drawn('2024-11-22');
    expect(html).not.toContain('type="range"');
    expect(html).not.toContain('aria-label="Play"');
    expect(html + drawn('2024-11-22', true)).not.toMatch(/\sstyle=/);
  });

  it('names what is dated to several days on each of them, as text', () => {
    const html = drawn('2024-11-22');
    expect(html.match(/18–24 Nov 2024: A strike &lt;b/g)).toHaveLength(7);
    expect(html).toMatch(/<title>21 Nov 2024: 1 event\n18–24 Nov 2024: A strike/);
  });

  it('has no address for a step that leads nowhere', () => {
    expect(drawn('2024-11-26')).toMatch(
      /<a class="time-key[^"]*"[^>]* role="link" aria-disabled="true"[^>]*aria-label="Next day"/,
    );
  });
});

describe('the timeline once it is live', () => {
  it('is a slider that says its day in words', () => {
    const html = drawn('2024-11-21', true);
    expect(html).toMatch(/type="range" min="0" max="25" step="1" value="20" aria-label="Day shown"/);
    expect(html).toContain('aria-valuetext="21 November 2024: 1 event"');
    expect(drawn('2024-11-25', true, 'uk')).toContain('aria-valuetext="25 листопада 2024: лінія змінилася"');
  });

  it('says so where the day shown lies outside of its days', () => {
    expect(drawn('2031-01-01', true)).toMatch(/aria-valuetext="1 January 2031: .*after the last day here"/);
  });
});
