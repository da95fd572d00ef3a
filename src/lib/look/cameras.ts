import { metresPerDegree, type Position } from '../domain/geometry/sphere.ts';
import { ZOOMS, type Camera, type View } from '../domain/view/view.ts';
import { cameraForBox } from './mercator.ts';

/** The desk's first view: the front from the Dnipro to Luhansk Oblast, in a picture of about 908 × 654 pixels. */
export const deskCamera: Camera = { lng: 36.8, lat: 48.2, zoom: 6.84 };

/** The phone's first view: 33 to 39.5 degrees east in a picture of about 390 × 500 pixels. */
export const phoneCamera: Camera = { lng: 36.25, lat: 48.35, zoom: 5.4 };

/** What the default cameras show: scaled so that pictures of other sizes show the same ground. */
const DESK = { width: 908, height: 654 };
const PHONE = { width: 390, height: 500 };
/** A picture narrower than this is a phone's. */
export const NARROW_PX = 600;

/** Widths and heights in CSS pixels for which the server chooses the camera of its pictures, and in which it draws. */
export const DRAWN = {
  desk: { shown: { width: 908, height: 600 }, picture: { width: 1560, height: 940 } },
  phone: { shown: { width: 390, height: 490 }, picture: { width: 600, height: 640 } },
} as const;
/** Up to this width the phone's picture is shown; the same as in the style sheets. */
export const PHONE_PX = 600;

/**
 * The camera of a picture as a stage of a size shows it: pictures are cropped around their middle and never scaled
 * down, only stretched over a stage that is larger than they are.
 */
export function cameraOnStage(
  view: Parameters<typeof cameraFor>[0],
  stage: { width: number; height: number },
  phone: boolean,
  focus?: Focus,
): Camera {
  const { shown, picture } = phone ? DRAWN.phone : DRAWN.desk;
  const camera = cameraFor(view, shown, focus);
  const stretch = Math.max(1, stage.width / picture.width, stage.height / picture.height);
  return { ...camera, zoom: camera.zoom + Math.log2(stretch) };
}

/** What a view turns on: the point of its place or event, with the radius within which it is true. */
export interface Focus {
  readonly point: Position;
  readonly radius_m: number;
}

/**
 * The camera of a view in a picture of a size: what the address names, else its area, event or place, else the
 * default for the size, scaled so that the front fits.
 *
 * @param focus the point that the view's event or place stands for; without it both fall back to the default
 */
export function cameraFor(
  view: Pick<View, 'at' | 'area' | 'place' | 'event'>,
  size: { width: number; height: number },
  focus?: Focus,
): Camera {
  if (view.at) return view.at;
  if (view.area) return within(cameraForBox(view.area, size.width, size.height));
  if (focus && (view.event !== undefined || view.place !== undefined)) return aroundFocus(focus, size);
  // A low picture is a desk's in small, however narrow it is.
  const narrow = size.width < NARROW_PX && size.height > size.width * 0.9;
  const base = narrow ? phoneCamera : deskCamera;
  const shown = narrow ? PHONE : DESK;
  const grow = Math.log2(Math.min(size.width / shown.width, size.height / shown.height));
  return within({ ...base, zoom: base.zoom + grow });
}

/** About 70 km across for a place, wider where a thing is known less exactly. */
function aroundFocus({ point, radius_m }: Focus, size: { width: number; height: number }): Camera {
  const half = Math.max(35_000, radius_m * 2.2);
  const m = metresPerDegree(point[1]);
  const [dx, dy] = [half / m.lng, half / m.lat];
  const fit = cameraForBox(
    [point[0] - dx, point[1] - dy, point[0] + dx, point[1] + dy],
    size.width,
    size.height,
    0,
  );
  return within({ lng: point[0], lat: point[1], zoom: Math.min(9, fit.zoom) });
}

const within = (c: Camera): Camera => ({
  lng: Math.round(c.lng * 1e4) / 1e4,
  lat: Math.round(c.lat * 1e4) / 1e4,
  zoom: Math.round(Math.min(ZOOMS.most, Math.max(ZOOMS.least, c.zoom)) * 100) / 100,
});
