import { readFileSync } from 'node:fs';
import { csvParse } from 'd3-dsv';
import { describe, expect, it } from 'vitest';
import { aPlace } from '../../../../tests/fixtures/items.ts';
import { parse } from '../parse.ts';
import { fold } from './fold.ts';
import { gazetteerRowSchema } from './gazetteer.ts';
import { nameOf, placeFeatureSchema, placeFromFeature, placeToFeature, type Place } from './place.ts';

const geodata = (path: string): string =>
  readFileSync(new URL(`../../../../geodata/places/${path}`, import.meta.url), 'utf8');
const curated = (JSON.parse(geodata('places.geojson')) as { features: unknown[] }).features.map((feature) => {
  const read = parse(placeFeatureSchema, feature);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return placeFromFeature(read.value);
});
const placeCalled = (name: string): string[] =>
  curated.filter((p) => p.names.some((n) => fold(n.text) === fold(name))).map((p) => p.id);

describe('the name of a place', () => {
  const names: Place['names'] = [
    { text: 'Курахово', lang: 'ru', script: 'Cyrl', kind: 'exonym' },
    { text: 'Old Name', lang: 'en', script: 'Latn', kind: 'former', until: '2016' },
    { text: 'Kurahovo', lang: 'en', script: 'Latn', kind: 'translit' },
    { text: 'Kurakhove', lang: 'en', script: 'Latn', kind: 'official' },
    { text: 'Курахове', lang: 'uk', script: 'Cyrl', kind: 'official' },
  ];
  const place = { ...aPlace('kurakhove', [37.3, 47.98]), names };

  it('is the official one of the language asked for', () => {
    expect(nameOf(place, 'en')).toBe('Kurakhove');
    expect(nameOf(place, 'uk')).toBe('Курахове');
  });

  it('is the English one where there is no Ukrainian, never a Russian or a former one', () => {
    expect(nameOf({ ...place, names: names.slice(0, 4) }, 'uk')).toBe('Kurakhove');
    expect(nameOf({ ...place, names: names.slice(0, 3) }, 'uk')).toBe('Kurahovo');
    expect(nameOf({ ...place, names: names.slice(0, 2) }, 'en')).toBe('kurakhove');
  });

  it('is Ukrainian or Latin for every shipped place, in both languages', () => {
    for (const p of curated) {
      const russian = p.names.filter((n) => n.lang === 'ru').map((n) => n.text);
      const own = p.names.filter((n) => n.lang === 'uk').map((n) => n.text);
      expect(nameOf(p, 'en'), p.id).not.toMatch(/\p{Script=Cyrillic}/u);
      if (russian.includes(nameOf(p, 'uk'))) expect(own, p.id).toContain(nameOf(p, 'uk'));
    }
  });
});

describe('the shipped places', () => {
  it.each([
    ['vuhledar', ['Vuhledar', 'Вугледар', 'Ugledar', 'Угледар']],
    ['kurakhove', ['Kurakhove', 'Курахове', 'Курахово']],
    ['dnipro', ['Dnipro', 'Дніпро', 'Днепр', 'Dnipropetrovsk']],
    ['kyiv', ['Kyiv', 'Київ', 'Киев', 'Kiev']],
    ['velyka-novosilka', ['Velyka Novosilka', 'Велика Новосілка']],
  ])('have %s under all its names', (id, names) => {
    for (const name of names) expect(placeCalled(name), name).toContain(id);
  });

  it('are the same after being written and read', () => {
    for (const p of curated) {
      const again = parse(placeFeatureSchema, JSON.parse(JSON.stringify(placeToFeature(p))));
      expect(again.ok && placeFromFeature(again.value)).toEqual(p);
    }
  });
});

describe('a row of the gazetteer', () => {
  const head = 'id,geonames,lat,lng,kind,country,oblast,population,en,uk,ru,also';
  const read = (row: string) => parse(gazetteerRowSchema, csvParse(`${head}\n${row}`)[0]);
  const reasons = (row: string): string => {
    const result = read(row);
    return result.ok ? 'none' : result.problems.map((p) => `${p.path}: ${p.reason}`).join('; ');
  };

  it('gives official names, and every other as a former one', () => {
    const result = read(
      'dnipro,709930,48.46664,35.04066,city,UA,UA-12,980948,Dnipro,Дніпро,Днепр,Dnipropetrovsk|Дніпропетровськ',
    );
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    expect(nameOf(result.value, 'uk')).toBe('Дніпро');
    expect(result.value.point).toEqual([35.04066, 48.46664]);
    expect(result.value.names.filter((n) => n.kind === 'former').map((n) => [n.lang, n.text])).toEqual([
      ['en', 'Dnipropetrovsk'],
      ['uk', 'Дніпропетровськ'],
    ]);
  });

  it('is refused with the column that is wrong', () => {
    expect(reasons('dnipro,,95,35,city,UA,UA-12,1,Dnipro,,,')).toBe(
      'lat: is 95; latitude lies between -90 and 90',
    );
    expect(reasons('dnipro,,48,x,city,UA,UA-12,1,Dnipro,,,')).toMatch(/^lng: is no number/);
    expect(reasons('Dnipro City,,48,35,city,UA,UA-12,1,Dnipro,,,')).toMatch(/^id: is no slug/);
    expect(reasons('dnipro,,48,35,metropolis,UA,UA-12,1,Dnipro,,,')).toMatch(/^kind: /);
    expect(reasons('dnipro,,48,35,city,UA,UA-12,1,,,,')).toMatch(/^en: is empty/);
    expect(reasons('dnipro,,48,35,city,UA,UA-12,-4,Dnipro,,,')).toMatch(/^population: /);
  });
});
