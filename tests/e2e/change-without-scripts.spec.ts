import { expect, overflow, test } from './watched.ts';

test.use({ javaScriptEnabled: false });

test('a reader comes from a day to the week in words, and from there to the day on which the line moved', async ({
  page,
}) => {
  await page.goto('/days/2024-11-16');
  await page.getByRole('link', { name: 'The week up to this day in numbers' }).click();
  await expect(page).toHaveURL('/change?from=2024-11-09&to=2024-11-16');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/between 9 and 16\sNovember 2024/);
  await expect(page.getByText('Figures in km² are withheld')).toBeVisible();
  // A demonstration is not measured, so there is no table and no chart.
  await expect(page.locator('table, figure')).toHaveCount(0);
  const moved = page.locator('.claims > li');
  await expect(moved.filter({ hasText: 'Kurakhivka' })).toHaveCount(1);
  await page.getByRole('link', { name: '16 November 2024' }).click();
  await expect(page).toHaveURL('/days/2024-11-16');
});

test('two days and a region are asked for with the form, on a phone, in Ukrainian', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('/uk/change?theme=dark');
  await page.getByLabel('Від', { exact: true }).fill('2024-11-26');
  await page.getByLabel('До', { exact: true }).fill('2024-11-01');
  await page.getByLabel('Де', { exact: true }).selectOption('Донецька область');
  await page.getByRole('button', { name: 'Показати' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/між 1 і 26\sлистопада 2024 року/);
  await expect(page.getByRole('note')).toContainText('їх показано за порядком');
  await expect(page.getByLabel('Де', { exact: true })).toHaveValue('UA-14');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('.claims > li')).not.toHaveCount(0);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  // The other language shows the same days.
  await page.locator('footer').getByRole('link', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/between 1 and 26\sNovember 2024/);
  await expect(page.getByLabel('Where')).toHaveValue('UA-14');
});

test('the citation names both days and the edition, and the data are one link away', async ({
  page,
  request,
}) => {
  await page.goto('/change?from=2024-11-01&to=2024-11-26');
  const cited = page.locator('.cited');
  await expect(cited).toContainText('/change?from=2024-11-01&to=2024-11-26&edition=2');
  const address = /https?:\/\/\S+/.exec((await cited.textContent()) ?? '')?.[0] ?? '';
  await page.goto(new URL(address).pathname + new URL(address).search);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/between 1 and 26\sNovember 2024/);
  const href = await page.getByRole('link', { name: 'CSV' }).getAttribute('href');
  const table = await (await request.get(href ?? '')).text();
  expect(table.split('\r\n')[0]).toMatch(/^edition,from,to,holder/);
  expect(table).toContain('withheld');
});

test('the way areas are measured is one link away', async ({ page }) => {
  await page.goto('/change');
  await page.getByRole('link', { name: 'How areas are measured' }).click();
  await expect(page).toHaveURL('/method#areas');
  await expect(page.getByText('6,371,008.8 m')).toBeVisible();
});
