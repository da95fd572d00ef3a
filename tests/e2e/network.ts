import type { Page } from '@playwright/test';
import { expect } from './watched.ts';

/**
 * Watch what the page sends over the network from now on. What the browser takes from its own cache is none of it, nor
 * is the icon of the tab, which the browser looks up by itself whenever the address changes.
 *
 * @returns a check that nothing was sent
 */
export async function quietNetwork(page: Page): Promise<() => Promise<void>> {
  const sent = new Map<string, string>();
  const cdp = await page.context().newCDPSession(page);
  cdp.on('Network.requestWillBeSent', ({ requestId, request }) => {
    const isOwn = !request.url.startsWith('data:') && !request.url.endsWith('/favicon.svg');
    if (isOwn) sent.set(requestId, request.url);
  });
  cdp.on('Network.requestServedFromCache', ({ requestId }) => sent.delete(requestId));
  cdp.on('Network.responseReceived', ({ requestId, response }) => {
    if (response.fromDiskCache) sent.delete(requestId);
  });
  await cdp.send('Network.enable');
  return () => expect.poll(() => [...sent.values()], { message: 'sent over the network' }).toEqual([]);
}
