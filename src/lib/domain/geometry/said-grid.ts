import Mgrs from 'geodesy/mgrs.js';
import Utm from 'geodesy/utm.js';
import { fault, stepOf, type Read, type Reading } from './point-reading.ts';

const MGRS = /^(?:mgrs:?\s*)?(\d{1,2})\s*([C-HJ-NP-X])\s*([A-Z])\s*([A-Z])[\s,]*(\d*)[\s,]*(\d*)$/i;
const WITHOUT_ZONE = /^(?:mgrs:?\s*)?[A-HJ-NP-Z]{2}\s*\d{2,5}\s*\d{2,5}$/i;

/** The Military Grid Reference System: the middle of the square that the digits name. */
export function saidMgrs(text: string): Read {
  if (WITHOUT_ZONE.test(text))
    return fault('mgrs', 'is a grid square without its zone; write the zone before it, e.g. 37U');
  const match = MGRS.exec(text);
  if (!match) return undefined;
  const [, zone = '', band = '', column = '', row = '', a = '', b = ''] = match;
  const digits = a + b;
  if (digits.length % 2 === 1 || digits.length > 10 || (b !== '' && a.length !== b.length))
    return fault(
      'mgrs',
      `has ${digits.length} digits; a grid reference has as many for east as for north, at most 5 each`,
    );
  const half = digits.length / 2;
  const side = 10 ** (5 - half);
  const inSquare = (part: string): number => Number(part || '0') * side;
  try {
    const [east, north] = [inSquare(digits.slice(0, half)), inSquare(digits.slice(half))];
    const letters = [band, column, row].map((letter) => letter.toUpperCase()) as [string, string, string];
    const corner = new Mgrs(Number(zone), ...letters, east, north).toUtm();
    const reading = fromUtm(
      'mgrs',
      corner.zone,
      corner.hemisphere,
      corner.easting + side / 2,
      corner.northing + side / 2,
      side,
    );
    if (liesIn(reading, Number(zone), letters[0])) return reading;
  } catch {
    // The library names one fault at a time in its own words; what to do is the same for all.
  }
  const square = `${zone}${band}${column}${row}`.toUpperCase();
  return fault('mgrs', `names no square: there is no ${square}; see whether its letters are right`);
}

const UTM =
  /^(?:utm:?\s*)?(?:zone\s*)?(\d{1,2})\s*([C-HJ-NP-X])[\s,]+(?:e\s*[:=]?\s*)?(\d{5,7}(?:\.\d+)?)\s*(?:m?\s?e)?[\s,]+(?:n\s*[:=]?\s*)?(\d{5,8}(?:\.\d+)?)\s*(?:m?\s?n)?$/i;

/** Universal Transverse Mercator, with the letter of a band or of a hemisphere. */
export function saidUtm(text: string): Read {
  const match = UTM.exec(text);
  if (!match) return undefined;
  const [, zone = '', written = '', east = '', north = ''] = match;
  const [letter, easting, northing] = [written.toUpperCase(), Number(east), Number(north)];
  if (Number(zone) < 1 || Number(zone) > 60) return fault('utm', `has zone ${zone}; zones go from 1 to 60`);
  if (easting >= 1_000_000 && northing < 1_000_000)
    return fault('utm', 'has northing before easting; write easting, then northing');
  if (easting < 100_000 || easting >= 1_000_000 || northing > 10_000_000)
    return fault('utm', 'has an easting not between 100000 and 999999 m, or a northing over 10000000 m');
  const metres = Math.max(stepOf(east), stepOf(north));
  const at = (hemisphere: 'N' | 'S'): Reading =>
    fromUtm('utm', Number(zone), hemisphere, easting, northing, metres);
  try {
    // S is a band of the north (32° to 40°), and the southern hemisphere to others.
    if (letter === 'S') return { ...at('N'), or: at('S') };
    const reading = at(letter < 'N' ? 'S' : 'N');
    if (letter === 'N' || liesIn(reading, Number(zone), letter)) return reading;
  } catch {
    // As above.
  }
  return fault('utm', `does not lie in zone ${zone}${letter}; see whether the zone and its letter are right`);
}

function fromUtm(
  form: 'mgrs' | 'utm',
  zone: number,
  hemisphere: 'N' | 'S',
  easting: number,
  northing: number,
  metres: number,
): Reading {
  const { lat, lon } = new Utm(zone, hemisphere, easting, northing).toLatLon();
  return { form, lat, lng: lon, metres, ordered: true };
}

const BANDS = 'CDEFGHJKLMNPQRSTUVWX';

/** Whether a point lies in a zone and band or close by: squares at the border reach over it. */
function liesIn({ lat, lng }: Reading, zone: number, band: string): boolean {
  const [west, south] = [zone * 6 - 186, BANDS.indexOf(band) * 8 - 80];
  const north = band === 'X' ? 84 : south + 8;
  // Norway and Svalbard have zones of their own breadth.
  const over = lat > 55 && zone >= 31 && zone <= 37 ? 7 : 1.5;
  return lng > west - over && lng < west + 6 + over && lat > south - 1 && lat < north + 1;
}
