import type { Lang } from '../domain/text.ts';
import type { FileFault, Left, RowFault, Unlocated } from '../formats/events/index.ts';
import { amount, en, uk } from './amounts.ts';

/** Why something was refused, and what to do about it. */
export interface Said {
  readonly reason: string;
  readonly remedy: string;
}

type Of<All extends { code: string }, C> = Extract<All, { code: C }>;
type Sayers<All extends { code: string }> = { readonly [C in All['code']]: (fault: Of<All, C>) => Said };
const say = <All extends { code: string }>(words: Sayers<All>, fault: All): Said =>
  (words[fault.code as All['code']] as (fault: All) => Said)(fault);

const rowsEn: Sayers<RowFault> = {
  cells: (f) => ({ reason: `it has ${f.found} cells, the head has ${f.wanted}`, remedy: 'look for a separator or a quote that is not closed' }),
  quotes: () => ({ reason: 'its quotes are broken', remedy: 'write a quote within quotes twice: ""' }),
  'too-long': (f) => ({ reason: `it is longer than ${f.megabytes} MB`, remedy: 'write one event a line' }),
  'not-json': () => ({ reason: 'it is no valid JSON', remedy: 'write one JSON object a line' }),
  'not-feature': () => ({ reason: 'it is no feature and no object', remedy: 'write a GeoJSON feature, or an object whose fields are the columns' }),
  'not-point': (f) => ({ reason: `its shape is ${f.type}, and an event has a point`, remedy: 'ground comes in with import control' }),
  units: () => ({ reason: 'it tells where troops are or move, which is never imported', remedy: 'leave such rows out' }),
  'no-title': () => ({ reason: 'it has no title', remedy: 'map a column that has words, or write a template' }),
  'no-kind': () => ({ reason: 'it does not say of what kind it is', remedy: 'fill the cell in, or give "" a meaning in the table of values' }),
  'unknown-kind': (f) => ({ reason: `nobody said what kind “${f.value}” is`, remedy: 'add it to the table of values' }),
  'no-day': () => ({ reason: 'it has no day', remedy: 'fill the cell in, or allow undated events' }),
  day: (f) => ({
    reason: {
      order: `“${f.value}” can be read in two ways`,
      number: `“${f.value}” is a number that may be many a day`,
      calendar: `the calendar has no “${f.value}”`,
      unread: `“${f.value}” is no day`,
    }[f.fault],
    remedy: {
      order: 'say whether the day or the month comes first',
      number: 'say whether it counts as spreadsheets do or as Unix time',
      calendar: 'correct the day',
      unread: 'write it as 2024-11-25 or 25.11.2024',
    }[f.fault],
  }),
  'day-early': (f) => ({ reason: `“${f.value}” is before ${f.first}`, remedy: 'correct the day; it is probably a slip' }),
  'day-future': (f) => ({ reason: `“${f.value}” is after today, ${f.today}`, remedy: 'correct the day; the year is probably a slip' }),
  'ends-before': (f) => ({ reason: `it ends before it starts (${f.value})`, remedy: 'exchange the days or correct one' }),
  coordinates: (f) => ({ reason: `“${f.value}” is no point`, remedy: 'write degrees, e.g. 48.46 and 35.04' }),
  swapped: (f) => ({ reason: `“${f.value}” seems to have latitude and longitude in the wrong order`, remedy: 'exchange the two columns in the mapping, or the numbers in the row' }),
  nowhere: () => ({ reason: 'its point is 0, 0, which stands for none', remedy: 'empty both cells, so that its place is looked up by name' }),
  'no-precision': () => ({ reason: 'it has a point, but nothing says how exact that is', remedy: 'give its precision a meaning in the table of values' }),
}; // prettier-ignore

const rowsUk: Sayers<RowFault> = {
  cells: (f) => ({ reason: `у ньому ${uk(f.found, 'клітинка', 'клітинки', 'клітинок')}, а в заголовку ${f.wanted}`, remedy: 'перевірте роздільники та незакриті лапки' }),
  quotes: () => ({ reason: 'лапки зламані', remedy: 'лапки всередині лапок пишуть двічі: ""' }),
  'too-long': (f) => ({ reason: `він довший за ${f.megabytes} МБ`, remedy: 'пишіть по одній події в рядку' }),
  'not-json': () => ({ reason: 'це не JSON', remedy: 'пишіть по одному об’єкту JSON у рядку' }),
  'not-feature': () => ({ reason: 'це не об’єкт GeoJSON', remedy: 'потрібен об’єкт GeoJSON або об’єкт, поля якого є стовпцями' }),
  'not-point': (f) => ({ reason: `його форма — ${f.type}, а подія має точку`, remedy: 'території імпортують через import control' }),
  units: () => ({ reason: 'тут ідеться про розташування чи переміщення військ; такого не імпортують ніколи', remedy: 'вилучіть такі рядки' }),
  'no-title': () => ({ reason: 'немає назви', remedy: 'вкажіть стовпець зі словами або шаблон' }),
  'no-kind': () => ({ reason: 'не сказано, якого виду подія', remedy: 'заповніть клітинку або дайте значення порожній' }),
  'unknown-kind': (f) => ({ reason: `не сказано, якого виду «${f.value}»`, remedy: 'додайте це до таблиці значень' }),
  'no-day': () => ({ reason: 'немає дня', remedy: 'заповніть клітинку або дозвольте події без дати' }),
  day: (f) => ({
    reason: {
      order: `«${f.value}» можна прочитати двояко`,
      number: `«${f.value}» — число, що може означати різні дні`,
      calendar: `у календарі немає «${f.value}»`,
      unread: `«${f.value}» — не день`,
    }[f.fault],
    remedy: {
      order: 'скажіть, що стоїть першим: день чи місяць',
      number: 'скажіть, чи це лік електронних таблиць, чи час Unix',
      calendar: 'виправте день',
      unread: 'пишіть 2024-11-25 або 25.11.2024',
    }[f.fault],
  }),
  'day-early': (f) => ({ reason: `«${f.value}» — раніше за ${f.first}`, remedy: 'виправте день; імовірно, це описка' }),
  'day-future': (f) => ({ reason: `«${f.value}» — пізніше за сьогодні, ${f.today}`, remedy: 'виправте день; імовірно, описка в році' }),
  'ends-before': (f) => ({ reason: `закінчується раніше, ніж починається (${f.value})`, remedy: 'поміняйте дні місцями або виправте один' }),
  coordinates: (f) => ({ reason: `«${f.value}» — не точка`, remedy: 'пишіть градуси, наприклад 48.46 і 35.04' }),
  swapped: (f) => ({ reason: `у «${f.value}», схоже, переставлено широту й довготу`, remedy: 'поміняйте стовпці у відповідностях або числа в рядку' }),
  nowhere: () => ({ reason: 'точка 0, 0 означає, що точки немає', remedy: 'спорожніть обидві клітинки, щоб місце шукали за назвою' }),
  'no-precision': () => ({ reason: 'точка є, але не сказано, наскільки вона точна', remedy: 'дайте значення її точності в таблиці' }),
}; // prettier-ignore

const SEEMS = { 'utf-16le': 'UTF-16', 'utf-16be': 'UTF-16 (big-endian)', 'windows-1251': 'Windows-1251' };
const list = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');
const listUk = (names: readonly string[]): string => names.map((name) => `«${name}»`).join(', ');

const filesEn: Sayers<FileFault> = {
  unreadable: (f) => ({ reason: `the file cannot be read to its end (${f.message})`, remedy: 'see that it is there and whole' }),
  packed: (f) => ({ reason: `the file is packed (${f.how})${f.how === 'zip' ? ', as .kmz and .xlsx are' : ''}, and is not unpacked here`, remedy: 'unpack it, or save it as CSV or KML, and import that' }),
  encoding: (f) => ({
    reason: f.seems === 'other' ? 'the text is not in UTF-8' : `the text is not in UTF-8; it seems to be ${SEEMS[f.seems]}`,
    remedy: f.seems === 'other' ? 'save it as UTF-8' : `save it as UTF-8, or write "encoding": "${f.seems}" in the mapping`,
  }),
  'too-large': (f) => ({ reason: `the file is larger than ${f.megabytes} MB`, remedy: 'split it, or save it as CSV or NDJSON' }),
  'row-too-long': (f) => ({ reason: `row ${f.number} is longer than ${f.megabytes} MB, so nothing after it can be trusted`, remedy: 'look for a quote that is not closed there' }),
  empty: () => ({ reason: 'nothing is in the file', remedy: 'get it again' }),
  format: (f) => ({ reason: `the name “${f.name}” does not say what the file is`, remedy: 'name it .csv, .ndjson, .geojson or .kml, or write "format" in the mapping' }),
  'one-column': (f) => ({ reason: `the table has one column only (“${f.name}”)`, remedy: 'write "delimiter" in the mapping if the columns are parted by something unusual' }),
  'same-columns': (f) => ({ reason: `several columns have one name: ${list(f.names)}`, remedy: 'name them apart' }),
  columns: (f) => ({ reason: `the mapping names columns that the file does not have: ${list(f.missing)}. It has ${list(f.there)}`, remedy: 'correct the names in the mapping' }),
  broken: (f) => ({ reason: `the file breaks at ${f.number} (${f.message})`, remedy: 'get it again, or mend it there' }),
  'no-features': () => ({ reason: 'the file holds no collection of features', remedy: 'export it as a GeoJSON FeatureCollection, or as KML with placemarks' }),
  crs: (f) => ({ reason: `its coordinates are in ${f.name}, not in longitude and latitude`, remedy: 'export it in WGS 84 (EPSG:4326)' }),
  doctype: () => ({ reason: 'the file has a document type, by which it could name other files; such are never read', remedy: 'take the <!DOCTYPE …> out' }),
}; // prettier-ignore

const filesUk: Sayers<FileFault> = {
  unreadable: (f) => ({ reason: `файл не вдалося прочитати до кінця (${f.message})`, remedy: 'перевірте, чи він на місці й цілий' }),
  packed: (f) => ({ reason: `файл запаковано (${f.how})${f.how === 'zip' ? ', як .kmz чи .xlsx' : ''}; тут його не розпаковують`, remedy: 'розпакуйте його або збережіть як CSV чи KML' }),
  encoding: (f) => ({
    reason: f.seems === 'other' ? 'текст не в UTF-8' : `текст не в UTF-8; схоже на ${SEEMS[f.seems]}`,
    remedy: f.seems === 'other' ? 'збережіть його в UTF-8' : `збережіть його в UTF-8 або напишіть "encoding": "${f.seems}" у відповідностях`,
  }),
  'too-large': (f) => ({ reason: `файл більший за ${f.megabytes} МБ`, remedy: 'розділіть його або збережіть як CSV чи NDJSON' }),
  'row-too-long': (f) => ({ reason: `рядок ${f.number} довший за ${f.megabytes} МБ, тож подальшому не можна довіряти`, remedy: 'пошукайте там незакриті лапки' }),
  empty: () => ({ reason: 'файл порожній', remedy: 'отримайте його ще раз' }),
  format: (f) => ({ reason: `з назви «${f.name}» не видно, що це за файл`, remedy: 'назвіть його .csv, .ndjson, .geojson або .kml, чи вкажіть "format" у відповідностях' }),
  'one-column': (f) => ({ reason: `у таблиці лише один стовпець («${f.name}»)`, remedy: 'вкажіть "delimiter" у відповідностях, якщо роздільник незвичний' }),
  'same-columns': (f) => ({ reason: `кілька стовпців мають одну назву: ${listUk(f.names)}`, remedy: 'назвіть їх по-різному' }),
  columns: (f) => ({ reason: `у відповідностях є стовпці, яких немає у файлі: ${listUk(f.missing)}. Є ${listUk(f.there)}`, remedy: 'виправте назви у відповідностях' }),
  broken: (f) => ({ reason: `файл уривається на ${f.number} (${f.message})`, remedy: 'отримайте його ще раз або виправте там' }),
  'no-features': () => ({ reason: 'у файлі немає колекції об’єктів', remedy: 'збережіть його як GeoJSON FeatureCollection або KML з мітками' }),
  crs: (f) => ({ reason: `його координати в ${f.name}, а не в довготі й широті`, remedy: 'збережіть його у WGS 84 (EPSG:4326)' }),
  doctype: () => ({ reason: 'у файлі є тип документа, через який він міг би називати інші файли; такого не читають', remedy: 'вилучіть <!DOCTYPE …>' }),
}; // prettier-ignore

export const rowFault = (lang: Lang, fault: RowFault): Said => say(lang === 'uk' ? rowsUk : rowsEn, fault);
export const fileFault = (lang: Lang, fault: FileFault): Said =>
  say(lang === 'uk' ? filesUk : filesEn, fault);

/** Why a draft has no place, as a note to whoever takes it up. */
export const unlocatedWords: Readonly<Record<Lang, (at: Unlocated) => string>> = {
  en: ({ why, name, count }) =>
    ({
      empty: 'Imported without a place: the row names none.',
      none: `Imported without a place: the gazetteer has no one place “${name}”.`,
      several: `Imported without a place: “${name}” is ${count ?? 0} places of the gazetteer.`,
    })[why],
  uk: ({ why, name, count }) =>
    ({
      empty: 'Імпортовано без місця: рядок його не називає.',
      none: `Імпортовано без місця: у довіднику немає одного місця «${name}».`,
      several: `Імпортовано без місця: «${name}» — це ${uk(count ?? 0, 'місце', 'місця', 'місць')} довідника.`,
    })[why],
};

interface Words {
  readonly rows: (n: number) => string;
  readonly accepted: (n: number, written: boolean) => string;
  readonly refused: (n: number) => string;
  readonly refusedBy: (n: number, why: string) => string;
  readonly row: (n: number) => string;
  readonly more: (n: number) => string;
  readonly skipped: (n: number) => string;
  readonly twice: (n: number) => string;
  readonly twiceRow: (row: number, first: number) => string;
  readonly known: (n: number) => string;
  readonly alike: (n: number, left: number) => string;
  readonly alikeLink: (other: string) => string;
  readonly alikeNear: (other: string, days: number | undefined, metres: number | undefined) => string;
  readonly otherRow: (row: number) => string;
  readonly otherEvent: (title: string, id: string) => string;
  readonly unlocated: (n: number) => string;
  readonly unlocatedName: (at: Unlocated, rows: number) => string;
  readonly unknown: string;
  readonly unknownValue: (field: string, value: string, rows: number) => string;
  readonly left: Readonly<Record<Left, (n: number) => string>>;
  readonly reports: (n: number) => string;
  readonly dry: string;
  readonly drafts: string;
  readonly nothing: string;
  readonly stopped: string;
}

const rowsOf = (n: number): string => uk(n, 'рядок', 'рядки', 'рядків');

/** What an import of events came to, in words. */
export const eventsWords: Readonly<Record<Lang, Words>> = {
  en: {
    rows: (n) => `${en(n, 'row')} read.`,
    accepted: (n, written) => (written ? `Written: ${en(n, 'draft')} of events.` : `New: ${en(n, 'draft')} of events.`),
    refused: (n) => `Refused: ${en(n, 'row')}`,
    refusedBy: (n, why) => `${amount('en', n)} × ${why}`,
    row: (n) => `row ${amount('en', n)}`,
    more: (n) => `and ${amount('en', n)} more`,
    skipped: (n) => `Left out on purpose, by the mapping: ${en(n, 'row')}.`,
    twice: (n) => `In the file twice, taken once: ${en(n, 'row')}`,
    twiceRow: (row, first) => `row ${amount('en', row)} is row ${amount('en', first)} again`,
    known: (n) => `In the store already, from an earlier import: ${en(n, 'row')}.`,
    alike: (n, left) => `May be known already: ${en(n, 'row')}${left > 0 ? '; left out' : '; taken all the same, to be looked at'}`,
    alikeLink: (other) => `has the same link as ${other}`,
    alikeNear: (other, days, metres) =>
      `is near ${other}: ${days === 0 ? 'the same day' : `${en(days ?? 0, 'day')} apart`}${metres === undefined ? '' : `, ${amount('en', metres / 1000, 1)} km`}, the same or a related kind`,
    otherRow: (row) => `row ${amount('en', row)}`,
    otherEvent: (title, id) => `“${title}” (${id})`,
    unlocated: (n) => `Without a place, each with a note that says why: ${en(n, 'draft')}`,
    unlocatedName: ({ why, name, count }, n) =>
      `${amount('en', n)} × ${{ empty: 'no name is given', none: `“${name}” is no one place of the gazetteer`, several: `“${name}” is ${count ?? 0} places` }[why]}`,
    unknown: 'Values that nobody said the meaning of:',
    unknownValue: (field, value, n) => `${amount('en', n)} × ${field}: “${value}”`,
    left: {
      link: (n) => `Links that are no web address, left out: ${amount('en', n)}.`,
      geolocation: (n) => `Links to geolocations that are no web address, left out: ${amount('en', n)}.`,
      quotation: (n) => `Quotations of more than 160 characters, left out: ${amount('en', n)}.`,
      title: (n) => `Titles shortened to 300 characters: ${amount('en', n)}.`,
      weapon: (n) => `Weapons and targets of what is no strike, left out: ${amount('en', n)}.`,
      point: (n) => `Points of what is true to an oblast or a country only, left out: ${amount('en', n)}.`,
    },
    reports: (n) => `Reports made from links, as drafts: ${amount('en', n)}.`,
    dry: 'Nothing is written: this is a dry run.',
    drafts: 'They are drafts: nobody outside sees them before somebody approves and publishes them.',
    nothing: 'Nothing was written.',
    stopped: 'Stopped. The store is as it was.',
  },
  uk: {
    rows: (n) => `Прочитано: ${rowsOf(n)}.`,
    accepted: (n, written) =>
      `${written ? 'Записано' : 'Нових'}: ${uk(n, 'чернетка події', 'чернетки подій', 'чернеток подій')}.`,
    refused: (n) => `Відхилено: ${rowsOf(n)}`,
    refusedBy: (n, why) => `${amount('uk', n)} × ${why}`,
    row: (n) => `рядок ${amount('uk', n)}`,
    more: (n) => `і ще ${amount('uk', n)}`,
    skipped: (n) => `Навмисно пропущено за відповідностями: ${rowsOf(n)}.`,
    twice: (n) => `Двічі у файлі, взято раз: ${rowsOf(n)}`,
    twiceRow: (row, first) => `рядок ${amount('uk', row)} повторює рядок ${amount('uk', first)}`,
    known: (n) => `Уже в сховищі з попереднього імпорту: ${rowsOf(n)}.`,
    alike: (n, left) => `Можливо, уже відомі: ${rowsOf(n)}${left > 0 ? '; пропущено' : '; усе ж узято, їх слід переглянути'}`,
    alikeLink: (other) => `має те саме посилання, що й ${other}`,
    alikeNear: (other, days, metres) =>
      `поруч із ${other}: ${days === 0 ? 'той самий день' : `різниця ${uk(days ?? 0, 'день', 'дні', 'днів')}`}${metres === undefined ? '' : `, ${amount('uk', metres / 1000, 1)} км`}, той самий чи близький вид`,
    otherRow: (row) => `рядок ${amount('uk', row)}`,
    otherEvent: (title, id) => `«${title}» (${id})`,
    unlocated: (n) => `Без місця, кожна з поясненням чому: ${uk(n, 'чернетка', 'чернетки', 'чернеток')}`,
    unlocatedName: ({ why, name, count }, n) =>
      `${amount('uk', n)} × ${{ empty: 'назви немає', none: `«${name}» — не одне місце довідника`, several: `«${name}» — це ${uk(count ?? 0, 'місце', 'місця', 'місць')}` }[why]}`,
    unknown: 'Значення, про які ніхто не сказав, що вони означають:',
    unknownValue: (field, value, n) => `${amount('uk', n)} × ${field}: «${value}»`,
    left: {
      link: (n) => `Посилань, що не є вебадресами, пропущено: ${amount('uk', n)}.`,
      geolocation: (n) => `Посилань на геолокації, що не є вебадресами, пропущено: ${amount('uk', n)}.`,
      quotation: (n) => `Цитат, довших за 160 знаків, пропущено: ${amount('uk', n)}.`,
      title: (n) => `Назв скорочено до 300 знаків: ${amount('uk', n)}.`,
      weapon: (n) => `Зброю й цілі того, що не є ударом, пропущено: ${amount('uk', n)}.`,
      point: (n) => `Точок того, що відоме лише до області чи країни, пропущено: ${amount('uk', n)}.`,
    },
    reports: (n) => `Повідомлень створено з посилань, як чернетки: ${amount('uk', n)}.`,
    dry: 'Нічого не записано: це пробний запуск.',
    drafts: 'Це чернетки: ніхто ззовні їх не бачить, доки їх не схвалять і не опублікують.',
    nothing: 'Нічого не записано.',
    stopped: 'Зупинено. Сховище таке, як було.',
  },
}; // prettier-ignore
