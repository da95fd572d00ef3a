import { madeDays } from '../fixtures/daily.ts';
import { tempFolder, type Site } from '../fixtures/server.ts';
import { siteOf } from '../fixtures/year.ts';
import { test as watched } from './watched.ts';

/** Tests that ask a site of their own: over months of days that were made up, whose ground may be measured. */
export const test = watched.extend<object, { site: Site }>({
  site: [
    // Playwright reads from the braces what a fixture needs.
    async ({}, use) => {
      const folder = tempFolder();
      const own = await siteOf(folder.path, madeDays(120).states);
      await use(own);
      await own.stop();
      folder.remove();
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site.origin),
});
