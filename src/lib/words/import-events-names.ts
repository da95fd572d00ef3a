import type { Lang } from '../domain/text.ts';
import type { Field, RowFault } from '../formats/events/index.ts';

/** Names of the fields of an event, as forms and lists have them. */
export const fieldWords: Readonly<Record<Lang, Readonly<Record<Field, string>>>> = {
  en: {
    day: 'Day', from: 'First day', until: 'Last day', reported: 'Day of the source', kind: 'Kind', by: 'Who acted',
    precision: 'How exact', weapon: 'Weapon', target: 'Target', theatre: 'Theatre', role: 'Role', says: 'What the source does',
    party: 'Party of the speaker', title: 'Title, English', title_uk: 'Title, Ukrainian', note: 'Note', lng: 'Longitude',
    lat: 'Latitude', point: 'Point as text', radius_m: 'Radius, metres', place: 'Name of the place', within: 'Oblast or country',
    speaker: 'Speaker', link: 'Link to the source', geolocation: 'Link to the geolocation', quotation: 'Quotation',
    claim: 'What is claimed', publisher: 'Publisher of the source',
  },
  uk: {
    day: 'День', from: 'Перший день', until: 'Останній день', reported: 'День джерела', kind: 'Вид', by: 'Хто діяв',
    precision: 'Точність', weapon: 'Зброя', target: 'Ціль', theatre: 'Театр', role: 'Роль', says: 'Що робить джерело',
    party: 'Сторона мовця', title: 'Назва англійською', title_uk: 'Назва українською', note: 'Примітка', lng: 'Довгота',
    lat: 'Широта', point: 'Точка текстом', radius_m: 'Радіус, метри', place: 'Назва місця', within: 'Область чи країна',
    speaker: 'Мовець', link: 'Посилання на джерело', geolocation: 'Посилання на геолокацію', quotation: 'Цитата',
    claim: 'Що стверджують', publisher: 'Видавець джерела',
  },
}; // prettier-ignore

/** Why rows were refused, in few words, for counts. */
export const faultNames: Readonly<Record<Lang, Readonly<Record<RowFault['code'], string>>>> = {
  en: {
    cells: 'cells that do not fit the head', quotes: 'broken quotes', 'too-long': 'too long', 'not-json': 'no JSON',
    'not-feature': 'no feature', 'not-point': 'shapes that are no points', units: 'positions or movements of troops',
    'no-title': 'no title', 'no-kind': 'no kind', 'unknown-kind': 'a kind that nobody explained', 'no-day': 'no day',
    day: 'a day that cannot be read', 'day-early': 'a day before the war', 'day-future': 'a day to come',
    'ends-before': 'ends before it starts', coordinates: 'no coordinates', swapped: 'coordinates that seem swapped',
    nowhere: 'the point 0, 0', 'no-precision': 'a point of unknown exactness',
  },
  uk: {
    cells: 'клітинки не відповідають заголовку', quotes: 'зламані лапки', 'too-long': 'надто довгі', 'not-json': 'не JSON',
    'not-feature': 'не об’єкт', 'not-point': 'форма, що не є точкою', units: 'розташування чи рух військ',
    'no-title': 'без назви', 'no-kind': 'без виду', 'unknown-kind': 'непояснений вид', 'no-day': 'без дня',
    day: 'день, який не прочитати', 'day-early': 'день до війни', 'day-future': 'день у майбутньому',
    'ends-before': 'кінець раніше за початок', coordinates: 'не координати', swapped: 'схоже, переставлені координати',
    nowhere: 'точка 0, 0', 'no-precision': 'точка невідомої точності',
  },
}; // prettier-ignore
