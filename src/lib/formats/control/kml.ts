import type { XmlHandler } from '../xml.ts';
import type { Gathered } from './gathered.ts';
import { lineOf } from './positions.ts';

const KINDS = ['Point', 'LineString', 'LinearRing', 'Polygon', 'Track', 'Model'] as const;
const TIMES = ['when', 'begin', 'end'];

interface Shape {
  readonly kind: string;
  outer: unknown;
  readonly inner: unknown[];
  line: unknown;
}

/** The placemarks of KML as GeoJSON: what they are called, when, in which folder and colour, and their shapes. */
export function kmlFeatures(gathered: Gathered): XmlHandler {
  const open: string[] = [];
  const folders: string[] = [];
  let place: { readonly properties: Record<string, unknown>; readonly shapes: unknown[] } | undefined;
  let shape: Shape | undefined;
  let track: number[][] = [];
  let data = '';
  /** Colours of styles that are named, and what a pair of styles names as its usual one. */
  const colours = new Map<string, string>();
  const usual = new Map<string, string>();
  let styled: string | undefined;
  let key = '';

  const set = (name: string, value: string): void => {
    if (place && name !== '' && value !== '') place.properties[name] = value;
  };
  const within = (...names: string[]): boolean => names.some((name) => open.includes(name));

  return {
    open(name, attributes) {
      open.push(name);
      if (name === 'Folder' || name === 'Document') folders.push('');
      if (name === 'Placemark') {
        place = { properties: {}, shapes: [] };
        const { id } = attributes;
        if (id) set('id', id);
        const inside = folders.filter(Boolean).join(' / ');
        if (inside !== '') set('folder', inside);
      }
      if (name === 'Data' || name === 'SimpleData') data = attributes['name'] ?? '';
      if ((name === 'Style' || name === 'StyleMap') && !place) styled = attributes['id'];
      if ((KINDS as readonly string[]).includes(name) && !shape) {
        shape = { kind: name, outer: undefined, inner: [], line: undefined };
        track = [];
      }
    },
    close(name, text) {
      open.pop();
      const parent = open.at(-1);
      const said = text.trim();
      if (name === 'Folder' || name === 'Document') folders.pop();
      else if (name === 'name' && parent === 'Folder') folders[folders.length - 1] = said;
      else if (name === 'name' && parent === 'Document') gathered.name ??= said;
      else if (name === 'key' && parent === 'Pair') key = said;
      else if (name === 'Style' || name === 'StyleMap') {
        if (!place) styled = undefined;
      } else if (name === 'color' && parent === 'PolyStyle') {
        const fill = colourOf(said);
        if (fill === undefined) return;
        if (place) set('fill', fill);
        else if (styled !== undefined) colours.set(styled, fill);
      } else if (name === 'styleUrl' && parent === 'Pair') {
        if (styled !== undefined && key !== 'highlight') usual.set(styled, said.replace(/^#/, ''));
      } else if (!place) return;
      else if (name === 'Placemark') {
        const { properties, shapes } = place;
        place = undefined;
        gathered.add(properties, shapes);
      } else if (shape && name === 'coordinates') {
        const line = lineOf(said.replace(/\s*,\s*/g, ',').split(/\s+/), ',');
        if (shape.kind !== 'Polygon') shape.line = line;
        else if (within('innerBoundaryIs')) shape.inner.push(line);
        else if (shape.outer === undefined) shape.outer = line;
        else place.shapes.push({ type: 'Polygon', coordinates: [line] });
      } else if (shape && name === 'coord') track.push(...lineOf([said], ' '));
      else if (shape?.kind === name) {
        place.shapes.push(geometryOf(shape, track));
        shape = undefined;
      } else if ((name === 'value' && parent === 'Data') || name === 'SimpleData') set(data, said);
      else if (TIMES.includes(name)) set(name === 'when' ? 'timestamp' : name, said);
      else if (name === 'styleUrl') {
        set('styleUrl', said);
        gathered.later((properties) => {
          const id = said.replace(/^#/, '');
          const fill = colours.get(usual.get(id) ?? id);
          if (fill !== undefined) properties['fill'] ??= fill;
        }, place.properties);
      } else if (parent === 'Placemark') set(name, said);
    },
  };
}

function geometryOf({ kind, outer, inner, line }: Shape, track: readonly number[][]): unknown {
  if (kind === 'Polygon')
    return { type: 'Polygon', coordinates: outer === undefined ? [] : [outer, ...inner] };
  if (kind === 'Point') return { type: 'Point', coordinates: Array.isArray(line) ? line[0] : [] };
  if (kind === 'Model') return { type: 'Point', coordinates: [] };
  return { type: 'LineString', coordinates: kind === 'Track' ? track : (line ?? []) };
}

/** KML writes how opaque a colour is first, and then blue before red. */
function colourOf(text: string): string | undefined {
  const [, blue, green, red] = /^#?[\da-f]{2}([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(text) ?? [];
  return red === undefined ? undefined : `#${red}${green ?? ''}${blue ?? ''}`.toLowerCase();
}
