import { LEAST_HEIGHT } from './frame.ts';
import type { Ratio } from './options.ts';

/** What is written into the page of a newsroom. Every word and address in it is escaped here. */
export interface SnippetParts {
  /** Whole address of the widget. */
  readonly widget: string;
  readonly title: string;
  readonly ratio: Ratio;
  /** Whole address of the same view on the map itself, and what its link says. */
  readonly map: { readonly href: string; readonly text: string };
  /** The picture that stands beside the widget for the day on which it does not answer. */
  readonly picture: { readonly href: string; readonly alt: string; readonly text: string };
  readonly script: ScriptAddress;
}

/** Where the script of widgets is, and the hash that a browser holds it to where that is known. */
export interface ScriptAddress {
  readonly src: string;
  readonly integrity?: string | undefined;
}

/** The width of the picture beside a widget, in pixels; it is of the shape of a link preview. */
const THUMB = { width: 120, height: 63 } as const;
/** The least height of a frame, which is about as wide as the window where that is narrow. */
const LEAST = `clamp(${LEAST_HEIGHT.least}px,${LEAST_HEIGHT.at}px - ${100 * LEAST_HEIGHT.share}vw,${LEAST_HEIGHT.most}px)`;
/** Pixels of height where a page drops styles: about what the shape comes to in a column of text. */
const PLAIN_HEIGHT: Record<Ratio, number> = { '16x9': 440, '4x3': 480, '1x1': 640, '4x5': 760, '9x16': 820 };

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);

const tag = (name: string, attributes: Record<string, string | undefined>): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) =>
      value === undefined ? '' : value === '' ? ` ${key}` : ` ${key}="${escapeHtml(value)}"`,
    )
    .join('')}>`;

const linked = ({ picture }: SnippetParts): string =>
  `${tag('a', { href: picture.href })}${tag('img', {
    src: picture.href,
    alt: picture.alt,
    width: String(THUMB.width),
    height: String(THUMB.height),
    loading: 'lazy',
  })}`;

/** A frame with the picture beside it. Its height is known before it loads, so that nothing in the page moves. */
export function iframeSnippet(parts: SnippetParts): string {
  const { widget, title, ratio, map, picture } = parts;
  const frame = tag('iframe', {
    src: widget,
    title,
    width: '100%',
    height: String(PLAIN_HEIGHT[ratio]),
    style: `border:0;width:100%;height:auto;aspect-ratio:${ratio.replace('x', '/')};min-height:${LEAST}`,
    loading: 'lazy',
  });
  return [
    '<figure style="margin:0">',
    `  ${frame}</iframe>`,
    `  <figcaption>${linked(parts)} ${escapeHtml(picture.text)}</a> · ${tag('a', { href: map.href })}${escapeHtml(map.text)}</a></figcaption>`,
    '</figure>',
  ].join('\n');
}

/** A box that has its height before its map comes, so that nothing in the page moves. */
const boxStyle = (ratio: Ratio): string =>
  `display:block;position:relative;aspect-ratio:${ratio.replace('x', '/')};min-height:${LEAST}`;

/** Fills the box whatever its shape. Where styles are dropped, a picture of a size that stands in a column. */
const STILL = 'position:absolute;inset:0;width:100%;height:100%;object-fit:contain';
const PLAIN_STILL = { width: '600', height: '315' } as const;

/** What is seen until the script brings the map, and where it never comes: the picture, which leads to the map. */
const inside = ({ map, picture }: SnippetParts): string =>
  `${tag('a', { href: map.href })}${tag('img', {
    src: picture.href,
    alt: picture.alt,
    ...PLAIN_STILL,
    style: STILL,
  })}</a>`;

const scriptTag = ({ src, integrity }: ScriptAddress): string =>
  `${tag('script', { async: '', src, integrity, crossorigin: integrity && 'anonymous' })}</script>`;

/** An element that the script turns into the frame. */
export const scriptSnippet = (parts: SnippetParts): string =>
  `${tag('div', { 'data-salient': parts.widget, style: boxStyle(parts.ratio) })}${inside(parts)}</div>\n${scriptTag(parts.script)}`;

/** The same as a web component. */
export const elementSnippet = (parts: SnippetParts): string =>
  `${tag('salient-map', { src: parts.widget, style: boxStyle(parts.ratio) })}${inside(parts)}</salient-map>\n${scriptTag(parts.script)}`;

/** A frame of a fixed size, for a slot. */
export const slotSnippet = (
  { widget, title }: Pick<SnippetParts, 'widget' | 'title'>,
  width: number,
  height: number,
): string =>
  `${tag('iframe', { src: widget, title, width: String(width), height: String(height), style: 'border:0', loading: 'lazy' })}</iframe>`;
