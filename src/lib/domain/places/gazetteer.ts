import * as v from 'valibot';
import { roundCoordinate } from '../geometry/rounding.ts';
import { PLACE_KINDS, placeIdSchema, type Place, type PlaceName } from './place.ts';

const numberText = (least: number, most: number, what: string) =>
  v.pipe(
    v.string(),
    v.regex(/^-?\d+(\.\d+)?$/, `is no number; ${what} is in degrees`),
    v.transform(Number),
    v.minValue(least, (issue) => `is ${issue.received}; ${what} lies between ${least} and ${most}`),
    v.maxValue(most, (issue) => `is ${issue.received}; ${what} lies between ${least} and ${most}`),
  );

/** One row of `geodata/places/gazetteer.csv`, all columns as text. */
const rowSchema = v.object({
  id: placeIdSchema,
  geonames: v.pipe(v.string(), v.regex(/^\d*$/, 'is no GeoNames id')),
  lat: numberText(-90, 90, 'latitude'),
  lng: numberText(-180, 180, 'longitude'),
  kind: v.picklist(PLACE_KINDS),
  country: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'is no ISO country code')),
  oblast: v.pipe(v.string(), v.regex(/^([A-Z]{2}-[A-Z0-9]{2,3})?$/, 'is no ISO 3166-2 code')),
  population: v.pipe(v.string(), v.regex(/^\d*$/, 'is no whole number')),
  en: v.pipe(v.string(), v.nonEmpty('is empty; a place has an English name')),
  uk: v.string(),
  ru: v.string(),
  also: v.string(),
});

const cyrillic = /\p{Script=Cyrillic}/u;

/** A gazetteer row as a place. The columns `en` and `uk` are official names; `also` holds others, split by `|`. */
export const gazetteerRowSchema = v.pipe(
  rowSchema,
  v.transform((row): Place => {
    const names: PlaceName[] = [{ text: row.en, lang: 'en', script: 'Latn', kind: 'official' }];
    if (row.uk) names.push({ text: row.uk, lang: 'uk', script: 'Cyrl', kind: 'official' });
    if (row.ru) names.push({ text: row.ru, lang: 'ru', script: 'Cyrl', kind: 'exonym' });
    for (const text of row.also.split('|').filter(Boolean)) {
      const isCyrillic = cyrillic.test(text);
      names.push({
        text,
        lang: isCyrillic ? 'uk' : 'en',
        script: isCyrillic ? 'Cyrl' : 'Latn',
        kind: 'former',
      });
    }
    return {
      id: row.id,
      point: [roundCoordinate(row.lng), roundCoordinate(row.lat)],
      kind: row.kind,
      country: row.country,
      oblast: row.oblast || null,
      population: row.population ? Number(row.population) : null,
      names,
      ids: row.geonames ? { geonames: Number(row.geonames) } : {},
    };
  }),
);
