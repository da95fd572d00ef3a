import * as library from 'pluscodes';
import { fault, metresOf, type Read } from './point-reading.ts';
import type { Position } from './sphere.ts';

// A CommonJS package: Node gives it whole as `default`, a bundler gives its names.
const { decode, expand } = (library as { default?: typeof library }).default ?? library;

const CODE = /^([23456789CFGHJMPQRVWX]{2,8}0{0,6}\+[23456789CFGHJMPQRVWX]{0,7})(?=$|[\s,])/i;

/**
 * A Plus Code (Open Location Code): the middle of the cell that it names. What stands after it, as map services write
 * the town there, is left aside; a short code names a cell near somewhere, so it needs that point.
 */
export function saidPlusCode(text: string, near?: Position): Read {
  const written = CODE.exec(text)?.[1]?.toUpperCase();
  if (written === undefined) return undefined;
  const isShort = written.indexOf('+') < 8;
  if (isShort && !near)
    return fault(
      'plus-code-short',
      'is the end of a Plus Code; choose the place that it is near, or write the code whole',
    );
  const code = isShort && near ? expand(written, { latitude: near[1], longitude: near[0] }) : written;
  const cell = code === null ? null : decode(code);
  if (!cell) return fault('plus-code', 'is no Plus Code; see whether a letter is missing, e.g. 8GVVX5HH+82');
  return {
    form: 'plus-code',
    lat: cell.latitude,
    lng: cell.longitude,
    metres: metresOf({ lat: cell.latitudeResolution, lng: cell.longitudeResolution }, cell.latitude),
    ordered: true,
  };
}
