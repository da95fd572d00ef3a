import { createHash } from 'node:crypto';
import { render } from 'svelte/server';
import type { EmbedOptions } from '#lib/domain/embed/options.ts';
import Widget from '#lib/embed/Widget.svelte';
import type { Widget as Shown } from '#lib/embed/widget.ts';
import css from '#lib/embed/widget.css?inline';
import palette from '#lib/ui/palette.css?inline';
import { accentStyle } from './widget.ts';

const squeezed = (style: string): string =>
  style
    .replace(/\/\*[^]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};:,>]) ?/g, '$1')
    .trim();
const STYLE = `${squeezed(palette)}${squeezed(css)}`;

/** Pixels of height below which the map of a widget never falls. */
const leastMap = ({ ratio }: EmbedOptions): number =>
  ({ '16x9': 110, '4x3': 120, '1x1': 130, '4x5': 150, '9x16': 180 })[ratio];

/** A widget as one answer: no script, no second request. */
export function widgetPage(
  widget: Shown,
  options: EmbedOptions,
  origin: string,
  card: { readonly url: string; readonly image: string },
): { html: string; policy: string } {
  const { body } = render(Widget, { props: { widget } });
  const style = `${STYLE}${accentStyle(options.accent)}:root{--least-map:${leastMap(options)}px}`;
  const hash = createHash('sha256').update(style).digest('base64');
  const { theme } = options.view;
  return {
    html:
      `<!doctype html><html lang="${options.lang}" data-theme="${theme}"><head><meta charset="utf-8">` +
      `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">` +
      `<meta name="color-scheme" content="${theme === 'system' ? 'light dark' : theme}">` +
      `<title>${escapeText(widget.title)} · Salient</title><base href="${escapeText(origin)}/">` +
      cardOf(widget, card) +
      `<style>${style}</style></head><body>${body.replace(/<!--[^]*?-->/g, '')}</body></html>\n`,
    policy: `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; form-action 'none'; base-uri ${origin}`,
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
