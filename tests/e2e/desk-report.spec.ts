import type { Page } from '@playwright/test';
import { expect, test } from './desk-site.ts';

/** What a made-up agency says, in sentences of ours. */
const TEXT = `Air alarms sounded across the region before dawn.

A ballistic missile hit an industrial site in Dnipro on 21 November, the mayor said. Rescuers worked until noon.

Talks were to go on in Brussels.`;

/** Press keys and count them; typing words is not counted. */
function strokes(page: Page) {
  let count = 0;
  return {
    press: async (key: string, times = 1): Promise<void> => {
      for (let i = 0; i < times; i += 1) await page.keyboard.press(key);
      count += times;
    },
    words: (text: string) => page.keyboard.type(text),
    count: () => count,
  };
}

const saved = (page: Page) => expect(page.locator('[data-status=saved]').first()).toBeVisible();

async function enterReport(page: Page, title: string): Promise<void> {
  await page.goto('/desk/reports/new');
  await page.getByLabel('Title', { exact: true }).fill(title);
  await page.getByLabel('Publisher').fill('A made-up agency');
  await page.getByLabel('Published on, or not before').fill('2024-11-21');
  await page.getByLabel('Language').selectOption('en');
  await page.getByLabel('Kind').selectOption('article');
  await page.getByLabel('It has no address').check();
  await saved(page);
}

test('from a report that is pasted to its strike in review: fifteen keys besides the words', async ({
  as,
}) => {
  const page = await as('iryna');
  await enterReport(page, 'Strike on Dnipro');
  const box = page.getByLabel('What it says');
  await box.fill(TEXT);
  const keys = strokes(page);
  await keys.press('Control+Enter');
  const reading = page.getByRole('listbox', { name: 'The text' });
  await expect(reading).toBeVisible();
  await reading.focus();
  await keys.press('j');
  await keys.press('e');
  const form = page.getByRole('region', { name: 'New event' });
  await expect(form.getByLabel('Title', { exact: true })).toBeFocused();
  await keys.words('Missile hits a plant in Dnipro');
  await keys.press('Tab', 2);
  await keys.words('Strike');
  await keys.press('Tab');
  await keys.words('Russia');
  // Place and day are offered with the words that they come from, and taken by a key each; nothing was filled in.
  await expect(page.getByLabel('First day')).toHaveValue('');
  const offers = page.getByRole('region', { name: 'In the words' });
  await expect(offers.getByRole('button', { name: /21 Nov 2024/ })).toBeVisible();
  await expect(offers.getByRole('button', { name: /Dnipro, City/ })).toBeVisible();
  const place = await offers.getByRole('button').allTextContents();
  const nth = (pattern: RegExp): string => `Alt+${place.findIndex((text) => pattern.test(text)) + 1}`;
  await keys.press(nth(/21 Nov 2024/));
  await keys.press(nth(/Dnipro, City/));
  await expect(page.getByLabel('First day')).toHaveValue('2024-11-21');
  await page.getByLabel('How exactly is it known?').focus();
  await keys.words('Settlement');
  await page.getByLabel('Role').focus();
  await keys.words('Deep');
  await keys.press('Control+Enter');
  await expect(page.getByRole('status').filter({ hasText: 'In review' })).toBeVisible();
  expect(keys.count()).toBeLessThanOrEqual(15);

  // Its words are marked in the text, and it is listed under the report and in the queue.
  await expect(reading.locator('.drawn')).toContainText('A ballistic missile hit');
  await page.goto('/desk?state=review');
  await expect(page.getByRole('link', { name: 'Missile hits a plant in Dnipro' })).toBeVisible();
});

test('a second source for a known event is added to it as a citation', async ({ as }) => {
  const page = await as('iryna');
  await enterReport(page, 'Another word on the strike');
  await page.getByLabel('What it says').fill(TEXT);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('option', { name: /A ballistic missile hit/ }).click();
  await page.getByRole('button', { name: /Draw an event from it/ }).click();
  const form = page.getByRole('region', { name: 'New event' });
  await form.getByLabel('Title', { exact: true }).fill('Missile on Dnipro');
  await form.getByLabel('Kind', { exact: true }).selectOption('strike');
  await page.getByLabel('Who acted').selectOption('russia');
  await page.getByRole('button', { name: /21 Nov 2024/ }).click();
  await page.getByRole('button', { name: /Dnipro, City/ }).click();
  await page.getByLabel('How exactly is it known?').selectOption('settlement');
  const alike = page.getByRole('region', { name: 'Is it one of these?' });
  await expect(alike).toContainText('same day');
  await alike
    .getByRole('button', { name: 'Add as citation to “Intermediate-range missile hits Dnipro”' })
    .click();
  await expect(
    page.getByText('Added as a citation to “Intermediate-range missile hits Dnipro”.'),
  ).toBeVisible();
  await page.getByRole('link', { name: 'Intermediate-range missile hits Dnipro' }).click();
  const claims = page.getByRole('group', { name: /^Claim \d/ });
  await expect(claims.last().getByLabel('Speaker', { exact: true })).toHaveValue('A made-up agency');
});

test('one more like this has the source, kind, side, day and place of the first, and words of its own', async ({
  as,
}) => {
  const page = await as('iryna');
  await enterReport(page, 'Two strikes in one sentence');
  await page.getByLabel('What it says').fill(TEXT);
  await page.getByRole('button', { name: 'Read it' }).click();
  await page.getByRole('option', { name: /A ballistic missile hit/ }).click();
  await page.getByRole('button', { name: /Draw an event from it/ }).click();
  const form = page.getByRole('region', { name: 'New event' });
  const title = form.getByLabel('Title', { exact: true });
  await title.fill('First of two strikes');
  await form.getByLabel('Kind', { exact: true }).selectOption('strike');
  await form.getByLabel('Who acted').selectOption('russia');
  await form.getByRole('button', { name: /21 Nov 2024/ }).click();
  await form.getByRole('button', { name: /Dnipro, City/ }).click();
  await form.getByLabel('How exactly is it known?').selectOption('settlement');
  const point = (await form.locator('.set code').textContent()) ?? '';
  await form.getByLabel('What is said', { exact: true }).fill('The mayor spoke of a first missile.');
  await form.getByRole('button', { name: 'One more like this' }).click();

  // Another event, which is about the same until its own words say otherwise.
  await expect(title).toHaveValue('');
  await expect(title).toBeFocused();
  await expect(form.getByLabel('What is said', { exact: true })).toHaveValue('');
  await expect(form.getByLabel('Kind', { exact: true })).toHaveValue('strike');
  await expect(form.getByLabel('Who acted')).toHaveValue('russia');
  await expect(form.getByLabel('First day')).toHaveValue('2024-11-21');
  await expect(form.getByLabel('How exactly is it known?')).toHaveValue('settlement');
  await expect(form.locator('.set code')).toHaveText(point);
  await expect(form.locator('.chosen')).toContainText('Dnipro');
  const claim = form.getByRole('group', { name: /^Claim \d/ });
  await expect(claim).toHaveCount(1);
  await expect(claim.getByLabel('Speaker', { exact: true })).toHaveValue('A made-up agency');
  await expect(claim.getByLabel('Report')).toContainText('Two strikes in one sentence');
  await expect(claim.getByLabel('Short quotation').first()).toHaveValue(/A ballistic missile hit/);
  await title.fill('Second of two strikes');
  await saved(page);
  await form.getByRole('button', { name: 'Close the event' }).click();

  // Both are drawn from the report, and are two in the queue.
  for (const name of ['First of two strikes', 'Second of two strikes'])
    await expect(page.getByRole('link', { name })).toBeVisible();
  await page.goto('/desk?state=draft');
  await page.getByRole('link', { name: 'First of two strikes' }).click();
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('First of two strikes');
  await expect(page.getByLabel('What is said', { exact: true })).toHaveValue(
    'The mayor spoke of a first missile.',
  );
});

test('a report that is there already is pointed out while it is entered', async ({ as }) => {
  const page = await as('taras');
  await enterReport(page, 'A very particular title of a report');
  await page.goto('/desk/reports/new');
  await page.getByLabel('Title', { exact: true }).fill('A very particular title of the report');
  await page.getByLabel('Publisher').fill('A made-up agency');
  await page.getByLabel('Published on, or not before').fill('2024-11-21');
  const note = page.getByRole('region', { name: 'Is it there already?' });
  await expect(note.getByRole('link', { name: 'A very particular title of a report' })).toBeVisible();
});

test('what is pasted for the desk is on no public page', async ({ as, request }) => {
  const page = await as('iryna');
  await enterReport(page, 'A report with private words');
  await page.getByLabel('What it says').fill('Zanzibarian words that nobody may read.');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByRole('listbox', { name: 'The text' })).toBeVisible();
  for (const path of ['/', '/reports', '/search?q=Zanzibarian', '/data/latest/reports.json'])
    expect(await (await request.get(path)).text()).not.toContain('Zanzibarian words');
});
