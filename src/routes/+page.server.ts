import { render } from 'svelte/server';
import { late } from '#lib/reader/late.ts';
import Reader from '#lib/reader/Reader.svelte';
import { homePage } from '#lib/server/pages/home-page.ts';
import { readerScript } from '#lib/server/reader-script.ts';
import { dev } from '$app/environment';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { boot, atlas, pictures, head } = await homePage(
    await locals.asked(),
    locals.store,
    locals.config,
    url,
    Date.now(),
  );
  // Rendered as a root of its own, which a browser can take over; the page around it stays without a script.
  const { body } = render(Reader, { props: { boot, atlas, pictures, late } });
  return { boot, body, head, script: readerScript(dev, boot.lang) };
};
