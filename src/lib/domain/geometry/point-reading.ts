import { roundCoordinate } from './rounding.ts';
import { metresPerDegree, type Position } from './sphere.ts';

/** How a point was written. */
export type PointForm =
  | 'decimal'
  | 'degrees-minutes'
  | 'degrees-minutes-seconds'
  | 'mgrs'
  | 'utm'
  | 'plus-code'
  | 'map-link'
  | 'geo-uri'
  | 'wkt'
  | 'geojson';

/** What is wrong with what was written, as a code that words in any language can be made from. */
export type PointFault =
  | 'empty'
  | 'unread'
  | 'one-number'
  | 'many-numbers'
  | 'range'
  | 'minutes'
  | 'sign-and-letter'
  | 'axis-twice'
  | 'mgrs'
  | 'utm'
  | 'plus-code'
  | 'plus-code-short'
  | 'short-link'
  | 'link-without-point'
  | 'other-system';

/** What one reader made of a text: degrees as written, not checked yet, and how fine its digits are. */
export interface Reading {
  readonly form: PointForm;
  readonly lat: number;
  readonly lng: number;
  /** Metres that one step of the last digit is worth, on the coarser axis. */
  readonly metres: number;
  /** Whether letters or the form itself say which number is which; if not, latitude was taken to come first. */
  readonly ordered: boolean;
  /** The middle of a map that somebody looked at, which is no marker that somebody put. */
  readonly centre?: boolean;
  /** Another way to read it that is as good. */
  readonly or?: Reading;
}

export interface Fault {
  readonly fault: PointFault;
  readonly reason: string;
}

/** A reader gives `undefined` for what is not its form, so that the next one is asked. */
export type Read = Reading | Fault | undefined;

export const fault = (code: PointFault, reason: string): Fault => ({ fault: code, reason });

/** The step of the last digit of a number as it was written: "47.98" is true to 0.01. */
export const stepOf = (digits: string): number => 10 ** -(/[.,](\d*)$/.exec(digits)?.[1]?.length ?? 0);

/** Metres of a step in each direction at a latitude, the larger of both. */
export function metresOf(steps: { lat: number; lng: number }, lat: number): number {
  const metres = metresPerDegree(Math.max(-90, Math.min(90, lat)));
  return Math.max(steps.lat * metres.lat, steps.lng * metres.lng);
}

/** A pair of plain numbers as written, e.g. of a link. */
export const pair = (
  form: PointForm,
  lat: string,
  lng: string,
  more: { ordered?: boolean; centre?: boolean } = {},
): Reading => ({
  form,
  lat: Number(lat),
  lng: Number(lng),
  metres: metresOf({ lat: stepOf(lat), lng: stepOf(lng) }, Number(lat)),
  ordered: more.ordered ?? true,
  ...(more.centre ? { centre: true } : {}),
});

export const positionOf = ({ lat, lng }: { lat: number; lng: number }): Position => [
  roundCoordinate(lng),
  roundCoordinate(lat),
];

export const inRange = ({ lat, lng }: { lat: number; lng: number }): boolean =>
  Math.abs(lat) <= 90 && Math.abs(lng) <= 180;
