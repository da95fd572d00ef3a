import { versionOf } from '#lib/domain/history/edition.ts';
import { dayOfInstant } from '#lib/domain/time/day.ts';
import { LANGS, type Lang } from '#lib/domain/text.ts';
import { partOf, partToParams } from '#lib/domain/view/change-view.ts';
import { viewToUrl, type View } from '#lib/domain/view/view.ts';
import { basemapHash } from '../draw/basemap.ts';
import { renderPng } from '../draw/png.ts';
import { buildScene } from '../draw/scene.ts';
import { drawPicture } from '../draw/svg.ts';
import { boundsOf } from '../editions/change.ts';
import { bounded } from '../editions/bounded.ts';
import type { Config } from '../config.ts';
import type { Asked } from '../pages/asked.ts';
import { etagOf } from './conditional.ts';

/** Raised whenever a change of the drawing code changes its bytes, so that what is kept is asked about again. */
const RENDERER = 4;

/** Sizes in which PNGs are made, from a fixed list: a stranger cannot make the server draw a thousand others. */
export const PNG_SIZES: readonly (readonly [width: number, height: number])[] = [
  [390, 844],
  [600, 315],
  [640, 640],
  [800, 500],
  [1080, 1080],
  [1080, 1350],
  [1080, 1920],
  [1200, 630],
  [1280, 800],
  [1600, 900],
];

export interface PictureWanted {
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
  readonly lang: Lang;
  /** Pixels of a PNG for one of its size: one, or two for print and fine screens. */
  readonly scale: 1 | 2;
  /** Bounds that are drawn over the map: a box of degrees or an area that was drawn. */
  readonly within?: string | undefined;
}

const whole = (text: string | null, fallback: number, least: number, most: number): number => {
  const n = text !== null && /^\d{1,4}$/.test(text) ? Number(text) : fallback;
  return Math.min(most, Math.max(least, n));
};

/** Size, theme and language of a picture; whatever is no use falls back, sizes go to the nearest allowed. */
export function readPicture(params: URLSearchParams): PictureWanted {
  return {
    width: whole(params.get('width'), 1200, 280, 2400),
    height: whole(params.get('height'), 630, 200, 2400),
    theme: params.get('theme') === 'dark' ? 'dark' : 'light',
    lang: LANGS.find((l) => l === params.get('lang')) ?? 'en',
    scale: params.get('scale') === '2' ? 2 : 1,
    within: partToParams(partOf(params.get('within') ?? '')).within,
  };
}

/** The size of the list that is nearest in shape, then in size. */
export function pngSize({ width, height }: Pick<PictureWanted, 'width' | 'height'>): [number, number] {
  const distance = ([w, h]: readonly [number, number]): number =>
    Math.abs(Math.log(w / h) - Math.log(width / height)) * 4 + Math.abs(Math.log(w / width));
  const [best] = [...PNG_SIZES].sort((a, b) => distance(a) - distance(b));
  return [best?.[0] ?? 1200, best?.[1] ?? 630];
}

const drawn = bounded<Promise<Uint8Array>>(48);

/** A picture with its ETag, made only when it is asked for; PNGs are kept for a while. */
export function pictureOf(asked: Asked, wanted: PictureWanted, type: 'svg' | 'png', config: Config) {
  const [width, height] = type === 'png' ? pngSize(wanted) : [wanted.width, wanted.height];
  const { theme, lang, within } = wanted;
  const scale = type === 'png' ? wanted.scale : 1;
  const view: View = {
    ...asked.view,
    day: asked.day ?? dayOfInstant(asked.edition.published_at),
    theme: 'system',
  };
  const publisher = config.publisher;
  const etag = etagOf(
    versionOf(asked.edition),
    RENDERER,
    basemapHash(),
    viewToUrl(view).toString(),
    width,
    height,
    theme,
    lang,
    publisher,
    type,
    within,
    ...(scale === 1 ? [] : [scale]),
  );
  const svg = async (): Promise<string> =>
    drawPicture(await buildScene(asked.reader, view, { lang }), {
      width,
      height,
      lang,
      theme,
      outline: within === undefined ? undefined : boundsOf(partOf(within)),
      ...(publisher ? { publisher } : {}),
    });
  return {
    etag,
    media: type === 'png' ? 'image/png' : 'image/svg+xml; charset=utf-8',
    make: async (): Promise<BodyInit> =>
      type === 'svg'
        ? svg()
        : new Blob([(await drawn(etag, async () => renderPng(await svg(), { scale }))) as BlobPart]),
  };
}
