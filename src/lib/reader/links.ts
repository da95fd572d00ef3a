// What a reader takes away of the view that is told: links, a citation, pictures and files.
import { address, pictureAddress } from '#lib/domain/view/address.ts';
import type { View } from '#lib/domain/view/view.ts';
import { longDay } from '#lib/words/dates.ts';
import { embedLink } from '#lib/words/embed-link.ts';
import { pageWords } from '#lib/words/page.ts';
import type { Reader } from './reader.svelte.ts';

/** Addresses of the view with its day written out, as a link that is handed on needs it, and how it is cited. */
export function linksOf({ boot, lang, atlas, told, hrefOf }: Reader) {
  const t = pageWords[lang];
  const { number } = atlas.edition;
  const { day } = told.scene;
  const whole = (edition: number | undefined): string => {
    const view: View = { ...told.scene.view, theme: 'system', edition, known: undefined };
    return boot.origin + hrefOf(view);
  };
  const pinned = whole(number || undefined);
  const title = `${t.site}: ${longDay(lang, day)}`;
  // Where a map is made for an article is on the site alone.
  const embed = boot.frame.copy
    ? undefined
    : {
        href: address(lang, '/embed/new', { ...told.scene.view, theme: 'system' }),
        text: embedLink[lang],
      };
  return {
    /** Where the view becomes a map in an article. */
    embed,
    /** Without an edition, so that it follows the newest. */
    link: whole(undefined),
    pinned,
    about: { ...boot.about, embed, citation: t.citation(title, boot.who, number, boot.when, pinned) },
  };
}

/** Pictures and data of the view to take away. */
export function filesOf({ lang, atlas, told }: Reader) {
  const t = pageWords[lang];
  const { number } = atlas.edition;
  const { view, day } = told.scene;
  const to = (type: 'svg' | 'png') => pictureAddress(type, view, lang, number);
  return {
    pictures: [
      { text: t.downloadSvg, href: to('svg') },
      { text: t.downloadPng, href: to('png') },
    ],
    files: number > 0 ? [{ text: 'GeoJSON', href: `/data/${number}/control.geojson?day=${day}` }] : [],
  };
}

/** The form that asks for what was known on a day. */
export function knownFormOf({ lang, told }: Reader) {
  const view = { ...told.view, edition: undefined, known: undefined };
  const params = new URLSearchParams(address('en', '/', view).split('?')[1] ?? '');
  return { action: address(lang, '/'), hidden: [...params].map(([name, value]) => ({ name, value })) };
}
