import { fault, pair, type Read } from './point-reading.ts';

const NUMBER = String.raw`[+-]?\d+(?:\.\d+)?`;

/** `geo:47.978,37.177;u=35` (RFC 5870), and `geo:0,0?q=47.978,37.177(label)` as telephones write it. */
export function saidGeoUri(text: string): Read {
  if (!/^geo:/i.test(text)) return undefined;
  const crs = /;crs=([^;?]+)/i.exec(text)?.[1];
  if (crs !== undefined && crs.toLowerCase() !== 'wgs84')
    return fault('other-system', `is in the coordinate system ${crs}; write it in degrees of WGS 84`);
  const asked = new RegExp(`[?&]q=(${NUMBER})(?:,|%2C)(${NUMBER})`, 'i').exec(text);
  const plain = new RegExp(`^geo:(${NUMBER}),(${NUMBER})(?=[,;?]|$)`, 'i').exec(text);
  const [, lat, lng] = asked ?? plain ?? [];
  if (lat === undefined || lng === undefined)
    return fault('unread', 'is a geo: address without two numbers; write geo:latitude,longitude');
  const reading = pair('geo-uri', lat, lng);
  const uncertain = Number(/;u=([\d.]+)/i.exec(text)?.[1] ?? 0);
  return uncertain > reading.metres ? { ...reading, metres: uncertain } : reading;
}

/** `POINT (37.177 47.978)`: well-known text has the longitude first. */
export function saidWkt(text: string): Read {
  const match = /^(?:srid=(\d+);\s*)?point\s*(?:z|m|zm)?\s*(\(.*\)|empty)$/is.exec(text);
  if (!match) return undefined;
  if (match[1] !== undefined && match[1] !== '4326')
    return fault('other-system', `is in the coordinate system ${match[1]}; write it in degrees (4326)`);
  const [, lng, lat] =
    new RegExp(`^\\(\\s*(${NUMBER})\\s+(${NUMBER})(?:\\s+${NUMBER}){0,2}\\s*\\)$`).exec(match[2] ?? '') ?? [];
  if (lng === undefined || lat === undefined)
    return fault('unread', 'is a POINT without two numbers; write POINT (longitude latitude)');
  return pair('wkt', lat, lng);
}

/** A GeoJSON point, or a feature that is one: the longitude is first there too. */
export function saidGeoJson(text: string): Read {
  if (!/^\{.*"coordinates"/s.test(text)) return undefined;
  const [, lng, lat] =
    new RegExp(`"coordinates"\\s*:\\s*\\[\\s*(${NUMBER})\\s*,\\s*(${NUMBER})\\s*[,\\]]`).exec(text) ?? [];
  if (lng === undefined || lat === undefined || !/"type"\s*:\s*"Point"/.test(text))
    return fault('unread', 'is GeoJSON of something else than one point; take a point from it');
  return pair('geojson', lat, lng);
}
