// Widgets in another engine: a stock Firefox, in an article of another site.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { article, PARAGRAPH } from '../fixtures/article.ts';
import { firefox, firefoxPath, type Firefox, type Tab } from '../fixtures/firefox.ts';

/** Milliseconds that a map may take on a busy machine that draws without a graphics card. */
const SLOW = 60_000;
const KURAKHOVE = 'place=kurakhove&day=2024-11-26&edition=2';

const program = firefoxPath();
test.skip(!program && !process.env.CI, 'no Firefox here: install firefox-esr, or name one by FIREFOX_PATH');

test('Firefox shows the picture in a sandbox, a tap brings the map or says why not, and the script makes frames', async ({
  baseURL,
}) => {
  expect(program, 'Firefox').toBeDefined();
  const served = await article(
    `<iframe sandbox="allow-scripts" title="Map" width="620" height="480" src="${baseURL}/embed?${KURAKHOVE}"></iframe>` +
      `${PARAGRAPH}<salient-map query="${KURAKHOVE}"><a href="/"><img alt="Map of Kurakhove"></a></salient-map>` +
      `<script async src="${baseURL}/embed.js"></script>`,
  );
  let browser: Firefox | undefined;
  try {
    browser = await firefox(program ?? '');
    const open = browser;
    await open.goto(served.address);
    const frame = async (i: number): Promise<Tab> => {
      const tab = (await open.tree()).children[i];
      if (!tab) throw new Error(`no frame ${i}`);
      return tab;
    };
    const said = (i: number, selector: string): Promise<string> =>
      frame(i).then(
        (tab) =>
          open.read<string>(tab, `document.querySelector(${JSON.stringify(selector)})?.innerText ?? ''`),
        () => '',
      );
    const isDrawn = `(() => {
      const { width, height } = document.querySelector('.wide svg[role=img]').getBoundingClientRect();
      return width >= 600 && height >= 200 && document.querySelectorAll('.wide svg[role=img] text').length > 5;
    })()`;

    await test.step('the picture, with its words', async () => {
      await expect.poll(() => said(0, 'h1')).toBe('Kurakhove, 26 November 2024');
      expect(await said(0, '.foot')).toContain('As of 26 Nov 2024');
      expect(await open.read<boolean>(await frame(0), isDrawn)).toBe(true);
    });
    await test.step('a tap', async () => {
      await open.press(await frame(0), 'a.tap');
      const state = async (): Promise<string> =>
        open
          .read<string>(await frame(0), `document.querySelector('article')?.dataset.live ?? ''`)
          .catch(() => '');
      await expect.poll(state, { timeout: SLOW }).toMatch(/^(ready|failed)$/);
      expect(await open.read<string>(await frame(0), 'self.origin')).toBe('null');
      if ((await state()) === 'failed') expect(await said(0, '[role=status]')).toContain('no WebGL');
      expect(await said(0, 'h1')).toBe('Kurakhove, 26 November 2024');
      expect(await open.read<boolean>(await frame(0), isDrawn)).toBe(true);
    });
    await test.step('the script, which keeps the picture of the article', async () => {
      await open.read<boolean>(await open.tree(), `(scrollTo(0, document.body.scrollHeight), true)`);
      await expect.poll(() => said(1, 'h1')).toBe('Kurakhove, 26 November 2024');
      const kept = `document.querySelector('salient-map > noscript img')?.alt ?? ''`;
      await expect.poll(async () => open.read<string>(await open.tree(), kept)).toBe('Map of Kurakhove');
    });
    await test.step('the script, while the map does not answer', async () => {
      const script = await (await fetch(`${baseURL}/embed.js`)).text();
      const silent = createServer((request, response) =>
        request.url === '/embed.js' ? response.end(script) : response.destroy(),
      );
      await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
      const { port } = silent.address() as AddressInfo;
      const another = await article(
        `<salient-map query="${KURAKHOVE}"><a href="/"><img alt="Map"></a></salient-map>` +
          `<script src="http://127.0.0.1:${port}/embed.js"></script>`,
      );
      try {
        await open.goto(another.address);
        const inside = `[...document.querySelector('salient-map').children].map((e) => e.localName).join()`;
        const asked = `performance.getEntriesByType('resource').some((e) => e.initiatorType === 'iframe')`;
        await expect.poll(async () => open.read<boolean>(await open.tree(), asked)).toBe(true);
        await expect.poll(async () => open.read<string>(await open.tree(), inside)).toBe('a');
      } finally {
        await another.close();
        silent.close();
        silent.closeAllConnections();
      }
    });
  } finally {
    await browser?.close();
    await served.close();
  }
});
