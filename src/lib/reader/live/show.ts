// Another edition in the place of the one that is shown, under the eyes of the reader: day, view and what is open stay.
import { atlasOf, type MapData } from '#lib/scene/map-data.ts';
import { BOOT_ID, type Boot } from '../boot.ts';
import type { Reader } from '../reader.svelte.ts';

/** @throws where a part of it cannot be had; then all stays as it is */
export async function showNewest(reader: Reader): Promise<void> {
  // The new edition may be reviewed to a later day, which is then the usual one; the reader stays on theirs.
  reader.change({ day: reader.day }, 'replace');
  const page = new DOMParser().parseFromString(await text(location.href), 'text/html');
  const boot = JSON.parse(page.getElementById(BOOT_ID)?.textContent ?? '') as Boot;
  // The site itself is another by now: that takes a new page, at the same address.
  if (boot.files.basemap !== reader.boot.files.basemap || scriptOf(page) !== scriptOf(document)) {
    location.reload();
    return;
  }
  const [data, control] = await Promise.all([fetched(boot.files.map), fetched(boot.files.control)]);
  const atlas = atlasOf((await data.json()) as MapData, new Uint8Array(await control.arrayBuffer()));
  const { card } = reader;
  reader.boot = boot;
  reader.atlas = atlas;
  if (boot.place) reader.found = new Map([...reader.found, [boot.place.id, boot.place]]);
  // What is open may be in no edition any more.
  if (card?.kind === 'event' && !atlas.catalogue.event(card.id)) reader.open(undefined, 'none');
}

const scriptOf = (page: Document): string | null | undefined =>
  page.querySelector('script[type="module"][src]')?.getAttribute('src');

async function fetched(url: string): Promise<Response> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer;
}
const text = async (url: string): Promise<string> => (await fetched(url)).text();
