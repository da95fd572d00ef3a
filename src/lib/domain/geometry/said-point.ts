import type { Problem } from '../result.ts';
import { saidMapLink } from './map-link.ts';
import { saidPlusCode } from './plus-code.ts';
import {
  fault,
  inRange,
  positionOf,
  type Fault,
  type PointFault,
  type PointForm,
  type Read,
  type Reading,
} from './point-reading.ts';
import { saidDegrees } from './said-degrees.ts';
import { saidMgrs, saidUtm } from './said-grid.ts';
import { saidGeoJson, saidGeoUri, saidWkt } from './said-notation.ts';
import type { Position } from './sphere.ts';

export type { PointFault, PointForm } from './point-reading.ts';

/** A point that somebody wrote down, and how true it can be. */
export interface SaidPoint {
  /** Degrees, rounded to 1e-6. */
  readonly point: Position;
  readonly form: PointForm;
  /** How true the written digits are: the side in metres of what the last digit tells apart, at least 0.1. */
  readonly metres: number;
  /** The middle of a map that somebody looked at, not a marker: it may be beside what is meant. */
  readonly centre?: true;
}

/**
 * Why another reading is as good or better: nothing says which number is latitude; the point would lie in the theatre
 * with its numbers swapped only; or the letter S may be a band of the north or the southern hemisphere.
 */
export type Doubt = 'order' | 'theatre' | 'hemisphere';

interface Refusal {
  readonly ok: false;
  readonly problems: Problem[];
  readonly fault: PointFault;
  readonly instead?: SaidPoint;
}

/** A `Result`, with the other way to read it where there is one. Nothing is ever swapped silently. */
export type PointAnswer =
  | {
      readonly ok: true;
      readonly value: SaidPoint;
      readonly doubt?: { readonly why: Doubt; readonly instead: SaidPoint };
    }
  | Refusal;

export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** Ukraine and the oblasts of Russia beside it, roughly: where most of what is reported lies. */
export const THEATRE: Box = { west: 22, south: 44, east: 41, north: 54 };

/** A text that is longer than this is no point; it is not searched. */
const LONGEST = 2000;

/** Without what comes along when copying: invisible letters, brackets of mails, the full stop of a sentence. */
const tidy = (written: string): string =>
  written
    .slice(0, LONGEST)
    .normalize('NFC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .trim()
    .replace(/^[<«]|[>»]$/g, '')
    .replace(/[.;,]$/, '');

/**
 * Read a point out of what somebody pasted: degrees in any common way of writing, MGRS, UTM, a Plus Code, a link to a
 * map, a `geo:` address, WKT or GeoJSON.
 *
 * @param near what a short Plus Code is near
 * @param theatre where the point is expected; a point outside that would lie inside with its numbers swapped is doubted
 */
export function saidPoint(written: string, options: { near?: Position; theatre?: Box } = {}): PointAnswer {
  const text = tidy(written);
  const theatre = options.theatre ?? THEATRE;
  if (text === '')
    return refusal(fault('empty', 'is empty; paste a point, a link to a map or a grid reference'));
  const read = readText(text, options.near);
  if (!read)
    return refusal(
      fault(
        'unread',
        'is no point that is known here; write e.g. 47.9783, 37.2536, or paste a link to a map',
      ),
    );
  if ('fault' in read) return refusal(read);
  return answer(read, theatre);
}

const readText = (text: string, near: Position | undefined): Read =>
  saidGeoUri(text) ??
  saidWkt(text) ??
  saidGeoJson(text) ??
  saidMapLink(text, (inner) => (inner === '' ? undefined : readText(inner, near))) ??
  saidPlusCode(text, near) ??
  saidUtm(text) ??
  saidMgrs(text) ??
  saidDegrees(text.replace(LABEL, ''));

const LABEL = /^(?:gps|coord(?:inate)?s?|location|point|координат[иыа]|точка)\s*[:=]?\s*/i;

const refusal = ({ fault: code, reason }: Fault): Refusal => ({
  ok: false,
  problems: [{ path: '', reason }],
  fault: code,
});

function answer(read: Reading, theatre: Box): PointAnswer {
  const swapped: Reading = { ...read, lat: read.lng, lng: read.lat };
  if (!inRange(read)) {
    const reason =
      Math.abs(read.lat) > 90
        ? `has latitude ${read.lat}, beyond 90`
        : `has longitude ${read.lng}, beyond 180`;
    const refused = refusal(
      fault('range', `${reason}; see whether the numbers are swapped or a decimal point is missing`),
    );
    return inRange(swapped) && !isGrid(read) ? { ...refused, instead: said(swapped) } : refused;
  }
  const why = doubtOf(read, swapped, theatre);
  if (!why) return { ok: true, value: said(read) };
  return { ok: true, value: said(read), doubt: { why, instead: said(read.or ?? swapped) } };
}

function doubtOf(read: Reading, swapped: Reading, theatre: Box): Doubt | undefined {
  if (read.or) return 'hemisphere';
  if (isGrid(read) || isIn(read, theatre) || !inRange(swapped)) return undefined;
  if (isIn(swapped, theatre)) return 'theatre';
  return read.ordered ? undefined : 'order';
}

/** Letters of a grid cannot be swapped. */
const isGrid = ({ form }: Reading): boolean => form === 'mgrs' || form === 'utm' || form === 'plus-code';

const isIn = ({ lat, lng }: Reading, box: Box): boolean =>
  lng >= box.west && lng <= box.east && lat >= box.south && lat <= box.north;

const said = (read: Reading): SaidPoint => ({
  point: positionOf(read),
  form: read.form,
  metres: Math.max(0.1, Number(read.metres.toPrecision(2))),
  ...(read.centre ? { centre: true } : {}),
});
