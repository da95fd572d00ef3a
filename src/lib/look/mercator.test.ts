import { geoMercator } from 'd3-geo';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance } from '../domain/geometry/sphere.ts';
import { boxOfFrame, cameraForBox, metresPerPixel, projection, unprojection } from './mercator.ts';

const frame = { camera: { lng: 36.8, lat: 48.2, zoom: 6.84 }, width: 908, height: 654 };
const position = fc.tuple(
  fc.double({ min: 20, max: 45, noNaN: true }),
  fc.double({ min: 42, max: 57, noNaN: true }),
);

describe('projection', () => {
  it("is d3-geo's Mercator at the scale of MapLibre's zoom", () => {
    const d3 = geoMercator()
      .center([frame.camera.lng, frame.camera.lat])
      .scale((512 * 2 ** frame.camera.zoom) / (2 * Math.PI))
      .translate([frame.width / 2, frame.height / 2]);
    const ours = projection(frame);
    fc.assert(
      fc.property(position, (p) => {
        const [x, y] = d3(p) as [number, number];
        expect(ours(p)[0]).toBeCloseTo(x, 6);
        expect(ours(p)[1]).toBeCloseTo(y, 6);
      }),
    );
  });

  it('is undone by unprojection', () => {
    fc.assert(
      fc.property(position, (p) => {
        const back = unprojection(frame)(projection(frame)(p));
        expect(back[0]).toBeCloseTo(p[0], 8);
        expect(back[1]).toBeCloseTo(p[1], 8);
      }),
    );
  });
});

describe('metresPerPixel', () => {
  it('is the distance between two neighbouring pixels', () => {
    const at = unprojection(frame);
    const metres = distance(at([454, 327]), at([455, 327]));
    expect(metresPerPixel(frame.camera.zoom, frame.camera.lat)).toBeCloseTo(metres, 2);
  });
});

describe('cameraForBox', () => {
  it('shows the whole box with the padding around it', () => {
    const camera = cameraForBox([33, 46, 39, 50], 800, 600, 20);
    const [w, s, e, n] = boxOfFrame({ camera, width: 800, height: 600 }, -19.9);
    expect(w).toBeLessThanOrEqual(33);
    expect(s).toBeLessThanOrEqual(46);
    expect(e).toBeGreaterThanOrEqual(39);
    expect(n).toBeGreaterThanOrEqual(50);
  });
});
