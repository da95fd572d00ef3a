import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { makeLink } from '#lib/server/auth/entry.ts';
import { besides, joins, PASSWORD, totp } from '../fixtures/desk.ts';
import { overflow } from './watched.ts';

// The desk has a cookie, so it is not watched as readers' pages are; its console is.
const EMAIL = 'night-shift@example.org';
const faults: string[] = [];
test.beforeEach(({ page }) => {
  faults.length = 0;
  page.on('console', (message) => {
    const refused = message.text().startsWith('Failed to load resource');
    if (['error', 'warning'].includes(message.type()) && !refused) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
});
test.afterEach(() => expect(faults).toEqual([]));

const enter = async (page: Page): Promise<void> => {
  await page.goto('/desk');
  await page.getByLabel('E-mail').fill(EMAIL);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
};

test('an admin invites somebody, sets up a second factor and comes back by it', async ({ page, baseURL }) => {
  await joins({ origin: baseURL ?? '', data: 'test-results/data' }, EMAIL, 'admin', 'Night Shift');
  await enter(page);
  await page.getByRole('link', { name: 'People' }).click();
  await page.getByLabel('For whom').fill('Nadia');
  await page.getByRole('radio', { name: /^Editor/ }).check();
  await page.getByRole('button', { name: 'Make a link' }).click();
  // What is shown once is where one is.
  const shown = page.getByRole('region', { name: 'The link for Nadia' });
  await expect(shown).toBeFocused();
  await expect(shown).toContainText('/desk/join?token=');
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Withdraw the link for Nadia' }).click();
  // Others may have been invited meanwhile; this one's link is gone.
  await expect(page.getByRole('button', { name: 'Withdraw the link for Nadia' })).toHaveCount(0);
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map((v) => v.id)).toEqual([]);

  await page.getByRole('link', { name: 'Night Shift' }).click();
  await page.getByLabel('Your password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Set it up' }).click();
  await expect(page.getByRole('img', { name: /^A code to scan/ })).toBeVisible();
  const secret = await page.locator('code.secret').innerText();
  await page.getByLabel('The six digits').fill('000000');
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByRole('alert')).toContainText('That code is not right');
  await expect(page.locator('code.secret')).toHaveText(secret);
  expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id)).toEqual([]);
  await page.getByLabel('The six digits').fill(totp(secret));
  await page.getByRole('button', { name: 'Turn it on' }).click();
  await expect(page.getByText('The second factor is on.')).toBeVisible();

  await page.getByRole('button', { name: 'Sign out' }).click();
  await enter(page);
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible();
  await page.getByLabel('Code').fill(totp(secret));
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('heading', { name: 'Queue' })).toBeVisible();
  await page.getByRole('link', { name: 'Audit log' }).click();
  await page.getByRole('button', { name: 'Verify the chain' }).click();
  await expect(page.getByText('The chain holds')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map((v) => v.id)).toEqual([]);
});

test('what is typed before the scripts come is not lost', async ({ page, baseURL }) => {
  const site = { origin: baseURL ?? '', data: 'test-results/data' };
  const token = await besides(site, (store) =>
    makeLink(store, { purpose: 'join', role: 'editor' }, 'Slow Line', 'terminal'),
  );
  let come = () => {};
  const line = new Promise<void>((done) => (come = done));
  await page.route('**/_app/**/*.js', async (route) => {
    await line;
    await route.continue();
  });
  await page.goto(`/desk/join?token=${token}`, { waitUntil: 'commit' });
  await page.getByLabel('Name').fill('Slow Line');
  await page.getByLabel('E-mail').fill('slow@example.org');
  come();
  await page.waitForLoadState('networkidle');
  await expect(page.getByLabel('Name')).toHaveValue('Slow Line');
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('Now sign in')).toBeVisible();
});

test.describe('without a script', () => {
  test.use({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } });

  test('people and accounts are seen to as well', async ({ page, baseURL }) => {
    const email = 'plain@example.org';
    await joins({ origin: baseURL ?? '', data: 'test-results/data' }, email, 'admin', 'Plain');
    await page.goto('/uk/desk/people');
    await page.getByLabel('Електронна пошта').fill(email);
    await page.getByLabel('Пароль').fill(PASSWORD);
    await page.getByRole('button', { name: 'Увійти' }).click();
    await page.getByLabel('Для кого').fill('Надія');
    await page.getByRole('button', { name: 'Створити посилання', exact: true }).click();
    await expect(page.getByText('/desk/join?token=')).toBeVisible();
    expect(await overflow(page)).toBe(0);
    await page.goto('/uk/desk/account');
    await page.getByLabel('Імʼя').fill('Проста');
    await page.getByRole('button', { name: 'Зберегти' }).click();
    await expect(page.getByRole('status')).toHaveText('Імʼя змінено.');
    await expect(page.getByLabel('Імʼя')).toHaveValue('Проста');
  });
});
