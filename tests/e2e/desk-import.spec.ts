import type { Page } from '@playwright/test';
import { besides } from '../fixtures/desk.ts';
import { aLine, anArea, aPoint, boxAt, kml } from '../fixtures/kml.ts';
import { expect, test } from './desk-site.ts';

// Without motion the map is where it goes at once.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const row = (page: Page, number: number) => page.locator(`[data-row="${number}"]`);
const drop = (page: Page, field: string, name: string, content: string) =>
  page.getByLabel(field, { exact: true }).setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  });

/** A file is let go over the field, as from a folder. */
async function dragOn(page: Page, name: string, content: string): Promise<void> {
  const data = await page.evaluateHandle(
    ([called, text]) => {
      const dragged = new DataTransfer();
      dragged.items.add(new File([text], called));
      return dragged;
    },
    [name, content] as const,
  );
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: data });
}

test('a table of events is mapped column by column, tried, and its rows wait in the queue', async ({
  as,
}) => {
  const page = await as('taras');
  await page.goto('/desk/import');
  const csv = [
    'date,type,what,town',
    '2024-11-25,Missile strike,A strike that a table brought,Dnipro',
    '2024-11-24,Parade,A parade,Dnipro',
    '2202-02-02,Missile strike,A strike to come,Dnipro',
  ].join('\n');
  await drop(page, 'File', 'events.csv', csv);
  // What columns are called is an offer, and stands for nothing until it is taken.
  await expect(page.getByText(/^Still to be said:/)).toContainText('Title, English, Kind, Day, Report');
  await page.getByLabel('Title, English needed').selectOption('column what');
  await page.getByLabel('Kind needed').selectOption('column type');
  await page.getByLabel('Day needed').selectOption('column date');
  await page.getByLabel('Name of the place').selectOption('column town');
  await page.getByLabel('Report', { exact: true }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Try it' }).click();
  // Words that nobody said the meaning of are asked for.
  await page.getByLabel(/Missile strike/).selectOption('strike');
  await page.getByLabel(/Parade/).selectOption('-');
  await page.getByRole('button', { name: 'Try it again' }).last().click();
  await expect(page.locator('.counts')).toContainText('1 new drafts');
  await page.getByText(/^Refused/).click();
  await expect(page.getByRole('listitem').filter({ hasText: '2202-02-02' })).toBeVisible();
  await page.getByRole('button', { name: 'Import 1 draft' }).click();
  await expect(page.getByText('1 draft of events now waits in the queue.')).toBeVisible();
  await page.getByRole('link', { name: 'To the queue' }).click();
  await page.getByRole('link', { name: 'A strike that a table brought' }).click();
  await expect(page.getByLabel('First day')).toHaveValue('2024-11-25');
});

test.describe('a file of ground', () => {
  const FRONT = kml(
    anArea('West of Kurakhove', boxAt(37, 47.9, 37.25, 48.1)),
    anArea('A tie', [
      [36.6, 48.3],
      [36.9, 48.5],
      [36.9, 48.3],
      [36.6, 48.5],
      [36.6, 48.3],
    ]),
    aLine('A way that somebody walked', [
      [36.5, 48],
      [36.6, 48.2],
      [36.7, 48.3],
    ]),
    anArea('The wrong way round', boxAt(47.5, 36, 47.6, 36.1)),
    aPoint('93rd brigade', 37.1, 48),
  );
  async function say(page: Page): Promise<void> {
    await page.locator('#whose').selectOption({ label: 'Russia, assessed' });
    await page.getByLabel('Day from which it holds', { exact: true }).first().selectOption('is');
    await page.locator('input[type=date]').fill('2024-11-26');
    await page.getByLabel('Report that says so').selectOption({ index: 1 });
  }

  test('is seen on the map row by row; one is accepted, found in the queue, and never written twice', async ({
    as,
  }) => {
    const page = await as('taras');
    await page.setViewportSize({ width: 1280, height: 1000 });
    await page.goto('/desk/import');
    await page.getByRole('link', { name: 'Ground', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Import ground' })).toBeVisible();
    await dragOn(page, 'front.kml', FRONT);
    await expect(page.getByText('mark units or where troops are: 1 feature')).toBeVisible();
    await expect(page.getByText(/^Still to be said: Whose ground it is/)).toBeVisible();
    await say(page);
    await expect(page.getByText('2 of 4 rows can be accepted.')).toBeVisible();
    await expect(row(page, 2)).toContainText('Its lines crossed at 48.4000, 36.7500');
    await expect(row(page, 3)).toContainText('so it bounds no ground. Close it where it was drawn');
    await page.getByRole('button', { name: 'Yes, exchange them' }).click();
    await expect(page.getByText('3 of 4 rows can be accepted.')).toBeVisible();
    await expect(row(page, 4)).toContainText('km²');

    await expect(page.locator('[data-map=ready]')).toBeVisible({ timeout: 60_000 });
    const head = (number: number) => row(page, number).locator('.head');
    await head(1).click();
    await expect(row(page, 1)).toContainText('From 26 November 2024 on');
    await expect(row(page, 1)).toContainText('Russia, assessed: gains ground');
    // The map went there: in its middle lies what was chosen, and is chosen again by a click.
    await head(3).click();
    await expect(row(page, 3)).toContainText('It cannot be shown on the map.');
    await page.locator('.maplibregl-canvas').click();
    await expect(head(1)).toHaveAttribute('aria-pressed', 'true');

    await row(page, 1).getByRole('button', { name: 'Accept' }).click();
    await expect(page.getByText('1 draft now waits in the queue.')).toBeVisible();
    await page.getByRole('link', { name: 'To the queue' }).click();
    await page.getByRole('link', { name: 'West of Kurakhove' }).click();
    await expect(page.getByLabel('Who holds it')).toHaveValue('russia');
    await expect(page.locator('[data-tool]')).toContainText('4 corners');

    await page.goto('/desk/import?of=ground');
    await drop(page, 'File', 'the same again.kml', FRONT);
    await say(page);
    await expect(row(page, 1)).toContainText('Known already');
    await expect(row(page, 1).getByRole('button', { name: 'Accept' })).toHaveCount(0);
    await expect(page.getByText('1 of 4 rows can be accepted.')).toBeVisible();
  });

  test('is decided on by keys alone, and steps are taken back', async ({ as }) => {
    const page = await as('taras');
    await page.goto('/desk/import?of=ground');
    const pieces = [0, 1, 2].map((i) =>
      anArea(`Piece ${i + 1}`, boxAt(35 + i / 5, 47.2, 35.1 + i / 5, 47.3)),
    );
    await drop(page, 'File', '2024-11-26.kml', kml(...pieces));
    await page.locator('#whose').selectOption({ label: 'Russia, claimed' });
    await page.getByLabel('Report that says so').selectOption({ index: 1 });
    // The day stands in the name of the file.
    await expect(page.getByText('3 of 3 rows can be accepted.')).toBeVisible();
    await row(page, 1).locator('.head').focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('s');
    await expect(row(page, 1)).toContainText('Skipped');
    await expect(row(page, 2).locator('.head')).toBeFocused();
    await page.keyboard.press('a');
    await expect(row(page, 2)).toContainText('Now a draft');
    await expect(row(page, 3).locator('.head')).toBeFocused();
    await page.keyboard.press('Control+z');
    await expect(page.getByText('Taken back: 1 draft put away.')).toBeVisible();
    await page.keyboard.press('Control+z');
    await expect(page.getByText('3 of 3 rows can be accepted.')).toBeVisible();
    await page.getByRole('button', { name: 'Accept all 3 that are sound' }).press('Enter');
    await expect(page.getByText('3 drafts now wait in the queue.')).toBeVisible();
    await page.goto('/desk?state=draft&kind=statement');
    for (const n of [1, 2, 3]) await expect(page.getByRole('link', { name: `Piece ${n}` })).toHaveCount(1);
  });

  test('says in Ukrainian on a phone whose ground each colour is, and what is wrong with a file', async ({
    as,
  }) => {
    const page = await as('taras');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto('/uk/desk/import?of=ground');
    await drop(page, 'Файл', 'evil.kml', `<!DOCTYPE kml [<!ENTITY x SYSTEM "file:///x">]>${FRONT}`);
    await expect(page.getByRole('alert')).toContainText('тип документа');
    const styled = (name: string, fill: string, w: number) => ({
      type: 'Feature',
      properties: { name, fill },
      geometry: { type: 'Polygon', coordinates: [boxAt(w, 46.8, w + 0.1, 46.9)] },
    });
    const features = [styled('Зайняте', '#a52714', 35), styled('Сіра зона', '#bcaaa4', 35.3)];
    await drop(page, 'Файл', '2202-02-02.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
    await page.getByRole('button', { name: 'Сказати, чия територія якого кольору' }).click();
    await page.getByLabel(/#a52714/).selectOption({ label: 'Росія, за оцінками' });
    await page.getByLabel(/#bcaaa4/).selectOption('-');
    await expect(row(page, 2)).toContainText('Вилучено за сказаним');
    await expect(row(page, 1)).toContainText('День 2202-02-02 — у майбутньому');
    await page.getByLabel('День, від якого це так').first().selectOption('is');
    await page.locator('input[type=date]').fill('2024-11-26');
    await page.getByLabel('Повідомлення, яке це каже').selectOption({ index: 1 });
    await row(page, 1).getByRole('button', { name: 'Прийняти' }).click();
    await expect(page.getByText('У черзі тепер 1 нова чернетка.')).toBeVisible();
    // Nothing is wider than the phone.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });
});

test('a Ukrainian page says in Ukrainian what is wrong with the mapping, the report and rows', async ({
  as,
  site,
}) => {
  await besides(site, ({ work }) =>
    work.write({
      key: 'half-a-report',
      kind: 'report',
      base: 0,
      payload: { id: 'r-h2lfh2lfh2', title: 'Half a report' },
      by: 'taras',
    }),
  );
  const page = await as('taras');
  await page.goto('/uk/desk/import');
  await drop(page, 'Файл', 'events.csv', 'date,what\n2024-11-25,One\n2202-02-02,Two\n');
  const fields = { title: { column: 'what' }, day: { column: 'date' } };
  const say = (kind: object) =>
    drop(page, 'Завантажити відповідності', 'mapping.json', JSON.stringify({ fields: { ...fields, kind } }));
  const tryIt = () => page.getByRole('button', { name: 'Спробувати' }).first().click();
  const report = page.getByLabel('Повідомлення', { exact: true });
  await say({ is: 'parade' });
  await report.selectOption('r-h2lfh2lfh2');
  await tryIt();
  await expect(page.getByText('Вид (fields.kind): має бути рівно одне з двох')).toBeVisible();
  await say({ is: 'strike' });
  await tryIt();
  await expect(page.getByText('Повідомлення: ще не завершене; допишіть, чого в ньому бракує')).toBeVisible();
  await report.selectOption('r-5z2xwd7cec');
  await tryIt();
  await page.getByText(/^Відхилено/).click();
  await expect(page.getByRole('listitem').filter({ hasText: '2202-02-02' })).toContainText(
    'пізніше за сьогодні',
  );
});
