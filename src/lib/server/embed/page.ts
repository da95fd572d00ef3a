import { createHash } from 'node:crypto';
import { render } from 'svelte/server';
import type { EmbedOptions } from '#lib/domain/embed/options.ts';
import Widget from '#lib/embed/Widget.svelte';
import type { Widget as Shown } from '#lib/embed/widget.ts';
import { BOOT_ID, type LiveBoot } from '#lib/embed/live/boot.ts';
import liveCss from '#lib/embed/live/live.css?inline';
import css from '#lib/embed/widget.css?inline';
import palette from '#lib/ui/palette.css?inline';
import { liveScript } from '../reader-script.ts';
import { cropStyle } from './cropped.ts';
import { accentStyle } from './widget.ts';

const squeezed = (style: string): string =>
  style
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};:,>]) ?/g, '$1')
    .trim();
const STYLE = `${squeezed(palette)}${squeezed(css)}`;
/** A map that moves is given pictures of other views, with other names. */
const LIVE_STYLE = squeezed(liveCss) + cropStyle();

/**
 * What the moving map needs beside what every widget has. In a sandbox, where a page has no origin, MapLibre's worker
 * runs from a data address alone; `'self'` is this server there too.
 */
const LIVE_POLICY = "; script-src 'self'; connect-src 'self'; font-src 'self'; worker-src 'self' data:";

/** The scripts of a copy, in the order in which they run: the edition's files, then what draws them. */
export const COPIED_SCRIPTS = ['live-data.js', 'live.js'] as const;

/**
 * A copy asks nobody for anything, wherever it is opened: all that its moving map reads is in its scripts. These are
 * not named, since a browser does not agree with itself whether a file on a disk is of the page's own place.
 */
const COPIED_LIVE_POLICY =
  "img-src data: blob:; font-src data:; connect-src data: blob:; worker-src data: blob:; frame-src 'none'; " +
  "object-src 'none'; form-action 'none'";

/** @param policy as an element, since a copy has no headers */
const copiedHead = (policy: string, description: string): string =>
  `<meta http-equiv="content-security-policy" content="${policy}">` +
  `<meta name="description" content="${escapeText(description)}"><link rel="icon" href="data:,">`;

/** Pixels of height below which the map of a widget never falls. */
const leastMap = ({ ratio }: EmbedOptions): number =>
  ({ '16x9': 110, '4x3': 120, '1x1': 130, '4x5': 150, '9x16': 180 })[ratio];

/** A widget as one answer: no script and no second request, until the moving map is asked for. */
export function widgetPage(
  widget: Shown,
  options: EmbedOptions,
  origin: string,
  card: { readonly url: string; readonly image: string },
  isCopy = false,
): { html: string; policy: string } {
  const { body } = render(Widget, { props: { widget } });
  const { live } = widget;
  const style = `${STYLE}${live ? LIVE_STYLE : cropStyle(body)}${accentStyle(options.accent)}:root{--least-map:${leastMap(options)}px}`;
  const hash = createHash('sha256').update(style).digest('base64');
  const { theme } = options.view;
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; form-action 'none'`;
  const head = isCopy
    ? copiedHead(live ? `style-src 'sha256-${hash}'; ${COPIED_LIVE_POLICY}` : policy, widget.shown)
    : `<base href="${escapeText(origin)}/">${cardOf(widget, card)}`;
  return {
    html:
      `<!doctype html><html lang="${options.lang}" data-theme="${theme}"><head><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">` +
      `<meta name="color-scheme" content="${theme === 'system' ? 'light dark' : theme}">` +
      `<title>${escapeText(widget.title)} · Salient</title>${head}` +
      `<style>${style}</style></head><body>${body.replace(/<!--[^]*?-->/g, '')}` +
      `${live ? scriptsOf(live.boot, isCopy) : ''}</body></html>\n`,
    policy: `${policy}; base-uri ${origin}${live ? LIVE_POLICY : ''}`,
  };
}

/** How a link to the widget itself is shown where it is posted. */
function cardOf({ title, shown }: Shown, { url, image }: { url: string; image: string }): string {
  const all: readonly [string, string][] = [
    ['og:type', 'article'],
    ['og:site_name', 'Salient'],
    ['og:title', title],
    ['og:description', shown],
    ['og:url', url],
    ['og:image', image],
    ['og:image:type', 'image/png'],
    ['og:image:width', '1200'],
    ['og:image:height', '630'],
    ['og:image:alt', title],
  ];
  return (
    `<meta name="description" content="${escapeText(shown)}">` +
    all.map(([name, text]) => `<meta property="${name}" content="${escapeText(text)}">`).join('') +
    `<meta name="twitter:card" content="summary_large_image">`
  );
}

const escapeText = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** The one script of a widget, and what it starts from. */
function scriptsOf(boot: LiveBoot, isCopy: boolean): string {
  const src = liveScript(import.meta.env.DEV, boot.options.lang);
  const data = JSON.stringify(boot).replace(/</g, '\\u003c');
  const start = `<script type="application/json" id="${BOOT_ID}">${data}</script>`;
  if (isCopy) return `${start}${COPIED_SCRIPTS.map((file) => `<script src="${file}"></script>`).join('')}`;
  return start + (src ? `<script type="module" crossorigin src="${src}"></script>` : '');
}
