import type { Page } from '@playwright/test';
import { expect, test } from './desk-site.ts';

const saved = (page: Page) => expect(page.locator('[data-status=saved]').first()).toBeVisible();
const title = (page: Page) => page.getByLabel('Title', { exact: true });

/** A new event with a title, saved; its address. */
async function begun(page: Page, name: string): Promise<string> {
  await page.goto('/desk/events/new');
  await title(page).fill(name);
  await saved(page);
  return new URL(page.url()).pathname;
}

test('two write different fields of one event at once, and neither loses a word', async ({ as }) => {
  const [one, two] = [await as('taras'), await as('iryna')];
  const path = await begun(one, 'Written by two');
  await two.goto(path);
  await expect(title(two)).toHaveValue('Written by two');
  // Each is told that the other has it open.
  await expect(two.getByText('Taras has this open too')).toBeVisible();
  await one.getByLabel('Kind', { exact: true }).selectOption('strike');
  await saved(one);
  await two.getByLabel('Who acted').selectOption('russia');
  await expect(two.getByText('What somebody else wrote meanwhile came in.')).toBeVisible();
  await expect(two.getByLabel('Kind', { exact: true })).toHaveValue('strike');
  await one.reload();
  await expect(one.getByLabel('Who acted')).toHaveValue('russia');
  await expect(one.getByLabel('Kind', { exact: true })).toHaveValue('strike');
});

test('two write the same field: both are shown side by side, and one chooses', async ({ as }) => {
  const [one, two] = [await as('taras'), await as('iryna')];
  const path = await begun(one, 'At odds');
  await two.goto(path);
  await expect(title(two)).toHaveValue('At odds');
  await title(one).fill('At odds, as Taras has it');
  await saved(one);
  await title(two).fill('At odds, as Iryna has it');
  await expect(two.getByRole('heading', { name: 'Two of you changed the same' })).toBeFocused();
  await expect(two.getByText('Taras saved while you wrote.')).toBeVisible();
  await two.getByLabel(/Theirs At odds, as Taras has it/).check();
  await two.getByRole('button', { name: 'Keep what is chosen' }).click();
  await saved(two);
  await expect(title(two)).toHaveValue('At odds, as Taras has it');
  await one.reload();
  await expect(title(one)).toHaveValue('At odds, as Taras has it');
});

test('two set different points: both are named on a map, and one chooses', async ({ as }) => {
  const [one, two] = [await as('taras'), await as('iryna')];
  const path = await begun(one, 'Two points');
  const precision = (page: Page) => page.getByLabel('How exactly is it known?');
  await precision(one).selectOption('settlement');
  await saved(one);
  await two.goto(path);
  await expect(precision(two)).toHaveValue('settlement');
  const put = async (page: Page, point: string): Promise<void> => {
    await page.getByLabel('Point', { exact: true }).fill(point);
    await page.getByRole('button', { name: 'Set the point', exact: true }).click();
    await expect(page.locator('.set code')).toHaveText(point);
  };
  await put(one, '48.00000, 37.30000');
  await saved(one);
  await put(two, '48.10000, 37.50000');
  const conflict = two.getByRole('region', { name: 'Two of you changed the same' });
  await expect(conflict.getByRole('group', { name: 'Point' })).toContainText('48.1, 37.5');
  await expect(conflict.locator('[data-map=ready]')).toBeVisible({ timeout: 60_000 });
  await expect(conflict.locator('.name')).toHaveText(['Yours', 'Theirs']);
  await conflict.getByLabel(/Theirs 48, 37.3/).check();
  await conflict.getByRole('button', { name: 'Keep what is chosen' }).click();
  await saved(two);
  await expect(two.locator('.set code')).toHaveText('48.00000, 37.30000');
});

test('what is written without a line is kept through a reload and goes through later', async ({ as }) => {
  const page = await as('iryna');
  const path = await begun(page, 'Before the line was cut');
  await page.route('**/desk/api/save', (route) => route.abort());
  await title(page).fill('Written without a line');
  await expect(page.getByText('No connection: kept in this browser')).toBeVisible();
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto(path);
  await expect(page.getByText('What you wrote before and was not saved is back.')).toBeVisible();
  await expect(title(page)).toHaveValue('Written without a line');
  await expect(page.getByText('No connection: kept in this browser')).toBeVisible();
  await page.unroute('**/desk/api/save');
  await saved(page);
  await page.reload();
  await expect(title(page)).toHaveValue('Written without a line');
});

test('whoever is signed out in the middle loses nothing', async ({ as, site }) => {
  const page = await as('iryna');
  await begun(page, 'Before signing out');
  const cookies = await page.context().cookies();
  await page.context().clearCookies();
  await title(page).fill('After signing out');
  await expect(page.getByText('You are signed out: kept in this browser')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Sign in again' })).toBeVisible();
  await page
    .context()
    .addCookies(
      cookies.map((c) => ({ ...c, url: site.origin, domain: undefined, path: undefined }) as never),
    );
  await title(page).fill('After signing in again');
  await saved(page);
});

test('a contributor writes, an editor approves, and nobody approves their own words', async ({ as }) => {
  const [writer, editor] = [await as('iryna'), await as('taras')];
  await begun(writer, 'To be approved');
  await writer.getByRole('button', { name: 'Send to review' }).click();
  await expect(writer.getByText(/things are missing before it can be published/)).toBeFocused();
  await expect(writer.getByLabel('Kind', { exact: true })).toHaveAttribute('aria-invalid', 'true');
  await editor.goto('/desk?state=draft');
  await editor.getByLabel('Choose “To be approved”').check();
  await editor.getByRole('button', { name: 'Send to review' }).click();
  await expect(editor.getByText(/1 item could not be moved: Something is still missing/)).toBeVisible();
});

test('the queue is worked through by keys, and a step is taken back', async ({ as }) => {
  const page = await as('taras');
  await begun(page, 'Put away by a key');
  await page.goto('/desk?state=draft');
  const row = page.getByRole('link', { name: 'Put away by a key' });
  await expect(row).toBeVisible();
  const at = (await page.getByRole('list').last().getByRole('link').allTextContents()).findIndex((text) =>
    text.includes('Put away by a key'),
  );
  for (let i = 0; i <= at; i += 1) await page.keyboard.press('j');
  await expect(row).toBeFocused();
  await page.keyboard.press('x');
  await expect(page.getByText('1 item chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Put away' }).click();
  await expect(page.getByText('Put away: 1 item.')).toBeVisible();
  await expect(row).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();
});
