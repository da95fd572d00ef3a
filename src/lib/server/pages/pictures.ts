import { cameraFor, type Focus } from '#lib/look/cameras.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import type { View } from '#lib/domain/view/view.ts';
import { drawInline } from '../draw/svg.ts';
import { buildScene, type Scene } from '../draw/scene.ts';
import type { Asked } from './asked.ts';

/** A picture for each kind of screen; the page shows one by its width, at its own size, cropped and never scaled. */
export interface Pictures {
  readonly desk: string;
  readonly phone: string;
}

export interface PictureSizes {
  /** What is drawn, in CSS pixels; screens that are smaller crop it. */
  readonly desk: { readonly width: number; readonly height: number };
  readonly phone: { readonly width: number; readonly height: number };
  /** For which the camera is chosen: about what a screen of the kind shows. */
  readonly deskShown: { readonly width: number; readonly height: number };
  readonly phoneShown: { readonly width: number; readonly height: number };
}

export const FULL: PictureSizes = {
  desk: { width: 1560, height: 940 },
  phone: { width: 600, height: 640 },
  deskShown: { width: 908, height: 654 },
  phoneShown: { width: 390, height: 500 },
};

/** A small map inside a page of text. */
export const SMALL: PictureSizes = {
  desk: { width: 816, height: 360 },
  phone: { width: 560, height: 300 },
  deskShown: { width: 816, height: 360 },
  phoneShown: { width: 390, height: 300 },
};

export async function picturesOf(
  asked: Asked,
  view: View,
  sizes: PictureSizes,
  focus?: Focus,
): Promise<{ scene: Scene; pictures: Pictures }> {
  const { lang } = asked;
  const scene = await buildScene(asked.reader, view, { lang });
  const kept = carried(asked.view);
  const hrefOf = ({ kind, id }: { kind: 'event' | 'place'; id: string }): string =>
    address(lang, `/${kind}s/${id}`, kept);
  const draw = (idPrefix: string, size: { width: number; height: number }, shown: { width: number; height: number }) =>
    drawInline(scene, { camera: cameraFor(view, shown, focus), ...size, lang, idPrefix, hrefOf });
  return {
    scene,
    pictures: {
      desk: draw('d', sizes.desk, sizes.deskShown),
      phone: draw('p', sizes.phone, sizes.phoneShown),
    },
  };
}
