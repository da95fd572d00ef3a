import type { Lang } from '../domain/text.ts';
import type { Day } from '../domain/time/day.ts';
import type { DaySource, Fault, Mended, Where } from '../formats/control/report.ts';
import { amount, en, uk } from './amounts.ts';
import { UNPACK } from './unpack.ts';

/** Why something was refused, and what to do about it. */
interface Said {
  readonly reason: string;
  readonly remedy: string;
}

type Codes = Fault['code'];
type Of<C extends Codes> = Extract<Fault, { code: C }>;

interface Words {
  readonly faults: { readonly [C in Codes]: (fault: Of<C>, where: (w: Where) => string) => Said };
  readonly mended: Readonly<Record<Mended, string>>;
  readonly file: string;
  readonly line: (n: number) => string;
  readonly feature: (n: number) => string;
  readonly called: (name: string) => string;
  readonly numbered: (id: string) => string;
  readonly nameless: string;
  readonly read: (files: number) => string;
  readonly nothing: string;
  readonly days: (days: number, first: Day, last: Day) => string;
  readonly same: (days: number) => string;
  readonly area: (first: number, last: number) => string;
  readonly cut: string;
  readonly missing: (days: number) => string;
  readonly noneMissing: string;
  readonly mendedTitle: (n: number) => string;
  readonly refusedTitle: (n: number) => string;
  readonly more: (n: number) => string;
  readonly units: (n: number) => string;
  readonly unpicked: (n: number) => string;
  readonly skipped: (n: number) => string;
  readonly ignored: (n: number, type: string) => string;
  readonly again: (n: number) => string;
  readonly dry: string;
}

const FROM_EN: Record<DaySource, string> = {
  property: 'a property of the feature',
  name: "the collection's name",
  file: "the file's name",
};
const FROM_UK: Record<DaySource, string> = {
  property: 'властивість об’єкта',
  name: 'назва колекції',
  file: 'назва файла',
};
/** What an import of control tells people. */
export const importWords: Readonly<Record<Lang, Words>> = {
  en: {
    faults: {
      unreadable: ({ message }) => ({
        reason: `the file cannot be read to its end (${message})`,
        remedy: 'see that it is there, whole, and may be read, then import it again',
      }),
      packed: ({ how }) => ({
        reason: `the file is packed (${how}), which is not unpacked here`,
        remedy: `unpack it first with "${UNPACK[how]} <file>" and import what comes out`,
      }),
      'too-large': ({ megabytes }) => ({
        reason: `the file is one document of ${amount('en', megabytes)} MB or more, too large to read at once`,
        remedy:
          'split it into a file a day, or save it as NDJSON with one day a line and a name that ends in .ndjson',
      }),
      'line-too-long': ({ megabytes }) => ({
        reason: `the line is longer than ${amount('en', megabytes)} MB`,
        remedy: 'write one day a line',
      }),
      'empty-file': () => ({ reason: 'nothing is in it', remedy: 'get the file again from where it came' }),
      'not-json': ({ line, column, page }) => ({
        reason: page
          ? 'it is a page of the web or another kind of text, not JSON'
          : `it is not valid JSON: it breaks at line ${line}, character ${column}`,
        remedy: page
          ? 'save the data itself, not the page that shows it'
          : 'get the file again, or mend it there',
      }),
      'not-geojson': ({ type }) => ({
        reason: `it is JSON, but no GeoJSON feature or collection${type && ` (${type})`}`,
        remedy: 'export it as GeoJSON',
      }),
      doctype: () => ({
        reason: 'it has a document type, which could name other files, so it is not read',
        remedy: 'take the line that begins with <!DOCTYPE out, or export it again',
      }),
      'broken-xml': ({ line, message }) => ({
        reason: `it is not valid XML: it breaks at line ${line} (${message})`,
        remedy: 'get the file again, or mend it there',
      }),
      'other-xml': ({ root }) => ({
        reason: `it is XML, but neither KML nor GPX (${root})`,
        remedy: 'export it as GeoJSON, KML or GPX',
      }),
      'no-features': () => ({
        reason: 'the collection has no feature; an empty file is not taken for ground that is gone',
        remedy: 'leave the file out, or export it again',
      }),
      crs: ({ name }) => ({
        reason: `its coordinates are in ${name}, not in longitude and latitude`,
        remedy: 'export it in WGS 84 (EPSG:4326)',
      }),
      'no-day': ({ from, key }) => ({
        reason:
          from === 'anywhere'
            ? 'no single day is found in the properties, the name of the collection or the name of the file'
            : `no day is found in ${from === 'property' ? `the property "${key ?? ''}"` : FROM_EN[from]}`,
        remedy:
          'name the file by its day, such as 2024-11-25.geojson, or say where the day is with --day-from',
      }),
      'no-such-day': ({ day }) => ({ reason: `the calendar has no ${day}`, remedy: 'correct the day' }),
      'day-too-early': ({ day, first }) => ({
        reason: `the day ${day} is before ${first}`,
        remedy: 'correct the day; it is probably a slip',
      }),
      'day-in-future': ({ day, today }) => ({
        reason: `the day ${day} is in the future (today is ${today})`,
        remedy: 'correct the day; the year is probably a slip',
      }),
      'days-disagree': ({ days }) => ({
        reason: `different days are named: ${days.map((d) => `${d.day} by ${FROM_EN[d.from]}`).join(', ')}`,
        remedy: 'say which is right with --day-from file, --day-from name or --day-from property:<key>',
      }),
      'day-twice': ({ other }, where) => ({
        reason: `the day is given a second time with another shape (the first: ${where(other)}); neither goes in`,
        remedy: 'keep the one that is right, or put the parts of one day into one collection',
      }),
      'mixed-colours': ({ colours }) => ({
        reason: `its areas have several colours (${colours.join(', ')}), so they do not all mean the same`,
        remedy:
          'say what each means in a mapping file and give it with --mapping; see docs/import-control.md',
      }),
      'no-geometry': () => ({
        reason: 'the feature has no shape',
        remedy: 'draw it, or leave it out at the source',
      }),
      'empty-geometry': () => ({
        reason: "the feature's shape is empty",
        remedy: 'draw it, or leave it out at the source',
      }),
      malformed: () => ({
        reason: "the feature's coordinates are not written as GeoJSON has them",
        remedy: 'export it again as GeoJSON',
      }),
      'few-points': ({ ring }) => ({
        reason: `its ring ${ring} has fewer than three different points`,
        remedy: 'draw the ring anew, or leave it out at the source',
      }),
      'out-of-range': ({ lng, lat }) => ({
        reason: `there is no longitude ${lng} with latitude ${lat} on the globe`,
        remedy: 'if the numbers are metres, export it in WGS 84 degrees (EPSG:4326); else correct the point',
      }),
      swapped: () => ({
        reason: 'latitude and longitude stand in the wrong order: swapped, it lies in Ukraine',
        remedy: 'export it with longitude first',
      }),
      'round-the-globe': () => ({
        reason: 'the shape runs round the globe or over the line where 180° east is 180° west',
        remedy: 'correct the point that lies far off, or cut the shape at that line',
      }),
      'no-area': () => ({
        reason: 'the shape has no area: its points lie on one line, or within a tenth of a metre',
        remedy: 'draw it anew, or leave it out at the source',
      }),
      'not-mended': () => ({
        reason: 'its lines cross in a way that cannot be mended',
        remedy: 'mend the shape in the program that drew it',
      }),
      'outside-clip': () => ({
        reason: 'none of it lies in the land to which it is cut',
        remedy: 'import it without --clip if it is meant',
      }),
    },
    mended: {
      crossing: 'lines crossed each other',
      touching: 'a ring touched itself, or a hole parted the area',
      'hole-outside': 'a hole lay outside of its area and counts as ground',
      overlap: 'areas lay over each other and are joined',
      'open-ring': 'a ring was not closed',
      'lost-part': 'a part without area is left out',
    },
    file: 'file',
    line: (n) => `line ${n}`,
    feature: (n) => `feature ${n}`,
    called: (name) => `“${name}”`,
    numbered: (id) => `id ${id}`,
    nameless: 'without a name',
    read: (files) => `${en(files, 'file')} read.`,
    nothing: 'No day of ground was found.',
    days: (days, first, last) => `${en(days, 'day')}, ${first} to ${last}`,
    same: (days) => `${en(days, 'day')} as the day before`,
    area: (first, last) =>
      `${amount('en', first, 1)} km² on the first day, ${amount('en', last, 1)} km² on the last`,
    cut: 'cut to the land of Ukraine',
    missing: (days) => `no report (which is not “no change”) on ${en(days, 'day')}`,
    noneMissing: 'no day in between is missing',
    mendedTitle: (n) => `Mended and read: ${en(n, 'feature')}.`,
    refusedTitle: (n) => `Refused, the rest goes in: ${amount('en', n)}.`,
    more: (n) => `… and ${amount('en', n)} more.`,
    units: (n) =>
      `Left out because they mark units or where troops are: ${en(n, 'feature')}. Such are never imported.`,
    unpicked: (n) => `Picked by no rule of the mapping: ${en(n, 'feature')}.`,
    skipped: (n) => `Skipped by a rule of the mapping: ${en(n, 'feature')}.`,
    ignored: (n, type) => `Not ground: ${amount('en', n)} × ${type}.`,
    again: (n) => `Given more than once, each time alike: ${en(n, 'day')}.`,
    dry: 'Nothing is written: this was a dry run.',
  },
  uk: {
    faults: {
      unreadable: ({ message }) => ({
        reason: `файл не вдається прочитати до кінця (${message})`,
        remedy: 'перевірте, чи він на місці, цілий і доступний для читання, та імпортуйте знову',
      }),
      packed: ({ how }) => ({
        reason: `файл запаковано (${how}), тут його не розпаковують`,
        remedy: `спершу розпакуйте його командою «${UNPACK[how]} <файл>» та імпортуйте те, що вийде`,
      }),
      'too-large': ({ megabytes }) => ({
        reason: `файл — один документ на ${amount('uk', megabytes)} МБ або більше, завеликий, щоб читати його цілим`,
        remedy:
          'поділіть його на файли по днях або збережіть як NDJSON: один день у рядку, назва із закінченням .ndjson',
      }),
      'line-too-long': ({ megabytes }) => ({
        reason: `рядок довший за ${amount('uk', megabytes)} МБ`,
        remedy: 'пишіть один день у рядку',
      }),
      'empty-file': () => ({
        reason: 'у ньому нічого немає',
        remedy: 'отримайте файл знову там, звідки він',
      }),
      'not-json': ({ line, column, page }) => ({
        reason: page
          ? 'це вебсторінка чи інший текст, а не JSON'
          : `це неправильний JSON: помилка в рядку ${line}, символ ${column}`,
        remedy: page
          ? 'збережіть самі дані, а не сторінку, що їх показує'
          : 'отримайте файл знову або виправте його там',
      }),
      'not-geojson': ({ type }) => ({
        reason: `це JSON, але не об’єкт і не колекція GeoJSON${type && ` (${type})`}`,
        remedy: 'експортуйте його як GeoJSON',
      }),
      doctype: () => ({
        reason: 'у ньому є тип документа, що міг би назвати інші файли, тож його не читають',
        remedy: 'вилучіть рядок, що починається з <!DOCTYPE, або експортуйте знову',
      }),
      'broken-xml': ({ line, message }) => ({
        reason: `це неправильний XML: помилка в рядку ${line} (${message})`,
        remedy: 'отримайте файл знову або виправте його там',
      }),
      'other-xml': ({ root }) => ({
        reason: `це XML, але не KML і не GPX (${root})`,
        remedy: 'експортуйте його як GeoJSON, KML або GPX',
      }),
      'no-features': () => ({
        reason: 'у колекції немає жодного об’єкта; порожній файл не означає, що території більше немає',
        remedy: 'вилучіть файл або експортуйте його знову',
      }),
      crs: ({ name }) => ({
        reason: `його координати — у системі ${name}, а не довгота й широта`,
        remedy: 'експортуйте його у WGS 84 (EPSG:4326)',
      }),
      'no-day': ({ from, key }) => ({
        reason:
          from === 'anywhere'
            ? 'ні у властивостях, ні в назві колекції, ні в назві файла не знайдено одного певного дня'
            : `дня не знайдено: ${from === 'property' ? `властивість «${key ?? ''}»` : FROM_UK[from]}`,
        remedy: 'назвіть файл за днем, наприклад 2024-11-25.geojson, або вкажіть, де день, через --day-from',
      }),
      'no-such-day': ({ day }) => ({ reason: `у календарі немає дня ${day}`, remedy: 'виправте день' }),
      'day-too-early': ({ day, first }) => ({
        reason: `день ${day} раніший за ${first}`,
        remedy: 'виправте день; імовірно, це описка',
      }),
      'day-in-future': ({ day, today }) => ({
        reason: `день ${day} — у майбутньому (сьогодні ${today})`,
        remedy: 'виправте день; імовірно, у році описка',
      }),
      'days-disagree': ({ days }) => ({
        reason: `названо різні дні: ${days.map((d) => `${d.day} — ${FROM_UK[d.from]}`).join(', ')}`,
        remedy: 'вкажіть правильний через --day-from file, --day-from name або --day-from property:<ключ>',
      }),
      'day-twice': ({ other }, where) => ({
        reason: `день подано вдруге з іншими обрисами (уперше: ${where(other)}); не береться жоден`,
        remedy: 'залиште правильний або зведіть частини одного дня в одну колекцію',
      }),
      'mixed-colours': ({ colours }) => ({
        reason: `його ділянки мають різні кольори (${colours.join(', ')}), тож означають не те саме`,
        remedy:
          'опишіть значення у файлі відповідностей і подайте його через --mapping; див. docs/import-control.md',
      }),
      'no-geometry': () => ({
        reason: 'об’єкт не має обрисів',
        remedy: 'накресліть їх або вилучіть його в джерелі',
      }),
      'empty-geometry': () => ({
        reason: 'обриси об’єкта порожні',
        remedy: 'накресліть їх або вилучіть його в джерелі',
      }),
      malformed: () => ({
        reason: 'координати об’єкта записано не так, як у GeoJSON',
        remedy: 'експортуйте його знову як GeoJSON',
      }),
      'few-points': ({ ring }) => ({
        reason: `його контур ${ring} має менш ніж три різні точки`,
        remedy: 'накресліть контур знову або вилучіть його в джерелі',
      }),
      'out-of-range': ({ lng, lat }) => ({
        reason: `на земній кулі немає довготи ${lng} з широтою ${lat}`,
        remedy: 'якщо це метри, експортуйте у градусах WGS 84 (EPSG:4326); інакше виправте точку',
      }),
      swapped: () => ({
        reason: 'широта й довгота стоять у хибному порядку: якщо їх поміняти, це в Україні',
        remedy: 'експортуйте з довготою на першому місці',
      }),
      'round-the-globe': () => ({
        reason: 'обриси охоплюють земну кулю або переходять через 180-й меридіан',
        remedy: 'виправте точку, що лежить далеко, або розріжте обриси на цій лінії',
      }),
      'no-area': () => ({
        reason: 'обриси не мають площі: точки лежать на одній лінії або в межах десятої метра',
        remedy: 'накресліть їх знову або вилучіть у джерелі',
      }),
      'not-mended': () => ({
        reason: 'його лінії перетинаються так, що це не виправити',
        remedy: 'виправте обриси в програмі, де їх креслено',
      }),
      'outside-clip': () => ({
        reason: 'жодна частина не лежить на суходолі, до якого обрізають',
        remedy: 'імпортуйте без --clip, якщо так і задумано',
      }),
    },
    mended: {
      crossing: 'лінії перетиналися',
      touching: 'контур торкався себе або отвір розділяв ділянку',
      'hole-outside': 'отвір лежав поза ділянкою і вважається територією',
      overlap: 'ділянки лежали одна на одній, їх з’єднано',
      'open-ring': 'контур не був замкнений',
      'lost-part': 'частину без площі вилучено',
    },
    file: 'файл',
    line: (n) => `рядок ${n}`,
    feature: (n) => `об’єкт ${n}`,
    called: (name) => `«${name}»`,
    numbered: (id) => `id ${id}`,
    nameless: 'без назви',
    read: (files) => `Прочитано ${uk(files, 'файл', 'файли', 'файлів')}.`,
    nothing: 'Не знайдено жодного дня з територією.',
    days: (days, first, last) => `${uk(days, 'день', 'дні', 'днів')}, від ${first} до ${last}`,
    same: (days) => `без змін проти попереднього дня: ${uk(days, 'день', 'дні', 'днів')}`,
    area: (first, last) =>
      `${amount('uk', first, 1)} км² першого дня, ${amount('uk', last, 1)} км² останнього`,
    cut: 'обрізано до суходолу України',
    missing: (days) => `немає повідомлення (а це не «немає змін»): ${uk(days, 'день', 'дні', 'днів')}`,
    noneMissing: 'жодного дня між ними не бракує',
    mendedTitle: (n) => `Виправлено і прочитано: ${uk(n, 'об’єкт', 'об’єкти', 'об’єктів')}.`,
    refusedTitle: (n) => `Відхилено, решту взято: ${amount('uk', n)}.`,
    more: (n) => `… і ще ${amount('uk', n)}.`,
    units: (n) =>
      `Вилучено, бо позначають підрозділи або місця військ: ${uk(n, 'об’єкт', 'об’єкти', 'об’єктів')}. Такі ніколи не імпортують.`,
    unpicked: (n) =>
      `Не підпадає під жодне правило відповідностей: ${uk(n, 'об’єкт', 'об’єкти', 'об’єктів')}.`,
    skipped: (n) => `Пропущено за правилом відповідностей: ${uk(n, 'об’єкт', 'об’єкти', 'об’єктів')}.`,
    ignored: (n, type) => `Не територія: ${amount('uk', n)} × ${type}.`,
    again: (n) => `Подано більш ніж раз, щоразу однаково: ${uk(n, 'день', 'дні', 'днів')}.`,
    dry: 'Нічого не записано: це була проба.',
  },
};

/** Where something stands: `2024-11-25.geojson, feature 3 (id 619, “Occupied”)`. */
export function whereWords(lang: Lang, where: Where): string {
  const words = importWords[lang];
  const more = [where.id && words.numbered(where.id), where.name && words.called(where.name)].filter(Boolean);
  const place = [
    where.file,
    where.line === undefined ? '' : words.line(where.line),
    where.feature === undefined ? '' : words.feature(where.feature),
  ].filter(Boolean);
  return place.join(', ') + (more.length > 0 ? ` (${more.join(', ')})` : '');
}

/** Why something was refused, and what to do about it. */
export function faultWords(lang: Lang, fault: Fault): Said {
  // Each code has words for its own fault; the compiler cannot pair them up.
  const say = importWords[lang].faults[fault.code] as (f: Fault, where: (w: Where) => string) => Said;
  return say(fault, (w) => whereWords(lang, w));
}
