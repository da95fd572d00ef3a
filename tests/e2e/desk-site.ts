import type { BrowserContext, Page } from '@playwright/test';
import type { Role } from '../../src/lib/domain/access/access.ts';
import { demonstration, type Site } from '../fixtures/server.ts';
import { stateOf } from '../fixtures/staff.ts';
import { test as base } from '@playwright/test';

/** Who works at the desk of a test. */
export const PEOPLE = { olha: 'admin', taras: 'editor', iryna: 'contributor' } as const satisfies Record<
  string,
  Role
>;
export type Somebody = keyof typeof PEOPLE;
type Jar = Awaited<ReturnType<typeof stateOf>>;

/** A site of the worker's own, with people who have accounts; `as` opens a page on which one of them is signed in. */
export const test = base.extend<
  { as: (who: Somebody) => Promise<Page> },
  { whose: string; site: Site; jars: Record<Somebody, Jar> }
>({
  /** A name gives a file a site that no other test has worked on. */
  whose: ['', { scope: 'worker', option: true }],
  site: [
    async ({}, use) => {
      const site = await demonstration();
      await use(site);
      await site.end();
    },
    { scope: 'worker' },
  ],
  jars: [
    async ({ site }, use) => {
      const jars: Partial<Record<Somebody, Jar>> = {};
      for (const [who, role] of Object.entries(PEOPLE) as [Somebody, Role][])
        jars[who] = await stateOf(site, who.charAt(0).toUpperCase() + who.slice(1), role);
      await use(jars as Record<Somebody, Jar>);
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site.origin),
  as: async ({ browser, site, jars }, use) => {
    const open: BrowserContext[] = [];
    const faults: string[] = [];
    await use(async (who) => {
      const context = await browser.newContext({ baseURL: site.origin, storageState: jars[who] });
      open.push(context);
      const page = await context.newPage();
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        // What a test cuts off, and a question before leaving that nobody was there to answer, are its own doing.
        const own = /Failed to load resource|'beforeunload' confirmation/.test(message.text());
        if (message.type() === 'error' && !own) faults.push(message.text());
      });
      return page;
    });
    for (const context of open) await context.close();
    if (faults.length > 0) throw new Error(faults.join('\n'));
  },
});
export { expect } from '@playwright/test';
