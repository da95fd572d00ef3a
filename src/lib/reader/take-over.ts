import { hydrate } from 'svelte';
import { atlasOf, type MapData } from '#lib/scene/map-data.ts';
import type { Boot } from './boot.ts';
import Page from './Reader.svelte';

/** What stands where the server drew the pictures: never written, since a page that is taken over keeps them. */
const KEPT = { desk: ' ', phone: ' ' };

/** Bring the page that the server drew to life; everything on it stays where it is, the focus too. */
export async function takeOver(
  boot: Boot,
  data: unknown,
  control: Uint8Array,
  target: HTMLElement,
): Promise<void> {
  // What the server drew by the late code in plain sight can only be taken over with that code at hand.
  const { view } = boot;
  const asked = [
    view.event,
    view.place,
    view.kinds,
    view.by,
    view.evidence,
    view.theatre,
    view.layers,
    view.reviewed,
  ];
  const atlas = atlasOf(data as MapData, control);
  const isOld = atlas.edition.number !== boot.newest;
  const late =
    isOld || asked.some((part) => part !== undefined) ? (await import('./late.ts')).late : undefined;
  hydrate(Page, { target, props: { boot, atlas, pictures: KEPT, late } });
}
