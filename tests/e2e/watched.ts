import { test as base, expect, type Page } from '@playwright/test';

export { expect };

/**
 * A page that is watched while a test uses it. At the end nothing may have gone wrong behind the reader's back: no
 * error in the console (a violation of the content security policy is one), no request to anybody else, no cookie.
 */
export const test = base.extend<{ watched: void }>({
  watched: [
    async ({ page, context, baseURL }, use) => {
      const faults: string[] = [];
      const missing = new Set<string>();
      page.on('response', (response) => {
        if (response.status() === 404 && response.request().isNavigationRequest())
          missing.add(response.url());
      });
      page.on('console', (message) => {
        const at = message.location().url;
        // The browser notes it as an error that a page which is not there was opened; that is the test's own doing.
        const own = missing.has(at) && message.text().startsWith('Failed to load resource');
        if (['error', 'warning'].includes(message.type()) && !own)
          faults.push(`console: ${message.text()} (${at})`);
      });
      page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
      page.on('request', (request) => {
        const { origin, protocol } = new URL(request.url());
        if (origin !== baseURL && protocol !== 'data:') faults.push(`request to ${request.url()}`);
      });
      page.on('requestfailed', (request) => {
        // A navigation that another one overtakes is no fault.
        const reason = request.failure()?.errorText ?? '';
        if (reason !== 'net::ERR_ABORTED') faults.push(`request failed: ${request.url()} ${reason}`);
      });
      await use();
      expect(faults).toEqual([]);
      expect(await context.cookies()).toEqual([]);
    },
    { auto: true },
  ],
});

/** How many pixels of a page lie beyond the right edge of the window, so that it would have to be scrolled sideways. */
export async function overflow(page: Page): Promise<number> {
  // Before its style sheets have come a page is of any width.
  await page.waitForLoadState();
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
