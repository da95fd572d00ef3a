import { crossingsOf } from '../../domain/geometry/crossings.ts';
import type { Box, Rings } from '../../domain/geometry/rings.ts';
import type { Position } from '../../domain/geometry/sphere.ts';
import { CannotSettle } from '../../domain/control/net.ts';
import { wholeGround } from '../../domain/control/whole.ts';
import { foreignCrs } from './crs.ts';
import { featureOf, isObject, listOf, typeOf } from './document.ts';
import { exchanged } from './exchanged.ts';
import { isByLines, looksByLines, parseJson, Unreadable, wholeText, type ControlFile } from './input.ts';
import { withOutlines } from './outlines.ts';
import { pause } from './pause.ts';
import { groundOf, maybeGround } from './polygons.ts';
import type { Fault, Mended, Named, Where } from './report.ts';
import { short } from './short.ts';
import { isOfUnits } from './units.ts';
import { featuresOfXml, looksLikeXml } from './xml-features.ts';

/** Why a feature is no ground, as a code. */
export type PieceFault =
  | Fault
  /** How far apart the ends of the line are. */
  | { readonly code: 'open-line'; readonly metres: number }
  | { readonly code: 'corners'; readonly count: number; readonly most: number }
  | { readonly code: 'outside'; readonly lng: number; readonly lat: number };

/** Why a file is not read at all. */
export type PiecesFault =
  | Fault
  | { readonly code: 'too-many'; readonly count: number; readonly most: number }
  | { readonly code: 'corners'; readonly count: number; readonly most: number };

/** A value of a property, as far as it tells features apart. */
export type Value = string | number | boolean;

/** One feature of a file that may show ground. */
export interface Piece {
  readonly where: Where;
  readonly properties: Readonly<Record<string, Value>>;
  /** Its corners as given. */
  readonly corners: number;
  /** Filled even-odd, on the grid, without a crossing; undefined where there is a fault. */
  readonly rings: Rings | undefined;
  readonly mended: readonly Mended[];
  /** Where its lines crossed before they were mended. */
  readonly crossings: readonly Position[];
  readonly fault: PieceFault | undefined;
}

export interface Pieces {
  /** What the collection calls itself. */
  readonly name: string | undefined;
  readonly pieces: readonly Piece[];
  /** Features that mark units or where they are; such are never read. */
  readonly units: number;
  /** What is no ground, by type of geometry. */
  readonly ignored: readonly Named[];
}

export interface PiecesOptions {
  /** Bytes of the longest file. */
  readonly longest: number;
  /** Corners of one feature, and of all together. */
  readonly mostCorners: number;
  readonly mostTogether: number;
  readonly mostPieces: number;
  /** Where ground may lie at all. */
  readonly theatre: Box;
  /** Whether what lies in Ukraine when latitude and longitude change places is read so. */
  readonly exchange?: boolean;
  readonly signal?: AbortSignal;
  /** Told of each as it is read, so that work on it is part of the reading; between its steps it rests. */
  readonly onPiece?: (piece: Piece, rest: () => Promise<void>) => Promise<void>;
  /** Features that are looked at, of how many. */
  readonly onProgress?: (done: number, of: number) => void;
}

/** A file that is not read, with the reason. */
export class UnreadablePieces extends Error {
  readonly fault: PiecesFault;
  constructor(fault: PiecesFault) {
    super(fault.code);
    this.fault = fault;
  }
}

/** Milliseconds of work at a time, so that others are answered between. */
const WORK_MS = 25;
/** Crossings that are told of one feature. */
const MOST_CROSSINGS = 20;

/**
 * Read the ground of a file feature by feature, to be decided on one by one: GeoJSON, NDJSON, KML or GPX. A feature
 * that cannot be read has its fault, and the others are read. Throws `UnreadablePieces` where there is nothing to read.
 */
export async function readPieces(file: ControlFile, options: PiecesOptions): Promise<Pieces> {
  try {
    return await new PiecesReader(options).read(file);
  } catch (error) {
    if (error instanceof Unreadable) throw new UnreadablePieces(error.fault);
    throw error;
  }
}

interface Given {
  readonly given: unknown;
  readonly where: Where;
}

class PiecesReader {
  readonly #options: PiecesOptions;
  readonly #pieces: Piece[] = [];
  readonly #ignored = new Map<string, number>();
  #units = 0;
  #together = 0;
  #rested = performance.now();

  constructor(options: PiecesOptions) {
    this.#options = options;
  }

  async read(file: ControlFile): Promise<Pieces> {
    const { longest, signal } = this.#options;
    const text = await wholeText(file, longest, () => undefined, signal);
    const documents = await this.#documents(file.name, text);
    await this.#rest();
    const all = documents.flatMap((d) => this.#features(d.json, d.where, documents.length > 1));
    if (all.length === 0) throw new UnreadablePieces({ code: 'no-features' });
    for (const [i, one] of all.entries()) {
      await this.#feature(one);
      await this.#rest(() => this.#options.onProgress?.(i + 1, all.length));
    }
    const [first] = documents;
    const name = first && isObject(first.json) ? first.json['name'] : undefined;
    return {
      name: documents.length === 1 && typeof name === 'string' ? short(name) : undefined,
      pieces: this.#pieces,
      units: this.#units,
      ignored: [...this.#ignored].map(([type, count]) => ({ name: type, count })),
    };
  }

  /** Let others work, where one has worked a while. */
  async #rest(tell?: () => void): Promise<void> {
    if (performance.now() - this.#rested < WORK_MS) return;
    tell?.();
    await pause(this.#options.signal);
    this.#rested = performance.now();
  }

  async #documents(name: string, text: string): Promise<{ json: unknown; where: Where }[]> {
    const file = { file: name };
    if (looksLikeXml(text)) return [{ json: await featuresOfXml(text, () => this.#rest()), where: file }];
    const whole = isByLines(name) ? undefined : parseJson(text);
    if (whole && 'value' in whole) return [{ json: whole.value, where: file }];
    if (whole && !looksByLines(text)) throw new Unreadable(whole.fault);
    return text.split('\n').flatMap((line, i) => {
      if (line.trim() === '') return [];
      const json = parseJson(line);
      const where = { ...file, line: i + 1 };
      if ('value' in json) return [{ json: json.value, where }];
      throw new Unreadable(json.fault.code === 'not-json' ? { ...json.fault, line: i + 1 } : json.fault);
    });
  }

  #features(json: unknown, where: Where, many: boolean): Given[] {
    const list = isObject(json) ? listOf(json, true) : undefined;
    if (!isObject(json) || !list) throw new Unreadable({ code: 'not-geojson', type: typeOf(json) });
    const crs = foreignCrs(json['crs']);
    if (crs !== undefined) throw new Unreadable({ code: 'crs', name: crs });
    return list.map((given, i) => ({
      given,
      where: many && list.length === 1 ? where : { ...where, feature: i + 1 },
    }));
  }

  async #feature({ given, where }: Given): Promise<void> {
    const feature = featureOf(given, where, where.feature);
    if (!feature) {
      await this.#keep({ where, fault: { code: 'not-geojson', type: typeOf(given) } });
      return;
    }
    const { geometry, gap } = withOutlines(feature.geometry);
    const about = { where: feature.where, properties: valuesOf(feature.properties) };
    if (isOfUnits(feature.properties, maybeGround(geometry))) {
      this.#units += 1;
      return;
    }
    if (gap !== undefined && !holdsGround(geometry)) {
      const metres = Number.isFinite(gap) ? Math.round(gap) : 0;
      await this.#keep({ ...about, fault: { code: 'open-line', metres } });
    } else if (!maybeGround(geometry)) {
      const type = typeOf(geometry);
      this.#ignored.set(type, (this.#ignored.get(type) ?? 0) + 1);
    } else await this.#ground(about, geometry);
  }

  async #ground(about: Pick<Piece, 'where' | 'properties'>, geometry: unknown): Promise<void> {
    const { mostCorners, mostTogether, theatre, exchange } = this.#options;
    const count = cornersOf(geometry);
    const keep = (fault: PieceFault): Promise<void> => this.#keep({ ...about, corners: count, fault });
    if (count > mostCorners) return keep({ code: 'corners', count, most: mostCorners });
    let ground = groundOf(geometry);
    if (exchange && 'code' in ground && ground.code === 'swapped') ground = groundOf(exchanged(geometry));
    if ('code' in ground) return keep(ground);
    const { polygons, others, faults, opened } = ground;
    // A piece of which a part cannot be read is not the piece that somebody drew.
    const [fault] = faults;
    if (fault) return keep(fault);
    if (polygons.length === 0) {
      for (const type of others) this.#ignored.set(type, (this.#ignored.get(type) ?? 0) + 1);
      return;
    }
    const far = polygons.flat(2).find((p) => !isIn(p, theatre));
    if (far) return keep({ code: 'outside', lng: far[0], lat: far[1] });
    this.#together += count;
    if (this.#together > mostTogether)
      throw new UnreadablePieces({ code: 'corners', count: this.#together, most: mostTogether });
    // One alone may have a hundred thousand corners.
    await this.#rest();
    try {
      const whole = wholeGround(polygons);
      await this.#rest();
      if (whole.rings.length === 0) return keep({ code: 'no-area' });
      const mended = [
        ...(opened ? (['open-ring'] as const) : []),
        ...(whole.lost.length > 0 ? (['lost-part'] as const) : []),
        ...whole.faults.flat(),
      ];
      const crossed = mended.includes('crossing');
      await this.#keep({
        ...about,
        corners: count,
        rings: whole.rings,
        mended: [...new Set(mended)],
        crossings: crossed ? crossingsOf(polygons.flat(), MOST_CROSSINGS) : [],
      });
    } catch (error) {
      if (!(error instanceof CannotSettle)) throw error;
      await keep({ code: 'not-mended' });
    }
  }

  async #keep(piece: Partial<Piece> & Pick<Piece, 'where'>): Promise<void> {
    const { mostPieces } = this.#options;
    if (this.#pieces.length === mostPieces)
      throw new UnreadablePieces({ code: 'too-many', count: mostPieces + 1, most: mostPieces });
    const whole: Piece = {
      properties: {},
      corners: 0,
      rings: undefined,
      mended: [],
      crossings: [],
      fault: undefined,
      ...piece,
    };
    this.#pieces.push(whole);
    await this.#options.onPiece?.(whole, () => this.#rest());
  }
}

const isIn = ([x, y]: Position, [w, s, e, n]: Box): boolean => x >= w && x <= e && y >= s && y <= n;

/** Nobody nests geometries deeper by intent; what stands deeper is refused by who reads it on. */
const DEEPEST = 25;

/** Whether there is ground in a geometry besides lines that are open. */
function holdsGround(geometry: unknown, depth = 0): boolean {
  const { type, geometries } = (geometry ?? {}) as { type?: unknown; geometries?: unknown };
  if (type !== 'GeometryCollection') return maybeGround(geometry);
  return (
    depth < DEEPEST && Array.isArray(geometries) && geometries.some((one) => holdsGround(one, depth + 1))
  );
}

function cornersOf(geometry: unknown, depth = 0): number {
  const { coordinates, geometries } = (geometry ?? {}) as { coordinates?: unknown; geometries?: unknown };
  if (!Array.isArray(geometries)) return countOf(coordinates);
  return depth < DEEPEST ? geometries.reduce<number>((sum, one) => sum + cornersOf(one, depth + 1), 0) : 0;
}

/** Positions in coordinates, which stand four lists deep at most. */
const countOf = (coordinates: unknown, depth = 4): number =>
  !Array.isArray(coordinates) || depth === 0
    ? 0
    : typeof coordinates[0] === 'number'
      ? 1
      : (coordinates as unknown[]).reduce<number>((sum, each) => sum + countOf(each, depth - 1), 0);

/** Properties that are kept of a feature, and letters of each: enough to tell it from others. */
const MOST_PROPERTIES = 40;

function valuesOf(properties: Readonly<Record<string, unknown>>): Record<string, Value> {
  const values = Object.entries(properties).flatMap(([key, value]): [string, Value][] =>
    typeof value === 'string'
      ? [[key, short(value)]]
      : typeof value === 'number' || typeof value === 'boolean'
        ? [[key, value]]
        : [],
  );
  return Object.fromEntries(values.slice(0, MOST_PROPERTIES));
}
