import { metresPerPixel } from '../look/mercator.ts';
import type { Lang } from '../domain/text.ts';
import type { Camera } from '../domain/view/view.ts';
import { mapWords } from '../words/map.ts';

/** A round number of kilometres and its length in pixels at the camera. */
export function scaleOf({ zoom, lat }: Camera, most_px: number): { km: number; length: number } {
  const kmPerPixel = metresPerPixel(zoom, lat) / 1000;
  const most = most_px * kmPerPixel;
  const unit = 10 ** Math.floor(Math.log10(most));
  const km = [5, 2, 1].map((k) => k * unit).find((k) => k <= most) ?? unit;
  return { km: Number(km.toPrecision(1)), length: km / kmPerPixel };
}

const LONGEST = 110;
const HEIGHT = 26;

export interface ScaleBar {
  update(camera: Camera, width: number): void;
  remove(): void;
}

/** The scale bar at the foot of the stage. What it says is of no use to who does not see the map. */
export function createScaleBar(host: HTMLElement, lang: Lang): ScaleBar {
  const box = document.createElement('div');
  box.className = 'map-scale';
  box.setAttribute('aria-hidden', 'true');
  host.append(box);
  let shown = '';
  return {
    update(camera, width) {
      const { km, length } = scaleOf(camera, Math.min(LONGEST, width / 4));
      const l = Math.round(length);
      const words = `${km.toLocaleString(lang)} ${mapWords[lang].scale.km}`;
      if (shown === `${l} ${words}`) return;
      shown = `${l} ${words}`;
      const bar = `M4 ${HEIGHT - 7}v5h${l}v-5`;
      box.innerHTML =
        `<svg width="${l + 8}" height="${HEIGHT}" focusable="false"><path class="casing" d="${bar}"/><path d="${bar}"/>` +
        `<text x="${4 + l / 2}" y="${HEIGHT - 8}">${words}</text></svg>`;
    },
    remove: () => box.remove(),
  };
}
