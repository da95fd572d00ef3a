import { execFileSync } from 'node:child_process';
import type { Browser, BrowserContext } from '@playwright/test';

type State = Awaited<ReturnType<BrowserContext['storageState']>>;
const PASSWORD = 'four quiet herons wade';

/** Somebody with a role at the desk of the site under test, who came in by a link as everybody does. */
export async function someoneAtTheDesk(browser: Browser, origin: string, role: string): Promise<State> {
  const said = execFileSync('node', ['scripts/run.mjs', 'salient', 'add-user', '--role', role], {
    encoding: 'utf8',
    env: { ...process.env, SALIENT_DATA: 'test-results/data', SALIENT_ORIGIN: origin },
  });
  const [link] = /http\S+/.exec(said) ?? [];
  if (!link) throw new Error(`no link: ${said}`);
  const email = `${role}-${Math.random().toString(36).slice(2)}@example.org`;
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  await page.getByLabel('Name').fill('Taras');
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Join' }).click();
  await page.getByText('Now sign in').waitFor();
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL(/\/desk$/);
  const state = await context.storageState();
  await context.close();
  return state;
}
