import type { Page } from '@playwright/test';
import { expect, test } from './watched.ts';

// As the server sends it: what the map page becomes in a browser has tests of its own.
test.use({ javaScriptEnabled: false });

interface Focused {
  readonly text: string;
  /** Whether it is a field for a date, which Tab passes through in parts. */
  readonly date: boolean;
  /** Where it stands: the nearest part of the page that a reader can tell. */
  readonly part: string;
  readonly visible: boolean;
  readonly marked: boolean;
  /** Something else is drawn over its middle. */
  readonly covered: boolean;
}

/** What has the focus, and whether a reader can see that it has. */
const focused = (page: Page): Promise<Focused | undefined> =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const x = Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1);
    const y = Math.min(Math.max(box.y + box.height / 2, 1), innerHeight - 1);
    const over = document.elementFromPoint(x, y);
    const shell = element.closest(
      'header, search, #map, .chips, .legend, .timeline, .rows, .days, .heading, .menu, footer',
    );
    const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : undefined;
    const text = element.getAttribute('aria-label') ?? label ?? element.textContent ?? '';
    return {
      text: text.trim().replace(/\s+/g, ' '),
      date: element instanceof HTMLInputElement && element.type === 'date',
      part:
        shell?.id || shell?.localName.match(/^(header|search|footer)$/)?.[0] || (shell?.classList[0] ?? ''),
      visible:
        box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
      marked: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2,
      covered: !(over && (element.contains(over) || over.contains(element))),
    };
  });

/** Everything that Tab reaches from the top of a page, in order. The fields of a date count as one. */
async function tabThrough(page: Page, most = 250): Promise<Focused[]> {
  const reached: Focused[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    const now = await focused(page);
    if (!now) return reached;
    const last = reached.at(-1);
    const again = last !== undefined && last.text === now.text && last.part === now.part && now.date;
    if (!again) reached.push(now);
  }
  throw new Error(`there are more than ${most} stops`);
}

test('the first stop is the way past the navigation', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
  await page.keyboard.press('Tab');
  expect((await focused(page))?.part).not.toBe('header');
});

for (const [name, size] of [
  ['desk', { width: 1280, height: 800 }],
  ['phone', { width: 390, height: 844 }],
] as const) {
  test(`on a ${name} Tab reaches all there is on the map page, and the focus is always seen`, async ({
    page,
  }) => {
    await page.setViewportSize(size);
    await page.goto('/');
    const reached = await tabThrough(page);
    for (const stop of reached) {
      expect.soft(stop.visible, `${stop.part}: ${stop.text} is in view`).toBe(true);
      expect.soft(stop.marked, `${stop.part}: ${stop.text} shows the focus`).toBe(true);
      expect.soft(stop.covered, `${stop.part}: ${stop.text} is covered`).toBe(false);
    }
    const parts = new Set(reached.map((stop) => stop.part));
    // On a phone the navigation is folded into a menu.
    const navigation = name === 'phone' ? 'menu' : 'header';
    for (const part of [navigation, 'search', 'chips', 'timeline', 'rows', 'days', 'footer']) {
      expect([...parts]).toContain(part);
    }
    // The picture is cropped by the window, so its own links are left to the pointer; the lists have them all.
    expect([...parts]).not.toContain('map');
    const texts = reached.map((stop) => stop.text);
    for (const text of [
      'Map',
      'Events',
      'Reports',
      'Editions',
      'Method',
      'Українська',
      'Find a place, event or report',
      'Day before',
      'Change before',
      'Intermediate-range missile hits Dnipro',
    ]) {
      if (
        name === 'phone' &&
        ['Change before', 'Map', 'Events', 'Reports', 'Editions', 'Method', 'Українська'].includes(text)
      )
        continue;
      expect(texts).toContain(text);
    }
    // Every stop says what it is.
    expect(texts.filter((text) => text === '')).toEqual([]);
  });
}

test('a reader with a keyboard goes from the map to the day before and to an event', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('link', { name: 'Day before' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('25 November 2024');
  await page.locator('.panel').getByRole('link', { name: 'Intermediate-range missile hits Dnipro' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Intermediate-range missile hits Dnipro');
});
