import type { Field } from './fields.ts';
import { LAT, LNG } from './rows.ts';

/** Names that columns of such tables have, in English, Ukrainian and Russian. */
const NAMES: readonly (readonly [Field, RegExp])[] = [
  ['lng', /^(lng|lon|long|longitude|x|довгота|долгота)$/i],
  ['lat', /^(lat|latitude|y|широта)$/i],
  ['point', /^(coord(inate)?s?|location|point|geo(point)?|gps|координати|координаты)$/i],
  ['day', /^(date|day|event[ _-]?date|datetime|timestamp|when|дата|день)$/i],
  ['from', /^(time|date)[ _-]?(start|from)$|^(start|from|begin)([ _-]?(date|time))?$/i],
  ['until', /^(time|date)[ _-]?(end|to|until)$|^(end|to|until)([ _-]?(date|time))?$/i],
  ['reported', /^(reported|published)([ _-]?(on|at|date))?$/i],
  ['kind', /^(kind|type|category|event[ _-]?(type|group|kind)|тип|вид|категорія|категория)$/i],
  ['by', /^(by|side|actor|attacker|сторона)$/i],
  ['title', /^(title|headline|name|event|summary|назва|название|заголовок)$/i],
  ['note', /^(note|notes|description|brief[ _-]?description|details?|опис|описание)$/i],
  ['place', /^(place|town|city|settlement|town\/city|village|target|location[ _-]?name|місто|місце|населений пункт|город|место)$/i],
  ['within', /^(oblast|region|province|admin1|область|регіон)$/i],
  ['precision', /^(precision|accuracy|geo[ _-]?precision|точність|точность)$/i],
  ['weapon', /^(weapon|model|munition|arms(\/munition)?|зброя|оружие)$/i],
  ['target', /^target[ _-]?type$/i],
  ['speaker', /^(speaker|said[ _-]?by|за словами)$/i],
  ['link', /^(link|url|source[ _-]?(url|link)?|посилання|джерело|ссылка|источник)$/i],
  ['geolocation', /^geo[ _-]?(location|located)([ _-]?(link|url))?$/i],
  ['quotation', /^(quote|quotation|цитата)$/i],
  ['radius_m', /^(radius|radius[ _-]?m|accuracy[ _-]?m)$/i],
]; // prettier-ignore

/** Which column a field may be, by names alone: an offer to whoever maps the file, taken by nobody else. */
export function guessed(columns: readonly string[]): Partial<Record<Field, string>> {
  const offer: Partial<Record<Field, string>> = {};
  if (columns.includes(LNG)) offer.lng = LNG;
  if (columns.includes(LAT)) offer.lat = LAT;
  for (const [field, name] of NAMES) {
    const column = columns.find((c) => name.test(c.trim()));
    if (column !== undefined) offer[field] ??= column;
  }
  return offer;
}
