import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { runToEnd, startSite, tempFolder } from '../fixtures/server.ts';
import { card, expectParam, middleOf, openMap } from './map-page.ts';
import { markOf } from './on-the-map.ts';
import { slider } from './on-the-timeline.ts';
import { expect, test as base } from './watched.ts';

/** A site of its own with some hundred synthetic events. */
const test = base.extend<object, { many: string }>({
  many: [
    // Playwright reads from the pattern what a fixture needs; this one needs nothing.
    async ({}, use) => {
      const folder = tempFolder();
      const geodata = join(folder.path, 'geodata');
      const made = await runToEnd([
        'scripts/run.mjs',
        'geodata:sample',
        ...['--events', '600', '--seed', '7', '--out', geodata],
      ]);
      expect(made.code, made.stderr).toBe(0);
      const site = await startSite({ SALIENT_GEODATA: geodata, SALIENT_DATA: join(folder.path, 'data') }, [
        'scripts/run.mjs',
        'serve',
      ]);
      await use(site.origin);
      await site.stop();
      folder.remove();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  baseURL: async ({ many }, use) => use(many),
});
test.use({ viewport: { width: 1280, height: 800 } });

interface Cluster {
  readonly ids: string;
  readonly count: number;
  readonly place: string;
}

/** Clusters with what is written in them and where they stand. */
const clusters = (page: Page): Promise<Cluster[]> =>
  page.locator('.map-marks .marks > g.cluster:not(.leaving)').evaluateAll((all) =>
    all.map((g) => ({
      ids: (g as SVGGElement).dataset['ids'] ?? '',
      count: Number(g.querySelector('text')?.textContent),
      place: g.getAttribute('transform') ?? '',
    })),
  );

test('many events cluster with their count, keep their place while days pass, and come apart', async ({
  page,
}) => {
  await openMap(page, '/?day=2024-10-15&window=30');

  await test.step('the page says that they never happened', async () => {
    await expect(page.locator('.pill')).toContainText('Synthetic sample: these events never happened');
  });

  const first = await clusters(page);
  await test.step('each cluster says how many it holds', () => {
    expect(first.length).toBeGreaterThan(3);
    for (const { ids, count } of first) expect(count).toBe(ids.split(' ').length);
  });

  await test.step('while days pass the numbers change and the places stay', async () => {
    const before = new Map(first.map((c) => [c.place, c.count]));
    let kept = 0;
    let changed = 0;
    for (const day of ['16', '17', '18']) {
      await slider(page).press('ArrowRight');
      await expect(page.locator('h1')).toContainText(`${day} October 2024`);
      const now = await clusters(page);
      kept += now.filter((c) => before.has(c.place)).length;
      changed += now.filter((c) => before.has(c.place) && before.get(c.place) !== c.count).length;
      const moved = now.filter((c) => !before.has(c.place));
      // A cell that had one event or none may have become a cluster; none of the old ones has wandered.
      for (const { place } of moved) {
        const [x, y] = at(place);
        const nearest = Math.min(
          ...[...before.keys()].map((old) => Math.hypot(at(old)[0] - x, at(old)[1] - y)),
        );
        expect(nearest, place).toBeGreaterThan(5);
      }
    }
    expect(kept).toBeGreaterThan(first.length * 2);
    expect(changed).toBeGreaterThan(0);
  });

  await test.step('a large one comes apart when it is pressed', async () => {
    const [largest] = (await clusters(page)).sort((a, b) => b.count - a.count);
    const ids = largest?.ids.split(' ') ?? [];
    expect(ids.length).toBeGreaterThan(8);
    const { x, y } = await middleOf(markOf(page, ids[0] ?? ''));
    await page.mouse.click(x, y);
    await expectParam(page, 'at', /./);
    await expect
      .poll(async () => (await clusters(page)).some((c) => ids.every((id) => c.ids.includes(id))))
      .toBe(false);
    await expect(card(page)).toHaveCount(0);
  });
});

test('a small cluster opens as a list, and from one of them lead previous and next', async ({ page }) => {
  await openMap(page, '/?day=2024-10-15&window=30');
  const stage = await page.locator('.stage').boundingBox();
  /** In the open middle of the map, clear of what lies over it. */
  const isFree = ({ place }: Cluster): boolean => {
    const [x, y] = at(place);
    return x > 40 && x < (stage?.width ?? 0) - 340 && y > 60 && y < (stage?.height ?? 0) - 100;
  };
  const small = (await clusters(page)).filter(isFree).find(({ count }) => count <= 8);
  const ids = small?.ids.split(' ') ?? [];
  expect(ids.length, 'events in a small cluster').toBeGreaterThan(1);
  const { x, y } = await middleOf(markOf(page, ids[0] ?? ''));
  await page.mouse.click(x, y);
  const heading = card(page).getByRole('heading', { level: 2 });
  await expect(heading).toHaveText(`${ids.length} events here`);
  const choices = card(page).locator('ol > li');
  await expect(choices).toHaveCount(ids.length);
  await expect(card(page)).toContainText('Choose one.');

  const titles = await choices.getByRole('link').allTextContents();
  await choices.getByRole('link').first().click();
  await expect(heading).toContainText('Synthetic event');
  await expectParam(page, 'event', /^e-/);
  const here = card(page).getByRole('navigation', { name: `${ids.length} events here` });
  await expect(here).toContainText(new RegExp(`\\d of ${ids.length} here`));

  await test.step('to the first by going back, then to each by going on', async () => {
    const previous = here.getByRole('button', { name: 'Previous here' });
    while ((await previous.count()) > 0) {
      const title = await heading.textContent();
      await previous.click();
      await expect(heading).not.toHaveText(title ?? '');
    }
    await expect(here).toContainText(`1 of ${ids.length} here`);
    const seen = [(await heading.textContent()) ?? ''];
    for (let i = 2; i <= ids.length; i += 1) {
      await here.getByRole('button', { name: 'Next here' }).click();
      await expect(here).toContainText(`${i} of ${ids.length} here`);
      seen.push((await heading.textContent()) ?? '');
    }
    expect(seen.sort()).toEqual(titles.map((title) => title.trim()).sort());
    await expect(here.getByRole('button', { name: 'Next here' })).toHaveCount(0);
  });

  await test.step('and back to the list', async () => {
    await here.getByRole('button', { name: `${ids.length} of ${ids.length} here` }).click();
    await expect(choices).toHaveCount(ids.length);
    await expectParam(page, 'event', null);
  });
});

/** Where a transform moves to. */
function at(transform: string): [x: number, y: number] {
  const [, x, y] = /translate\((\S+) (\S+)\)/.exec(transform) ?? [];
  return [Number(x), Number(y)];
}
