import type { XmlHandler } from '../xml.ts';
import type { Gathered } from './gathered.ts';
import { outlineOf } from './outlines.ts';
import { numberOf } from './positions.ts';

const POINTS = ['wpt', 'rtept', 'trkpt'];

/** Tracks, routes and points of GPX as GeoJSON: each stretch of a track is a line, or ground where it is closed. */
export function gpxFeatures(gathered: Gathered): XmlHandler {
  const open: string[] = [];
  let properties: Record<string, unknown> = {};
  let lines: (readonly (number | null)[])[][] = [];

  return {
    open(name, attributes) {
      open.push(name);
      if (name === 'wpt' || name === 'rte' || name === 'trk') [properties, lines] = [{}, []];
      if (name === 'rte' || name === 'trkseg') lines.push([]);
      if (!POINTS.includes(name)) return;
      const [lng, lat] = [attributes['lon'], attributes['lat']].map(numberOf);
      const point = [lng ?? null, lat ?? null];
      if (name === 'wpt') lines.push([point]);
      else lines.at(-1)?.push(point);
    },
    close(name, text) {
      open.pop();
      const parent = open.at(-1) ?? '';
      const said = text.trim();
      if (name === 'wpt') gathered.add(properties, [{ type: 'Point', coordinates: lines[0]?.[0] ?? [] }]);
      else if (name === 'rte' || name === 'trk') {
        const drawn = lines.filter((line) => line.length > 0);
        gathered.add(
          properties,
          drawn.map((line) => outlineOf(line).geometry),
        );
      } else if (name === 'name' && parent === 'metadata') gathered.name ??= said;
      // Of a track only its points have a time; the first tells the day.
      else if (name === 'time' && (parent === 'wpt' || parent === 'trkpt')) properties['timestamp'] ??= said;
      else if (['wpt', 'rte', 'trk'].includes(parent) && said !== '') properties[name] = said;
    },
  };
}
