import { describe, expect, it } from 'vitest';
import { DEFAULT_VIEW } from '../domain/view/view.ts';
import { cameraFor, deskCamera, phoneCamera } from './cameras.ts';
import { boxOfFrame } from './mercator.ts';

const desk = { width: 908, height: 654 };
const phone = { width: 390, height: 500 };
const kurakhove = { point: [37.28, 47.98] as const, radius_m: 0 };

describe('cameraFor', () => {
  it('has one first view for desks and one for phones', () => {
    expect(cameraFor(DEFAULT_VIEW, desk)).toEqual(deskCamera);
    expect(cameraFor(DEFAULT_VIEW, phone)).toEqual(phoneCamera);
    const [w, , e] = boxOfFrame({ camera: phoneCamera, ...phone });
    expect(w).toBeCloseTo(33, 0);
    expect(e).toBeCloseTo(39.5, 0);
  });

  it('shows as much of the front in a larger picture', () => {
    const small = boxOfFrame({ camera: cameraFor(DEFAULT_VIEW, desk), ...desk });
    const size = { width: 1816, height: 1308 };
    const large = boxOfFrame({ camera: cameraFor(DEFAULT_VIEW, size), ...size });
    large.forEach((edge, i) => expect(edge).toBeCloseTo(small[i] ?? NaN, 1));
  });

  it('takes the camera of the address before all else', () => {
    const at = { lng: 35, lat: 49, zoom: 7 };
    expect(cameraFor({ ...DEFAULT_VIEW, at, place: 'kurakhove' }, desk, kurakhove)).toEqual(at);
  });

  it('centres a place, and steps back for what is known less exactly', () => {
    const view = { ...DEFAULT_VIEW, place: 'kurakhove' };
    const near = cameraFor(view, desk, kurakhove);
    expect([near.lng, near.lat]).toEqual([37.28, 47.98]);
    expect(near.zoom).toBeGreaterThan(8);
    expect(cameraFor(view, desk, { ...kurakhove, radius_m: 50_000 }).zoom).toBeLessThan(near.zoom);
    expect(cameraFor(view, desk)).toEqual(deskCamera);
  });
});
