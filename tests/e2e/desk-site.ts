import type { BrowserContext, Page } from '@playwright/test';
import { join } from 'node:path';
import type { Role } from '../../src/lib/domain/access/access.ts';
import { enterBy, makeLink } from '../../src/lib/server/auth/entry.ts';
import { openAuth } from '../../src/lib/server/auth/auth.ts';
import { openSqlite } from '../../src/lib/server/store/sqlite/open.ts';
import { demonstration, type Site } from '../fixtures/server.ts';
import { PASSWORD, signedIn } from '../fixtures/desk.ts';
import { test as base } from '@playwright/test';

/** Who works at the desk of a test. */
export const PEOPLE = { olha: 'admin', taras: 'editor', iryna: 'contributor' } as const satisfies Record<
  string,
  Role
>;
export type Somebody = keyof typeof PEOPLE;

/** A site of the worker's own, with people who have accounts; `as` opens a page on which one of them is signed in. */
export const test = base.extend<
  { as: (who: Somebody) => Promise<Page> },
  { site: Site; jars: Record<Somebody, string> }
>({
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
      const store = await openSqlite(join(site.data, 'salient.db'));
      const auth = await openAuth(store.accounts, site.origin);
      const jars: Partial<Record<Somebody, string>> = {};
      for (const [who, role] of Object.entries(PEOPLE) as [Somebody, Role][]) {
        const token = await makeLink(store, { purpose: 'join', role }, who, 'terminal');
        const name = who.charAt(0).toUpperCase() + who.slice(1);
        await enterBy(store, auth, token, { name, email: `${who}@example.org`, password: PASSWORD });
        jars[who] = (await signedIn(site, `${who}@example.org`)).cookie();
      }
      await store.close();
      await use(jars as Record<Somebody, string>);
    },
    { scope: 'worker' },
  ],
  baseURL: ({ site }, use) => use(site.origin),
  as: async ({ browser, site, jars }, use) => {
    const open: BrowserContext[] = [];
    const faults: string[] = [];
    await use(async (who) => {
      const context = await browser.newContext({ baseURL: site.origin });
      open.push(context);
      await context.addCookies(
        jars[who].split('; ').map((pair) => {
          const at = pair.indexOf('=');
          return { name: pair.slice(0, at), value: pair.slice(at + 1), url: site.origin };
        }),
      );
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
