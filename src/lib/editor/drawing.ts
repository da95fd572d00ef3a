import {
  TerraDraw,
  TerraDrawLineStringMode,
  TerraDrawModeUndoRedo,
  TerraDrawPolygonMode,
  TerraDrawSelectMode,
  type GeoJSONStoreFeatures,
  type HexColor,
  type SnapToCustom,
} from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import { stretchesIn, withStretches, type Stretch } from '#lib/domain/control/stretch.ts';
import { crossingsOf } from '#lib/domain/geometry/crossings.ts';
import type { Ring, Rings } from '#lib/domain/geometry/rings.ts';
import type { Snap } from '#lib/domain/geometry/snap.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { metresPerDegree } from '#lib/domain/geometry/sphere.ts';
import { palettes } from '#lib/look/palette.ts';
import type { DeskMap } from '#lib/map/desk-map.ts';
import type { Theme } from './theme.ts';

export interface DrawingEvents {
  /** A ring is being drawn: as far as it is, closed, and where it crosses itself. */
  drawing(ring: Ring, crossings: readonly Position[]): void;
  /** A ring was closed that crosses nowhere. */
  drawn(ring: Ring): void;
  /** Rings are being changed, or have been. */
  changed(rings: Rings, isDone: boolean): void;
  /** Corners in view, or undefined where there are too many to be moved one by one. */
  corners(count: number | undefined): void;
}

/** Drawing on a map: a new ring, or the corners of rings that are there. */
export interface Drawing {
  draw(): void;
  /** Let the corners of rings in view be moved. */
  edit(rings: Rings): void;
  /** Take the last corner of a ring that is being drawn back, or set it again; false where there is none. */
  undo(): boolean;
  redo(): boolean;
  /** Close the ring that is being drawn; it is not where it crosses itself. */
  finish(): void;
  stop(): void;
  snap(to: Snap): void;
  setTheme(theme: Theme): void;
  destroy(): void;
}

/** Pixels from which a corner goes to a line that is there. */
const SNAP_PX = 12;
/** Corners that are shown to be moved at once; closer by there are fewer. */
const MOST_CORNERS = 400;
/** Share of the view beyond its edges in which corners are loaded. */
const BEYOND = 0.05;
const PRECISION = 6;

/** The one door to terra-draw. The map must have been drawn once. */
export function createDrawing(desk: DeskMap, events: DrawingEvents, first: Theme): Drawing {
  const { map } = desk;
  let theme = first;
  let to: Snap = () => undefined;
  let rings: Rings = [];
  let pieces = new Map<string | number, Stretch>();
  let mode: 'draw' | 'edit' | 'none' = 'none';
  let isOwn = false;

  const toCustom: SnapToCustom = (event) => {
    const { lng: perDegree } = metresPerDegree(event.lat);
    const a = desk.unproject(event.containerX, event.containerY);
    const b = desk.unproject(event.containerX + SNAP_PX, event.containerY);
    const at = to([event.lng, event.lat], Math.abs(b[0] - a[0]) * perDegree);
    return at && [...at].map((x) => Number(x.toFixed(PRECISION)));
  };
  const hex = (name: 'ink' | 'accent' | 'mark-paper'): HexColor => palettes[theme][name] as HexColor;
  const polygonStyle = () => ({
    fillColor: hex('ink'),
    fillOpacity: 0.12,
    outlineColor: hex('ink'),
    outlineWidth: 2,
    closingPointColor: hex('accent'),
    closingPointWidth: 7,
    closingPointOutlineColor: hex('mark-paper'),
    snappingPointColor: hex('accent'),
    coordinatePointColor: hex('ink'),
    coordinatePointWidth: 4,
    coordinatePointOutlineColor: hex('mark-paper'),
  });
  const selectStyle = () => ({
    selectedPolygonColor: hex('ink'),
    selectedPolygonFillOpacity: 0,
    selectedPolygonOutlineColor: hex('ink'),
    selectedPolygonOutlineWidth: 2,
    selectedLineStringColor: hex('ink'),
    selectedLineStringWidth: 3,
    selectionPointColor: hex('mark-paper'),
    selectionPointWidth: 6,
    selectionPointOutlineColor: hex('ink'),
    selectionPointOutlineWidth: 2,
    midPointColor: hex('ink'),
    midPointWidth: 3,
    midPointOutlineColor: hex('mark-paper'),
    midPointOutlineWidth: 1,
  });
  const lineStyle = () => ({ lineStringColor: hex('ink'), lineStringWidth: 3 });
  const flags = {
    feature: {
      draggable: false,
      coordinates: { draggable: true, midpoints: true, deletable: true, snappable: { toCustom } },
    },
  };
  const draw = new TerraDraw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: PRECISION, prefixId: 'desk-draw' }),
    modes: [
      new TerraDrawPolygonMode({
        snapping: { toCustom },
        showCoordinatePoints: true,
        styles: polygonStyle(),
        validation: (feature, { updateType }) => {
          if (updateType !== 'finish') return { valid: true };
          const ring = ringOf(feature);
          const valid = !ring || crossingsOf([ring], 1).length === 0;
          return valid ? { valid } : { valid, reason: 'crosses itself' };
        },
      }),
      new TerraDrawLineStringMode({ styles: lineStyle() }),
      new TerraDrawSelectMode({
        flags: { polygon: flags, linestring: flags },
        styles: selectStyle(),
        // Escape and Delete are the page's own.
        keyEvents: null,
        allowManualDeselection: false,
      }),
    ],
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  });
  draw.start();

  const ownly = (work: () => void): void => {
    isOwn = true;
    try {
      work();
    } finally {
      isOwn = false;
    }
  };
  const clear = (): void =>
    ownly(() => {
      // Leaving a mode throws away what was begun in it.
      if (draw.getMode() !== 'static') draw.setMode('static');
      draw.clear();
      pieces = new Map();
    });

  /** The corners in view as features of their own. */
  const load = (): void => {
    clear();
    const [w, s, e, n] = desk.bounds();
    const [dx, dy] = [(e - w) * BEYOND, (n - s) * BEYOND];
    const found = stretchesIn(rings, [w - dx, s - dy, e + dx, n + dy]);
    const count = found.reduce((sum, stretch) => sum + stretch.line.length, 0);
    if (count > MOST_CORNERS) return events.corners(undefined);
    events.corners(count);
    ownly(() => {
      let longest: { id: string | number; length: number } | undefined;
      for (const stretch of found) {
        const id = draw.getFeatureId();
        const line = stretch.line.map((p) => p.map((x) => Number(x.toFixed(PRECISION))));
        const [{ valid, reason } = { valid: false, reason: '' }] = draw.addFeatures([
          {
            type: 'Feature',
            id,
            geometry: stretch.whole
              ? { type: 'Polygon', coordinates: [line] }
              : { type: 'LineString', coordinates: line },
            properties: { mode: stretch.whole ? 'polygon' : 'linestring' },
          },
        ]);
        if (!valid) {
          console.info('salient: a line cannot be edited', reason);
          continue;
        }
        pieces.set(id, stretch);
        if (!longest || line.length > longest.length) longest = { id, length: line.length };
      }
      draw.setMode('select');
      if (longest) draw.selectFeature(longest.id);
    });
  };

  const now = (): Rings => {
    const moved: (readonly [Stretch, Ring])[] = [];
    for (const [id, stretch] of pieces) {
      const feature = draw.hasFeature(id) ? draw.getSnapshotFeature(id) : undefined;
      const line = feature && lineOf(feature);
      if (line) moved.push([stretch, line]);
    }
    return withStretches(rings, moved);
  };

  let asked = 0;
  draw.on('change', (ids) => {
    if (isOwn) return;
    cancelAnimationFrame(asked);
    asked = requestAnimationFrame(() => {
      if (mode === 'draw') {
        const ring = draw
          .getSnapshot()
          .map(ringOf)
          .find((r) => r !== undefined);
        if (ring) events.drawing(ring, crossingsOf([ring]));
      } else if (mode === 'edit' && ids.some((id) => pieces.has(id))) events.changed(now(), false);
    });
  });
  draw.on('finish', (id, { action }) => {
    if (isOwn) return;
    cancelAnimationFrame(asked);
    if (mode === 'draw' && action === 'draw') {
      const feature = draw.getSnapshotFeature(id);
      const ring = feature && ringOf(feature);
      mode = 'none';
      clear();
      if (ring) events.drawn(ring);
    } else if (mode === 'edit') {
      rings = now();
      events.changed(rings, true);
      // Corners that were set or taken away are counted anew.
      load();
    }
  });
  const rest = (): void => {
    if (mode === 'edit') load();
  };
  map.on('moveend', rest);

  return {
    draw() {
      clear();
      mode = 'draw';
      ownly(() => draw.setMode('polygon'));
    },
    edit(given) {
      rings = given;
      mode = 'edit';
      load();
    },
    undo: () => mode === 'draw' && draw.canUndo() && draw.undo(),
    redo: () => mode === 'draw' && draw.canRedo() && draw.redo(),
    finish() {
      if (mode !== 'draw') return;
      const feature = draw.getSnapshot().find((f) => ringOf(f) !== undefined);
      const ring = feature && committed(feature);
      if (!ring) return;
      const crossings = crossingsOf([ring]);
      if (crossings.length > 0) return events.drawing(ring, crossings);
      mode = 'none';
      clear();
      events.drawn(ring);
    },
    stop() {
      mode = 'none';
      clear();
    },
    snap: (given) => (to = given),
    setTheme(next) {
      theme = next;
      draw.updateModeOptions<typeof TerraDrawPolygonMode>('polygon', { styles: polygonStyle() });
      draw.updateModeOptions<typeof TerraDrawLineStringMode>('linestring', { styles: lineStyle() });
      draw.updateModeOptions<typeof TerraDrawSelectMode>('select', { styles: selectStyle() });
    },
    destroy() {
      cancelAnimationFrame(asked);
      map.off('moveend', rest);
      if (draw.enabled) draw.stop();
    },
  };
}

const lineOf = ({ geometry }: GeoJSONStoreFeatures): Ring | undefined =>
  geometry.type === 'LineString'
    ? (geometry.coordinates as unknown as Ring)
    : geometry.type === 'Polygon'
      ? (geometry.coordinates[0] as unknown as Ring)
      : undefined;

/** The ring of a polygon with at least three corners. */
function ringOf({ geometry }: GeoJSONStoreFeatures): Ring | undefined {
  if (geometry.type !== 'Polygon') return undefined;
  const ring = geometry.coordinates[0] as unknown as Ring | undefined;
  return ring && ring.length >= 4 ? ring : undefined;
}

/** The ring without the corner that follows the pointer and is not set yet. */
function committed({ geometry, properties }: GeoJSONStoreFeatures): Ring | undefined {
  if (geometry.type !== 'Polygon') return undefined;
  const ring = (geometry.coordinates[0] ?? []) as unknown as Ring;
  const set = properties['committedCoordinateCount'];
  const corners = ring.slice(0, typeof set === 'number' ? set : ring.length - 2);
  return corners.length >= 3 ? [...corners, corners[0] as Position] : undefined;
}
