import type { Locator, Page } from '@playwright/test';
import type { Position } from '../../src/lib/domain/geometry/sphere.ts';
import { viewFromUrl } from '../../src/lib/domain/view/view.ts';
import { projection } from '../../src/lib/look/mercator.ts';

/** What a reader sees on the moving map and points at. */

/** A point in the window, in CSS pixels. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Marks of the moving map, those of the picture below it not among them; what fades away counts no more. */
export const marks = (page: Page): Locator => page.locator('.map-marks .marks > g:not(.leaving)');
export const markOf = (page: Page, event: string): Locator =>
  page.locator(`.map-marks .marks > g[data-ids~="${event}"]:not(.leaving)`);

/** Ids of all events that have a mark, in the order of their letters. */
export const markedIds = async (page: Page): Promise<string[]> =>
  (
    await marks(page).evaluateAll((all) =>
      all.flatMap((g) => (g as SVGGElement).dataset['ids']?.split(' ') ?? []),
    )
  ).sort();

/** Where a point of ground is in the window; the address must say where the camera is. */
export async function spotOf(page: Page, point: Position): Promise<Spot> {
  const { at } = viewFromUrl(new URL(page.url()).searchParams).view;
  if (!at) throw new Error('the address names no camera');
  const box = await page.locator('#map').boundingBox();
  if (!box) throw new Error('there is no map');
  const [x, y] = projection({ camera: at, ...box })(point);
  return { x: box.x + x, y: box.y + y };
}

/** The colour that the window shows at a spot, as three numbers from 0 to 255. */
export async function colourAt(page: Page, { x, y }: Spot): Promise<number[]> {
  const clip = { x: Math.round(x), y: Math.round(y), width: 1, height: 1 };
  const png = await page.screenshot({ clip });
  return page.evaluate(
    async (bytes) => {
      const picture = await createImageBitmap(new Blob([new Uint8Array(bytes)]));
      const context = new OffscreenCanvas(1, 1).getContext('2d');
      context?.drawImage(picture, 0, 0);
      return [...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3);
    },
    [...png],
  );
}

/** How far two colours are from each other: 0 the same, 441 black and white. */
export const apart = (a: readonly number[], b: readonly number[]): number =>
  Math.hypot(...a.map((c, i) => c - (b[i] ?? 0)));
