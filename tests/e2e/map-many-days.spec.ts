import type { Page } from '@playwright/test';
import { card, expectDay, openMap, rows } from './map-page.ts';
import { markOf } from './on-the-map.ts';
import { expect, test } from './watched.ts';

test.use({ viewport: { width: 1280, height: 800 } });

const STRIKE = 'e-qs5fjj7wdd';
const TITLE = 'Intermediate-range missile hits Dnipro';
const said = (page: Page) => page.locator('.lead > [role="status"]');
const row = (page: Page, title: string) => rows(page).filter({ hasText: title });

/** Keep every text that is read out from now on. */
async function keepSaid(page: Page): Promise<() => Promise<string[]>> {
  const texts = await said(page).evaluateHandle((status) => {
    const kept: string[] = [];
    new MutationObserver(() => kept.push(status.textContent.trim())).observe(status, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    return kept;
  });
  return () => texts.jsonValue();
}

/** Press keys, and click the row of a title, before the browser can draw anything between them. */
const atOnce = (page: Page, keys: readonly string[], title?: string): Promise<void> =>
  page.evaluate(
    ([all, wanted]) => {
      for (const key of all)
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
      const links = [...document.querySelectorAll<HTMLElement>('#changed > .rows a')];
      if (wanted) links.find((a) => a.textContent.trim() === wanted)?.click();
    },
    [keys, title] as const,
  );

test('days that pass faster than they can be drawn: the last is shown everywhere, and read out once', async ({
  page,
}) => {
  await openMap(page, '/?day=2024-11-26&window=1');
  const texts = await keepSaid(page);
  await atOnce(page, Array<string>(5).fill('ArrowLeft'));
  await expectDay(page, '2024-11-21', '21 November 2024');
  await expect(said(page)).toHaveText('21 November 2024: 2 things listed');
  await expect(row(page, TITLE)).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  await expect(page.locator('.sentence')).toContainText('1 strike (Dnipro)');
  await expect(page.getByRole('listbox', { name: 'On the map: 1' }).getByRole('option')).toHaveCount(1);
  await expect(markOf(page, STRIKE)).toBeVisible();
  await expect(page.locator('#changed').getByRole('link', { name: /^All of 21 November/ })).toHaveAttribute(
    'href',
    /\/days\/2024-11-21/,
  );
  expect(await texts()).toEqual(['21 November 2024: 2 things listed']);

  await test.step('there and back again: what was listed still is', async () => {
    await atOnce(page, ['ArrowLeft', 'ArrowRight']);
    await expectDay(page, '2024-11-21', '21 November 2024');
    await expect(row(page, TITLE)).toBeVisible();
    await expect(rows(page)).toHaveCount(3);
  });
});

test('a row that is chosen in the moment in which its day is left opens what it names', async ({ page }) => {
  await openMap(page, '/?day=2024-11-21&window=1');
  await test.step('an event', async () => {
    await atOnce(page, ['ArrowLeft'], TITLE);
    await expectDay(page, '2024-11-20', '20 November 2024');
    await expect(card(page).getByRole('heading', { level: 2 })).toHaveText(TITLE);
    await page.keyboard.press('Escape');
    await expect(card(page)).toHaveCount(0);
    await expect(row(page, TITLE)).toHaveCount(0);
    await expect(said(page)).toHaveText(/^20 November 2024: /);
  });
  await test.step('ground that changed hands', async () => {
    const moved = 'Katerynivka passes to Russian control';
    // With the card the focus went to the list of marks, in which arrows go from mark to mark once there is one.
    await atOnce(page, Array<string>(4).fill('ArrowRight'));
    await expectDay(page, '2024-11-24', '24 November 2024');
    await expect(row(page, moved)).toBeVisible();
    await atOnce(page, ['ArrowLeft'], moved);
    await expectDay(page, '2024-11-23', '23 November 2024');
    await expect(card(page)).toContainText('Ground · 23 Nov 2024');
  });
});
