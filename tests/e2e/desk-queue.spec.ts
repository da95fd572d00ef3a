import type { Page } from '@playwright/test';
import { anEvent, aReport } from '../fixtures/items.ts';
import { expect, test } from './desk-site.ts';

// One queue, worked through step by step, in which there is nothing else.
test.describe.configure({ mode: 'serial' });
test.use({ whose: 'queue' });

const REPORT = aReport('r-qqqqqqqqqq', { title: 'What the queue rests on' });
const [claim] = anEvent('e-qqqqqqqqqq').claims;
const claims = [{ ...claim, citation: { report: REPORT.id } }] as never;
const written = (letter: string, en: string, uk: string) =>
  anEvent(`e-${letter.repeat(10)}`, { title: { en, uk }, claims });
const ONE = written('q', 'A raid on the depot', 'Наліт на склад');
const TWO = written('r', 'A raid on the harbour', 'Наліт на гавань');

let keys = 0;
async function post<T>(page: Page, path: string, data: object): Promise<T> {
  const headers = { origin: new URL(page.url()).origin };
  const response = await page.request.post(path, { data, headers });
  expect(response.ok(), await response.text()).toBe(true);
  return (await response.json()) as T;
}
const save = (page: Page, kind: string, payload: object, base = 0) =>
  post(page, '/desk/api/save', { key: `key-of-the-queue-${(keys += 1)}`, kind, base, payload });

const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
const choose = async (page: Page, ...names: string[]): Promise<void> => {
  for (const name of names) await page.getByLabel(`Choose “${name}”`).check();
};
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const tab = (page: Page, name: RegExp) =>
  page.getByRole('navigation', { name: 'Lists' }).getByRole('link', { name });
const found = (page: Page) => page.locator('.rows .title');
const BOTH = [ONE.title.en, TWO.title.en] as const;

test('is searched in either language and any letters, and narrowed by kind', async ({ as }) => {
  const iryna = await as('iryna');
  await iryna.goto('/desk?state=draft');
  await save(iryna, 'report', REPORT);
  for (const event of [ONE, TWO]) await save(iryna, 'event', event);
  const box = iryna.getByRole('searchbox', { name: 'Words of the title' });
  for (const words of ['налІТ на склад', 'RAID on the depot']) {
    await box.fill(words);
    await press(iryna, 'Search');
    await expect(found(iryna)).toHaveText([ONE.title.en]);
  }
  // What is typed while a list is under way stays.
  let come = () => {};
  const line = new Promise<void>((done) => (come = done));
  await iryna.route(/__data\.json\?.*q=raid/i, async (route) => {
    await line;
    await route.continue();
  });
  await box.fill('raid on the harbour');
  await press(iryna, 'Search');
  await box.fill('raid');
  come();
  await expect(found(iryna)).toHaveText([TWO.title.en]);
  await expect(box).toHaveValue('raid');
  await box.fill('');
  await press(iryna, 'Search');
  await expect(found(iryna)).toHaveCount(3);
  await link(iryna, 'Reports').click();
  await expect(found(iryna)).toHaveText([REPORT.title]);
  await link(iryna, 'Everything').click();
  await expect(found(iryna)).toHaveCount(3);
});

test('is given to somebody, who finds what is theirs', async ({ as }) => {
  const [taras, iryna] = [await as('taras'), await as('iryna')];
  await taras.goto('/desk?state=draft');
  await choose(taras, ONE.title.en);
  await taras.getByLabel('Give to').selectOption({ label: 'Iryna' });
  await expect(taras.getByText('Iryna sees to it')).toBeVisible();
  await iryna.goto('/desk?state=draft');
  await link(iryna, 'Mine to see to').click();
  await expect(found(iryna)).toHaveText([ONE.title.en]);
});

test('has several marked with a tag at once, is narrowed by it, and that is taken back', async ({ as }) => {
  const taras = await as('taras');
  await taras.goto('/desk?state=draft');
  const tags = (text: string) => taras.locator('.rows').getByRole('link', { name: text, exact: true });
  const mark = async (text: string, ...names: string[]): Promise<void> => {
    await choose(taras, ...names);
    await taras.getByLabel('Tag', { exact: true }).fill(text);
    await press(taras, 'Put the tag on');
  };
  await mark('Port strikes', TWO.title.en);
  await expect(taras.getByText('Tagged “Port strikes”: 1 item.')).toBeVisible();
  // One that is there already is not made again for its capitals, and stays on what had it.
  await mark(' port  strikes', ...BOTH);
  await expect(taras.getByText('Tagged “Port strikes”: 2 items.')).toBeVisible();
  await expect(tags('Port strikes')).toHaveCount(2);
  await press(taras, 'Undo');
  await expect(tags('Port strikes')).toHaveCount(1);
  await tags('Port strikes').click();
  await expect(found(taras)).toHaveText([TWO.title.en]);
  await link(taras, 'Tagged “Port strikes” ×').click();
  await expect(found(taras)).toHaveCount(3);
});

test('lets several be sent on, approved and sent back at once, and each step taken back', async ({ as }) => {
  const [iryna, taras] = [await as('iryna'), await as('taras')];
  await iryna.goto('/desk?state=draft');
  await choose(iryna, ...BOTH, REPORT.title);
  await press(iryna, 'Send to review');
  await expect(iryna.getByText('Send to review: 3 items.')).toBeVisible();
  await taras.goto('/desk?state=review');
  await choose(taras, ...BOTH);
  await press(taras, 'Approve');
  await expect(taras.getByText('Approve: 2 items.')).toBeVisible();
  await expect(found(taras)).toHaveText([REPORT.title]);
  await press(taras, 'Undo');
  await expect(taras.getByText('Undo: 2 items.')).toBeVisible();
  await expect(found(taras)).toHaveCount(3);
  await choose(taras, ...BOTH);
  await press(taras, 'Send back');
  await expect(taras.getByText('Send back: 2 items.')).toBeVisible();
  await press(taras, 'Undo');
  await expect(found(taras)).toHaveCount(3);
});

test('is worked through by keys: approve, send back, open', async ({ as }) => {
  const taras = await as('taras');
  await taras.goto('/desk?state=review');
  await expect(found(taras)).toHaveCount(3);
  const at = (await found(taras).allTextContents()).findIndex((text) => text.trim() === TWO.title.en);
  for (let i = 0; i <= at; i += 1) await taras.keyboard.press('j');
  await taras.keyboard.press('j');
  await taras.keyboard.press('k');
  if (at === 2) await taras.keyboard.press('j');
  await expect(link(taras, TWO.title.en)).toBeFocused();
  await taras.keyboard.press('b');
  await expect(taras.getByText('Send back: 1 item.')).toBeVisible();
  await press(taras, 'Undo');
  await expect(found(taras)).toHaveCount(3);
  await choose(taras, ...BOTH, REPORT.title);
  await taras.keyboard.press('a');
  await expect(taras.getByText('Approve: 3 items.')).toBeVisible();
  await tab(taras, /^Approved/).click();
  await expect(found(taras)).toHaveCount(3);
  await taras.keyboard.press('j');
  const first = (await found(taras).first().textContent())?.trim() ?? '';
  await taras.keyboard.press('o');
  await expect(taras).toHaveURL(/\/desk\/(events|reports)\//);
  await expect(taras.getByLabel('Title', { exact: true })).toHaveValue(first);
});

test('hears keys that are pressed before the scripts come', async ({ as }) => {
  const taras = await as('taras');
  let come = (): void => {};
  const line = new Promise<void>((done) => (come = done));
  await taras.route('**/_app/**/*.js', async (route) => {
    await line;
    await route.continue();
  });
  await taras.goto('/desk?state=approved', { waitUntil: 'commit' });
  await expect(found(taras)).toHaveCount(3);
  await taras.waitForFunction(() => 'salientPressed' in globalThis);
  await taras.keyboard.press('j');
  await taras.keyboard.press('j');
  come();
  await expect(found(taras).nth(1)).toBeFocused();
});

test('begins at the top of another list, even while a step in the first is under way', async ({ as }) => {
  const taras = await as('taras');
  await taras.goto('/desk?state=approved');
  for (let i = 0; i < 3; i += 1) await taras.keyboard.press('j');
  await taras.keyboard.press('b');
  await expect(taras.getByText('Send back: 1 item.')).toBeVisible();
  await press(taras, 'Undo');
  await expect(found(taras)).toHaveCount(3);
  await found(taras).last().focus();
  await tab(taras, /^Drafts/).click();
  await expect(taras).toHaveURL(/state=draft/);
  await tab(taras, /^Approved/).click();
  await expect(found(taras)).toHaveCount(3);
  await taras.keyboard.press('j');
  await expect(found(taras).first()).toBeFocused();
});

test('goes where it is sent while a step is under way, and knows of the step there', async ({ as }) => {
  const taras = await as('taras');
  await taras.goto('/desk?state=approved');
  await choose(taras, TWO.title.en);
  // The other list is slow to come, and the answer to the step is there before it.
  let come = (): void => {};
  const line = new Promise<void>((done) => (come = done));
  let answer = (): void => {};
  const step = new Promise<void>((done) => (answer = done));
  await taras.route(/__data\.json.*state=draft/, async (route) => {
    await line;
    await route.continue();
  });
  await taras.route(/api\/move/, async (route) => {
    await step;
    await route.continue();
  });
  await press(taras, 'Send back');
  const asked = taras.waitForRequest(/__data\.json.*state=draft/);
  await tab(taras, /^Drafts/).click();
  await asked;
  answer();
  await expect(taras.getByText('Send back: 1 item.')).toBeVisible();
  come();
  await expect(taras).toHaveURL(/state=draft/);
  await expect(link(taras, TWO.title.en)).toBeVisible();
  await press(taras, 'Undo');
  await tab(taras, /^Approved/).click();
  await expect(found(taras)).toHaveCount(3);
});

test('keeps chosen what is chosen while a step is under way', async ({ as }) => {
  const taras = await as('taras');
  await taras.goto('/desk?state=approved');
  await choose(taras, TWO.title.en);
  let release = (): void => {};
  const held = new Promise<void>((done) => (release = done));
  await taras.route(/__data\.json/, async (route) => {
    await held;
    await route.continue();
  });
  await press(taras, 'Send back');
  await expect(taras.getByText('Send back: 1 item.')).toBeVisible();
  const one = taras.getByLabel(`Choose “${ONE.title.en}”`);
  await one.check();
  release();
  await expect(found(taras)).toHaveCount(2);
  await expect(one).toBeChecked();
  await press(taras, 'Undo');
  await expect(found(taras)).toHaveCount(3);
  await expect(one).toBeChecked();
});

test('lets what is published be retracted, several at once, and that be taken back or given up', async ({
  as,
  site,
}) => {
  const taras = await as('taras');
  await taras.goto('/desk/publish');
  await taras.getByRole('button', { name: /^Publish 3 changes/ }).click();
  await expect(taras.locator('#said')).toContainText('3 changes.');
  await taras.goto('/desk?state=public&kind=event&q=raid');
  await choose(taras, ...BOTH);
  await press(taras, 'Retract');
  await expect(taras.getByText('Retract: 2 items.')).toBeVisible();
  await press(taras, 'Undo');
  await expect(found(taras)).toHaveCount(2);
  await expect(taras.getByText('To be retracted')).toHaveCount(0);
  // One that is put away in review stays public, and is not on its way out any more.
  await choose(taras, ONE.title.en);
  await press(taras, 'Retract');
  await tab(taras, /^In review/).click();
  await choose(taras, ONE.title.en);
  await press(taras, 'Put away');
  await tab(taras, /^Published lately/).click();
  await expect(link(taras, ONE.title.en)).toBeVisible();
  await expect(taras.getByText('To be retracted')).toHaveCount(0);
  expect((await site.get(`/events/${ONE.id}`)).status).toBe(200);
});

test('lets a change to what is published be put away, and brings it back whole', async ({ as }) => {
  const taras = await as('taras');
  await taras.goto('/desk?state=draft');
  await save(taras, 'event', { ...ONE, title: { en: 'A raid on the old depot' } }, 1);
  await taras.reload();
  await choose(taras, 'A raid on the old depot');
  await press(taras, 'Put away');
  await expect(link(taras, 'A raid on the old depot')).toHaveCount(0);
  await press(taras, 'Undo');
  await expect(link(taras, 'A raid on the old depot')).toBeVisible();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  test('is reviewed and published, and nothing is wider than the screen', async ({ as, site }) => {
    const [iryna, taras] = [await as('iryna'), await as('taras')];
    await iryna.goto('/desk');
    await save(iryna, 'event', { ...TWO, role: 'rear' }, 1);
    const items = [{ kind: 'event', id: TWO.id, revision: 2 }];
    await post(iryna, '/desk/api/move', { move: 'submit', items });
    const fits = async (): Promise<void> =>
      expect(await taras.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await taras.goto('/desk?state=review');
    await fits();
    await link(taras, TWO.title.en).tap();
    await expect(taras.getByLabel('Title', { exact: true })).toHaveValue(TWO.title.en);
    await fits();
    await taras.getByRole('button', { name: 'Approve', exact: true }).tap();
    await expect(taras.getByText('Approved', { exact: true }).first()).toBeVisible();
    await taras.goto('/desk/publish');
    await expect(taras.getByRole('region', { name: /Changed/ })).toContainText(/Role\s*Was\s*\S.*Is\s*rear/);
    await fits();
    await taras.getByLabel('Kind of change').selectOption('Clarification');
    await taras.getByLabel('Note to readers, English').fill('It was in the rear.');
    await taras.getByRole('button', { name: /^Publish 1 change/ }).tap();
    await expect(taras.locator('#said')).toContainText('1 change.');
    await fits();
    expect(await site.text('/corrections')).toContain('It was in the rear.');
    await taras.goto(`/desk/history/event/${TWO.id}`);
    await fits();
  });
});
