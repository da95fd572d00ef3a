import { hydrate } from 'svelte';
import { atlasOf, type MapData } from '#lib/scene/map-data.ts';
import type { Boot } from './boot.ts';
import Page from './Reader.svelte';

/** What stands where the server drew the pictures: never written, since a page that is taken over keeps them. */
const KEPT = { desk: ' ', phone: ' ' };

/** Bring the page that the server drew to life; everything on it stays where it is, the focus too. */
export async function takeOver(boot: Boot, data: unknown, target: HTMLElement): Promise<void> {
  // A card that the server drew can only be taken over by the code for cards.
  const hasCard = boot.view.event !== undefined || boot.view.place !== undefined;
  const late = hasCard ? (await import('./late.ts')).late : undefined;
  hydrate(Page, { target, props: { boot, atlas: atlasOf(data as MapData), pictures: KEPT, late } });
}
