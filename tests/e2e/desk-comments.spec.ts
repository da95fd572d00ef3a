import type { Page } from '@playwright/test';
import { expect, test } from './desk-site.ts';

/** A new event that is saved; its address. */
async function begun(page: Page, title: string): Promise<string> {
  await page.goto('/desk/events/new');
  await page.getByLabel('Title', { exact: true }).fill(title);
  await expect(page.locator('[data-status=saved]')).toBeVisible();
  return new URL(page.url()).pathname;
}
const field = (page: Page) => page.getByLabel('Comment', { exact: true });
const say = (page: Page) => page.getByRole('button', { name: 'Say it' });
/** What Iryna said, as it stands on a page. */
const said = (page: Page) => page.getByRole('listitem').filter({ hasText: 'Iryna, ' });

test('what is said of an item stands there with a name and a time, for colleagues too, until it is settled', async ({
  as,
}) => {
  const page = await as('iryna');
  const path = await begun(page, 'Something to speak about');
  await expect(say(page)).toBeDisabled();
  await field(page).fill('Which of the two plants?\nThe mayor names one.');
  await say(page).click();
  await expect(said(page)).toHaveCount(1);
  await expect(said(page)).toContainText('Which of the two plants?');
  await expect(said(page)).toContainText(/Iryna, \d{1,2} \w+ \d{4}, \d{2}:\d{2}/);
  await expect(field(page)).toHaveValue('');

  const colleague = await as('taras');
  await colleague.goto(path);
  await expect(said(colleague)).toContainText('The mayor names one.');
  await said(colleague).getByRole('button', { name: 'Settled' }).click();
  await expect(said(colleague).getByRole('button')).toHaveCount(0);
  await page.reload();
  await expect(said(page)).toContainText('Which of the two plants?');
  await expect(said(page).getByRole('button')).toHaveCount(0);
});

test('script in a comment is text, where scripts run and where none do', async ({
  as,
  browser,
  site,
  jars,
}) => {
  const script = '</p><script>document.title = "taken"</script><img src="x" onerror="document.title = 1">';
  const page = await as('iryna');
  const path = await begun(page, 'Something to meddle with');
  await field(page).fill(script);
  await say(page).click();
  await expect(said(page)).toContainText(script);
  await page.reload();
  await expect(said(page)).toContainText(script);
  await expect(page).toHaveTitle('Something to meddle with · Salient');

  const plain = await browser.newContext({
    baseURL: site.origin,
    storageState: jars.taras,
    javaScriptEnabled: false,
  });
  const still = await plain.newPage();
  await still.goto(path);
  await expect(said(still)).toContainText(script);
  await expect(said(still).locator('img, script')).toHaveCount(0);
  await plain.close();
});
