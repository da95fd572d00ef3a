import type { Page } from '@playwright/test';
import { besides } from '../fixtures/desk.ts';
import { nextEdition } from '../fixtures/next-edition.ts';
import { demonstration, type Site } from '../fixtures/server.ts';
import { card, expectDay, mapReady, openMap, param, rows } from './map-page.ts';
import { expect, overflow, test as watched } from './watched.ts';

/** A site of the test's own, into which editions are published while somebody looks. */
const test = watched.extend<{ site: Site }>({
  site: async ({}, use) => {
    const site = await demonstration();
    await use(site);
    await site.end();
  },
  baseURL: ({ site }, use) => use(site.origin),
});

const STRIKE = 'e-qs5fjj7wdd';
/** Two that happened in the week to 26 November. */
const TWO = [STRIKE, 'e-aiov23cufq'];
const publish = (site: Site, title: string, ids: readonly string[] = [STRIKE]) =>
  besides(site, (store) => nextEdition(store, ids, title));

const offer = (page: Page) => page.locator('.new-edition').getByText(/new edition|нов(ий|і) випуск/i);
const streams = (page: Page): string[] => {
  const open: string[] = [];
  page.on('request', (request) => {
    if (new URL(request.url()).pathname === '/live') open.push(request.url());
  });
  return open;
};

test('a new edition is offered while somebody looks, and shown in place: day, view and card stay', async ({
  page,
  site,
}) => {
  await openMap(page, `/?day=2024-11-22&window=30&at=35.2,48.4,7.5&event=${STRIKE}`);
  await expect(card(page)).toContainText('Intermediate-range missile hits Dnipro');
  const before = page.url();
  // What would be gone if the page were loaded anew.
  await page.evaluate(() => Object.assign(window, { stayed: true }));

  expect(await publish(site, 'Told anew', TWO)).toBe(3);
  await expect(offer(page)).toContainText('New edition: 2 changes');
  // Until somebody asks for it, nothing moves.
  expect(page.url()).toBe(before);
  await expect(card(page)).toContainText('Intermediate-range missile hits Dnipro');
  await expect(page.locator('.pill')).toContainText('Edition 2');
  await expect(page.getByRole('status').filter({ hasText: 'New edition' })).toBeVisible();

  await offer(page).getByRole('button', { name: 'Show' }).click();
  await expect(page.locator('.pill')).toContainText('Edition 3');
  await expect(card(page)).toContainText('Told anew');
  await expect(offer(page)).toBeHidden();
  expect(page.url()).toBe(before);
  expect(await page.evaluate(() => 'stayed' in window)).toBe(true);
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');

  // The next one is offered again, and what is asked for afterwards is of the new edition.
  await publish(site, 'Told a third time');
  await expect(offer(page)).toContainText('New edition: 1 change');
  await offer(page).getByRole('button', { name: 'Show' }).click();
  await expect(card(page)).toContainText('Told a third time');
  await expect(page.locator('.pill')).toContainText('Edition 4');
});

test('the usual day stays the day that is looked at, and the address says so', async ({ page, site }) => {
  await openMap(page);
  await expect(page.locator('h1')).toContainText('26 November 2024');
  await besides(site, async (store) => {
    const [ledger] = (await store.desk.all('ledger')).map((l) => l.payload);
    if (!ledger) throw new Error('no ledger');
    // Reviewed to a later day: without a day, an address now means that one.
    const payload = { ...ledger, last_reviewed: '2024-11-28' as typeof ledger.last_reviewed };
    const [revision] = await store.desk.save([{ kind: 'ledger', payload, by: 'tester' }]);
    const { buildObjects } = await import('../../src/lib/server/editions/objects.ts');
    await store.desk.publish(
      {
        published_at: Date.now(),
        note: { en: 'Reviewed.' },
        entries: [{ kind: 'ledger', id: ledger.id, revision: revision as number, change: 'update' }],
      },
      buildObjects,
    );
  });
  await offer(page).getByRole('button', { name: 'Show' }).click();
  await expect(page.locator('.pill')).toContainText('Line last reviewed 28 Nov 2024');
  await expectDay(page, '2024-11-26', '26 November 2024');
});

test('an offer that is put aside stays away until there is another edition', async ({ page, site }) => {
  await openMap(page, '/uk?day=2024-11-25');
  await publish(site, 'Раз');
  await expect(offer(page)).toContainText('Новий випуск: 1 зміна');
  await offer(page).getByRole('button', { name: 'Не зараз' }).click();
  await expect(offer(page)).toBeHidden();
  await publish(site, 'Два', TWO);
  await expect(offer(page)).toContainText('2 нові випуски: 3 зміни');
});

test('who looks at a certain edition is told of no other and holds no stream', async ({ page, site }) => {
  const open = streams(page);
  for (const path of ['/?edition=2', '/?known=2026-11-23', '/?edition=1']) {
    await page.goto(path);
    // All that would listen is there, and has settled that it need not.
    await expect(page.locator('[data-stream="none"]')).toBeAttached({ timeout: 60_000 });
  }
  expect(open).toEqual([]);
  await publish(site, 'Told anew');
  await page.goto('/');
  await mapReady(page);
  expect(open).toHaveLength(1);
  await expect(rows(page).first()).toBeVisible();
  await expect(offer(page)).toBeHidden();
});

test('a hidden page holds no stream, and catches up when it is looked at again', async ({ page, site }) => {
  const open = streams(page);
  await openMap(page);
  expect(open).toHaveLength(1);
  const turn = (state: 'hidden' | 'visible') =>
    page.evaluate((value) => {
      Object.defineProperty(document, 'visibilityState', { value, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  const ended = page.waitForEvent('requestfailed', (r) => new URL(r.url()).pathname === '/live');
  await turn('hidden');
  await ended;
  await publish(site, 'Told anew');
  expect(open).toHaveLength(1);
  await turn('visible');
  await expect(offer(page)).toContainText('New edition: 1 change');
});

test('an offer outlasts a spell offline, and what came out meanwhile is offered after it', async ({
  page,
  context,
  site,
}) => {
  await openMap(page);
  await publish(site, 'Told anew');
  await expect(offer(page)).toContainText('New edition: 1 change');
  const note = page.locator('#map-notes');
  await context.setOffline(true);
  await expect(note).toContainText('You are offline.');
  await publish(site, 'Told a third time', TWO);
  await context.setOffline(false);
  await expect(note).toHaveText('');
  await expect(offer(page)).toContainText('2 new editions: 3 changes');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('the offer covers no control of the map, and fits', async ({ page, site }) => {
    await openMap(page, '/uk?day=2024-11-25&theme=dark');
    await publish(site, 'Told anew');
    await expect(offer(page)).toBeVisible();
    const note = await offer(page).boundingBox();
    if (!note) throw new Error('no offer');
    for (const control of await page.locator('.tools .tool:visible, .find:visible, .chips:visible').all()) {
      const box = await control.boundingBox();
      if (!box) continue;
      const isApart =
        box.x >= note.x + note.width ||
        note.x >= box.x + box.width ||
        box.y >= note.y + note.height ||
        note.y >= box.y + box.height;
      expect(isApart, (await control.getAttribute('aria-label')) ?? 'a control').toBe(true);
    }
    for (const button of await offer(page).getByRole('button').all())
      expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
    expect(await overflow(page)).toBe(0);
    expect(param(page, 'day')).toBe('2024-11-25');
  });
});
