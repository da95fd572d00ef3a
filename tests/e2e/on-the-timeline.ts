import type { Locator, Page } from '@playwright/test';

/** What a reader takes hold of to move time. */

export const timeline = (page: Page): Locator => page.getByRole('region', { name: 'Timeline' });
export const slider = (page: Page): Locator => page.getByRole('slider', { name: 'Day shown' });
export const step = (page: Page, name: string): Locator =>
  timeline(page).getByRole('link', { name, exact: true });
export const windowChoice = (page: Page, name: string): Locator =>
  timeline(page).getByRole('group', { name: 'Window' }).first().getByRole('link', { name, exact: true });
export const playKey = (page: Page, name: 'Play' | 'Pause'): Locator =>
  timeline(page).getByRole('button', { name, exact: true });

/** The middle of the knob, in pixels of the window. */
export async function knob(page: Page): Promise<{ x: number; y: number }> {
  const box = await timeline(page).locator('circle.knob').boundingBox();
  if (!box) throw new Error('there is no knob');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Keep every day that the heading shows from now on, the present one first. */
export async function keepDays(page: Page): Promise<() => Promise<string[]>> {
  const days = await page.evaluateHandle(() => {
    const heading = document.querySelector('h1');
    const read = (): string => /\d+ \w+ \d{4}/.exec(heading?.textContent ?? '')?.[0] ?? '';
    const kept = [read()];
    new MutationObserver(() => {
      const now = read();
      if (now !== kept.at(-1)) kept.push(now);
    }).observe(document, { subtree: true, childList: true, characterData: true });
    return kept;
  });
  return () => days.jsonValue();
}
