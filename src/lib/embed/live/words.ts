import type { Callout } from '#lib/domain/embed/keyed.ts';
import { embedToUrl } from '#lib/domain/embed/options.ts';
import type { Day } from '#lib/domain/time/day.ts';
import type { Camera } from '#lib/domain/view/view.ts';
import { drawCallouts } from '#lib/look/callouts.ts';
import type { LiveBoot } from './boot.ts';

/** What of a widget follows the day: its words and its pictures, and where the way back leads. */
const PARTS = 'header, figure, footer';
const PICTURES = ':is(.wide, .narrow, .any) svg[role="img"]';

const round = (x: number, decimals: number): number => Number(x.toFixed(decimals));

/** The widget of another day and camera as the server makes it: the same words and pictures as for everybody. */
export async function fetchParts(
  { options, own }: LiveBoot,
  day: Day,
  { lng, lat, zoom }: Camera,
  signal: AbortSignal,
): Promise<Document> {
  const at = { lng: round(lng, 4), lat: round(lat, 4), zoom: round(zoom, 2) };
  const view = { ...options.view, day, at, area: undefined };
  const answer = await fetch(`/embed?${embedToUrl({ ...options, view })}`, { signal });
  if (!answer.ok) throw new Error(`the words answered ${answer.status}`);
  const parts = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // The server knows of no key here: the pictures of other days get the newsroom's numbers as the first had them.
  if (own) number(parts, own.callouts, at);
  return parts;
}

/** Draw the numbers of a newsroom on pictures that are without them. */
function number(parts: Document, callouts: readonly Callout[], camera: Camera): void {
  const points = callouts.map(({ point }) => point);
  for (const svg of parts.querySelectorAll(PICTURES)) {
    const side = (name: string): number => Number(svg.getAttribute(name));
    const frame = { camera, width: side('width'), height: side('height') };
    svg.insertAdjacentHTML('beforeend', drawCallouts(points, frame));
  }
}

/** Put the parts of another widget into the place of this one's; what a reader has opened stays open. */
export function takeParts(article: HTMLElement, from: Document): void {
  const given = [...from.querySelectorAll(PARTS)];
  const own = [...article.querySelectorAll(PARTS)];
  if (given.length !== own.length) throw new Error('the words are of another widget');
  const isOpen = [...article.querySelectorAll('details')].map((details) => details.open);
  own.forEach((part, i) => part.replaceWith(given[i] as Element));
  article.querySelectorAll('details').forEach((details, i) => {
    details.open = isOpen[i] ?? details.open;
  });
  const back = from.querySelector<HTMLAnchorElement>('a.back');
  const ownBack = article.querySelector<HTMLAnchorElement>('a.back');
  // The map of a newsroom's key is under one address, whatever day was looked at.
  if (back && ownBack?.getAttribute('href')?.startsWith('/embed?'))
    ownBack.setAttribute('href', back.getAttribute('href') ?? '');
}
