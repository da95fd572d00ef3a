import type { Rings } from '#lib/domain/geometry/rings.ts';
import type { Lang } from '#lib/domain/text.ts';
import { cameraFor, type Focus } from '#lib/look/cameras.ts';
import type { Rect } from '#lib/look/labels.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import { DRAWN } from '#lib/look/cameras.ts';
import type { View } from '#lib/domain/view/view.ts';
import { drawInline } from '../draw/svg.ts';
import { buildScene, type DrawnScene } from '../draw/scene.ts';
import type { Asked } from './asked.ts';

/** A picture for each kind of screen; the page shows one by its width, at its own size, cropped and never scaled. */
export interface Pictures {
  readonly desk: string;
  readonly phone: string;
}

/** A box in CSS pixels from the left and top of what a screen shows. */
interface Cover {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PictureSizes {
  /** What is drawn, in CSS pixels; screens that are smaller crop it. */
  readonly desk: { readonly width: number; readonly height: number };
  readonly phone: { readonly width: number; readonly height: number };
  /** For which the camera is chosen: about what a screen of the kind shows. */
  readonly deskShown: { readonly width: number; readonly height: number };
  readonly phoneShown: { readonly width: number; readonly height: number };
  /** What the page lays over what is shown. */
  readonly deskCovers: readonly Cover[];
  readonly phoneCovers: readonly Cover[];
}

/** The map that fills the first page. */
export const full = (lang: Lang): PictureSizes => ({
  desk: DRAWN.desk.picture,
  phone: DRAWN.phone.picture,
  deskShown: DRAWN.desk.shown,
  phoneShown: DRAWN.phone.shown,
  deskCovers: [
    { x: 12, y: 10, width: 800, height: 36 },
    // The legend, which is higher in Ukrainian, where the words are longer.
    { x: 588, y: lang === 'uk' ? 246 : 296, width: 308, height: lang === 'uk' ? 344 : 294 },
    { x: 12, y: 536, width: 562, height: 54 },
  ],
  phoneCovers: [
    { x: 0, y: 6, width: 390, height: 36 },
    { x: 0, y: 420, width: 390, height: 70 },
  ],
});

/** A small map inside a page of text. */
export const SMALL: PictureSizes = {
  desk: { width: 816, height: 360 },
  phone: { width: 560, height: 300 },
  deskShown: { width: 816, height: 360 },
  phoneShown: { width: 390, height: 300 },
  deskCovers: [],
  phoneCovers: [],
};

/**
 * Where labels may not stand: under what the page lays over the map, and across the edge at which the commonest
 * screen of the kind crops it (other screens crop elsewhere, which no picture can know).
 */
function obstaclesOf(size: Size, shown: Size, covers: readonly Cover[]): Rect[] {
  const x = (size.width - shown.width) / 2;
  const y = (size.height - shown.height) / 2;
  const line = 2;
  return [
    ...covers.map((c) => ({ ...c, x: c.x + x, y: c.y + y })),
    { x: x - line, y, width: line, height: shown.height },
    { x: x + shown.width, y, width: line, height: shown.height },
    { x, y: y - line, width: shown.width, height: line },
    { x, y: y + shown.height, width: shown.width, height: line },
  ]
    .filter((c) => c.x > -line && c.y > -line)
    .map((c) => ({ x0: c.x, y0: c.y, x1: c.x + c.width, y1: c.y + c.height }));
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** @param outline bounds that are drawn over the map */
export async function picturesOf(
  asked: Asked,
  view: View,
  sizes: PictureSizes,
  focus?: Focus,
  outline?: Rings,
): Promise<{ scene: DrawnScene; pictures: Pictures }> {
  const { lang } = asked;
  const scene = await buildScene(asked.reader, view, { lang });
  const kept = carried(asked.view);
  const hrefOf = ({ kind, id }: { kind: 'event' | 'place'; id: string }): string =>
    address(lang, `/${kind}s/${id}`, kept);
  const draw = (idPrefix: string, size: Size, shown: Size, covers: readonly Cover[]) =>
    drawInline(scene, {
      camera: cameraFor(view, shown, focus ?? scene.focus),
      ...size,
      lang,
      idPrefix,
      hrefOf,
      outline,
      obstacles: obstaclesOf(size, shown, covers),
    });
  return {
    scene,
    pictures: {
      desk: draw('d', sizes.desk, sizes.deskShown, sizes.deskCovers),
      phone: draw('p', sizes.phone, sizes.phoneShown, sizes.phoneCovers),
    },
  };
}
