import { mapReady, openLive, param } from './map-page.ts';
import { expect, overflow, test } from './watched.ts';

/** A small generator of numbers from 0 to 1, the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Every parameter of a view with something of no use, as it is typed. */
const BAD: readonly (readonly [param: string, value: string])[] = [
  ['day', '2024-13-45'],
  ['window', '-1'],
  ['edition', '1e3'],
  ['known', '26.11.2024'],
  ['at', '999,999,99'],
  ['scope', 'world'],
  ['layers', 'control,lava'],
  ['kinds', 'strike,'],
  ['evidence', '<b>sure</b>'],
  ['by', 'nobody'],
  ['theatre', '💥'],
  ['place', '\0'],
  ['area', '40,50,30,45'],
  ['event', 'e-nope'],
  ['report', 'r-aaaaaaaaaa'],
  ['compare', 'x'],
  ['theme', '\u202epink'],
  ['place', '../../etc/passwd'],
  ['place', 'a'.repeat(3000)],
  ['event', 'e-aaaaaaaaaa'],
  ['day', 'Ωμέγα'],
  ['at', 'NaN,Infinity,-0'],
];

/** Each alone, and some together. */
function addresses(): readonly (readonly (readonly [string, string])[])[] {
  const random = seeded(20241126);
  const pick = (): readonly [string, string] => BAD[Math.floor(random() * BAD.length)] ?? ['day', 'x'];
  const together = Array.from({ length: 4 }, () => [...new Map([pick(), pick(), pick(), pick()])]);
  return [...BAD.map((one) => [one]), ...together];
}
const PARTS = 3;

for (let part = 0; part < PARTS; part += 1) {
  test(`whatever is of no use in an address, the page comes to life, and a note names it (${part + 1} of ${PARTS})`, async ({
    page,
  }) => {
    // The map itself is for the next test: drawing it without a graphics card would take most of the time here.
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null;
    });
    for (const params of addresses().filter((_, i) => i % PARTS === part)) {
      const query = new URLSearchParams(params.map(([name, value]) => [name, value])).toString();
      await test.step(query.slice(0, 80), async () => {
        await openLive(page, `/?${query}`);
        await expect(page.locator('h1')).toContainText('26 November 2024');
        const notes = page.locator('.lead').getByRole('note').locator('p');
        await expect(notes).toHaveCount(params.length);
        for (const [name] of params) {
          await expect(notes.filter({ hasText: `“${name}=` })).toContainText('the usual is shown instead');
        }
        for (const note of await notes.allInnerTexts()) expect(note.length).toBeLessThan(160);
        expect(await overflow(page)).toBe(0);
        await expect(page.locator('#changed .rows li').first()).toBeVisible();
      });
    }
  });
}

test('the map moves after garbage of every kind at once, and the first change says what is shown now', async ({
  page,
}) => {
  const all = new URLSearchParams();
  for (const [name, value] of BAD) if (!all.has(name)) all.set(name, value);
  await openLive(page, `/?${all}&day=2024-11-20&nothing=known&%E0%A4%A`);
  await mapReady(page);
  await expect(page.locator('.lead').getByRole('note').locator('p')).toHaveCount(all.size);
  await page.keyboard.press('ArrowLeft');
  await expect(page.locator('h1')).toContainText('25 November 2024');
  await expect(page.locator('.lead').getByRole('note')).toHaveCount(0);
  expect([...new URL(page.url()).searchParams]).toEqual([['day', '2024-11-25']]);
});

test('of a parameter that stands twice the first counts, and a day that no ledger knows is said', async ({
  page,
}) => {
  await openLive(page, '/?day=2024-11-20&day=2024-11-21&window=all&window=x');
  await expect(page.locator('h1')).toContainText('20 November 2024');
  await expect(page.locator('.lead').getByRole('note')).toHaveCount(0);
  await openLive(page, '/?day=1900-01-01');
  await expect(page.locator('.lead').getByRole('note')).toContainText(
    'The line is kept from 1 Sept 2024 to 26 Nov 2024; outside of these days nothing new is known here.',
  );
  expect(param(page, 'day')).toBe('1900-01-01');
});
