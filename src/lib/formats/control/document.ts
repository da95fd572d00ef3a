import type { Day } from '../../domain/time/day.ts';
import { foreignCrs } from './crs.ts';
import { checkedDay, datesOf, type DayFrom } from './dating.ts';
import type { LedgerName, Pick } from './mapping.ts';
import { groundOf, maybeGround, type Ground } from './polygons.ts';
import type { Fault, Where } from './report.ts';
import { short } from './short.ts';
import type { Tally } from './tally.ts';
import { isOfUnits } from './units.ts';

/** One JSON text, and where it stands. */
export interface Document {
  readonly json: unknown;
  readonly where: Where;
  /** Whether its file holds others. */
  readonly many: boolean;
}

export interface Taking {
  readonly pick: (properties: Readonly<Record<string, unknown>>) => Pick;
  readonly dayFrom: DayFrom;
  readonly today: Day;
  /** Whether a mapping tells what features are. */
  readonly mapped: boolean;
}

/** A feature that shows ground: whose, on what day. */
export interface Taken {
  readonly where: Where;
  readonly ledger: LedgerName;
  readonly day: Day;
  readonly ground: Ground;
}

interface Found {
  readonly taken: readonly Taken[];
  /** Whether the document is a collection of which nothing had to be refused. */
  readonly whole: boolean;
}

type Properties = Readonly<Record<string, unknown>>;
interface Feature {
  readonly where: Where;
  readonly properties: Properties;
  readonly geometry: unknown;
}

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What something says that it is, if it is a text that can be shown. */
export const typeOf = (given: unknown): string => {
  const type = isObject(given) ? given['type'] : undefined;
  return typeof type === 'string' ? short(type) : '';
};

/** The ground that a document shows; what it shows besides, and what cannot be read, goes to the tally. */
export function featuresOf(document: Document, taking: Taking, tally: Tally): Found | undefined {
  const { json, where, many } = document;
  const refuse = (fault: Fault, at: Where = where): undefined => {
    tally.refuse({ where: at, fault });
  };
  if (!isObject(json)) return refuse({ code: 'not-geojson', type: '' });
  const list = listOf(json);
  if (!list) return refuse({ code: 'not-geojson', type: typeOf(json) });
  const crs = foreignCrs(json['crs']);
  if (crs !== undefined) return refuse({ code: 'crs', name: crs });
  if (list.length === 0) return refuse({ code: 'no-features' });

  let whole = json['type'] === 'FeatureCollection';
  const candidates: { feature: Feature; ledger: LedgerName }[] = [];
  for (const [i, given] of list.entries()) {
    const feature = featureOf(given, where, list.length > 1 || !many ? i + 1 : undefined);
    if (!feature) {
      whole = false;
      refuse({ code: 'not-geojson', type: typeOf(given) }, { ...where, feature: i + 1 });
    } else if (isOfUnits(feature.properties, maybeGround(feature.geometry))) tally.units += 1;
    else if (!maybeGround(feature.geometry)) tally.ignore(typeOf(feature.geometry));
    else {
      const pick = taking.pick(feature.properties);
      if (pick === 'skip') tally.skipped += 1;
      else if (pick === undefined) tally.unpicked(feature.where.name ?? '');
      else candidates.push({ feature, ledger: pick });
    }
  }
  if (candidates.length === 0) return undefined;
  const colours = taking.mapped ? [] : coloursOf(candidates.map((c) => c.feature));
  if (colours.length > 1) return refuse({ code: 'mixed-colours', colours });

  const properties = candidates.map((c) => c.feature.properties);
  const days = datesOf({ file: where.file, name: json['name'], properties, many }, taking.dayFrom);
  if (!Array.isArray(days)) return refuse(days);
  const oneForAll = days.every((said) => said === days[0]);
  const taken: Taken[] = [];
  for (const [i, { feature, ledger }] of candidates.entries()) {
    const said = days[i] as string | Fault;
    const day = typeof said === 'string' ? checkedDay(said, taking.today) : said;
    if (typeof day !== 'string') {
      // One day for all is one fault, not one for each feature.
      if (oneForAll) return refuse(day);
      whole = false;
      refuse(day, feature.where);
      continue;
    }
    const ground = groundOf(feature.geometry);
    const faults = 'code' in ground ? [ground] : ground.faults;
    for (const fault of faults) tally.refuse({ where: feature.where, day, fault });
    whole &&= faults.length === 0;
    if ('code' in ground) continue;
    for (const type of ground.others) tally.ignore(type);
    if (ground.polygons.length > 0) taken.push({ where: feature.where, ledger, day, ground });
  }
  return { taken, whole };
}

const GEOMETRIES = ['Polygon', 'MultiPolygon', 'GeometryCollection'];
const LINES = ['LineString', 'MultiLineString'];

/** @param lines whether a line alone may show ground */
export function listOf(json: Record<string, unknown>, lines = false): readonly unknown[] | undefined {
  const { type, features } = json;
  if (type === 'FeatureCollection') return Array.isArray(features) ? features : undefined;
  if (type === 'Feature') return [json];
  const isGeometry = [...GEOMETRIES, ...(lines ? LINES : [])].includes(String(type));
  return isGeometry ? [{ type: 'Feature', properties: {}, geometry: json }] : undefined;
}

export function featureOf(given: unknown, where: Where, number: number | undefined): Feature | undefined {
  if (!isObject(given) || given['type'] !== 'Feature') return undefined;
  const properties = isObject(given['properties']) ? given['properties'] : {};
  const id = given['id'] ?? properties['id'];
  const name = ['name', 'Name', 'title', 'label']
    .map((k) => properties[k])
    .find((n) => typeof n === 'string');
  return {
    properties,
    geometry: given['geometry'],
    where: {
      ...where,
      ...(number === undefined ? {} : { feature: number }),
      ...(typeof id === 'string' || typeof id === 'number' ? { id: short(String(id)) } : {}),
      ...(typeof name === 'string' && name.trim() ? { name: short(name) } : {}),
    },
  };
}

/** The colours with which features are filled: where there are several, they say what a feature is. */
export const coloursOf = (features: readonly { readonly properties: Properties }[]): string[] => [
  ...new Set(
    features
      .map(({ properties }) => properties['fill'] ?? properties['fillColor'] ?? properties['fill-color'])
      .filter((fill) => typeof fill === 'string')
      .map((fill) => short(fill).toLowerCase()),
  ),
];
