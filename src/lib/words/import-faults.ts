import type { Problem } from '../domain/result.ts';
import type { Lang } from '../domain/text.ts';
import type { Field } from '../formats/events/index.ts';
import { reasonIn } from './fault-reasons.ts';
import { fieldWords } from './import-events-names.ts';

type Reasons = readonly (readonly [RegExp, string])[];

/** What an import is refused for as a whole: its report and its mapping. Rows and files have words of their own. */
const UKRAINIAN: Reasons = [
  [/^is not known; choose the report/, 'такого немає; оберіть повідомлення, з якого взято рядки'],
  [/^is not finished; give it/, 'ще не завершене; допишіть, чого в ньому бракує, і тоді імпортуйте'],
  [
    /^is a map, and a map alone/,
    'це карта, а сама карта нічого не доводить; посилайтеся на те, на що вона спирається',
  ],
  [/^is no JSON at line (\d+), column (\d+)/, 'це не JSON: помилка в рядку $1, символ $2'],
  [/^fields\.kind is missing/, 'бракує fields.kind; скажіть, якого виду події'],
  [/^fields\.title is missing/, 'бракує fields.title; скажіть, як події називаються'],
  [/^fields\.day is missing/, 'бракує fields.day; скажіть, де день, або напишіть "undated": true'],
  [
    /^fields\.precision is missing/,
    'бракує fields.precision; скажіть, наскільки точні точки, наприклад { "is": "settlement" }',
  ],
  [/^has one of fields\.lng and fields\.lat/, 'є лише одне з fields.lng і fields.lat; напишіть обидва'],
  [/^cites the link/, 'посилання мало б цитуватися, але бракує fields.link'],
  [/^is no name of a column/, 'це не назва стовпця й не перелік таких назв'],
  [
    /^has not exactly one of "column" \(/,
    'має бути рівно одне з двох: "column" (з "values" чи без) або "is"',
  ],
  [/^has not exactly one of (.+) and ("\w+")$/, 'має бути рівно одне з цього: $1, $2'],
  [/^is not one of (.+), no object/, 'не з переліку: $1; можна ще написати об’єкт із такими полями або null'],
  [/^is no (?:holder|basis); one of (.+)$/, 'не з переліку: $1'],
  [/^is empty; it would pick everything/, 'порожньо, тож підійшло б усе'],
  [/^is empty; name at least one property/, 'порожньо; назвіть принаймні одну властивість'],
  [/^is empty; write at least one rule/, 'порожньо; напишіть принаймні одне правило'],
  [/^is no regular expression/, 'це не регулярний вираз'],
  [/^is no text, number, true or false/, 'це не текст, не число, не true й не false'],
  [/^is not true; leave "skip" out/, 'це не true; приберіть "skip", якщо об’єкти слід читати'],
  [/^has "skip" and a holder or basis/, 'є і "skip", і те, чия це територія; приберіть одне з них'],
  [/^has "regex"/, 'є "regex", а його читають лише в терміналі; напишіть "equals" або "contains"'],
  [
    /^has no holder or no basis/,
    'не сказано, хто утримує або на якій підставі; допишіть це або "skip": true',
  ],
  [
    /^has a holder and a basis that do not go together/,
    'хто утримує і підстава не пасують: спірна територія й територія з проникненням мають "unknown", і лише вони',
  ],
  [/^Invalid/, 'написано не так, як має бути; порівняйте з прикладом'],
];

const ENGLISH: Reasons = [[/^Invalid/, 'is not written as it should be; compare it with an example']];

const NAMES: Readonly<Record<Lang, Readonly<Record<string, string>>>> = {
  en: { '': 'The mapping', file: 'The file', report: 'The report' },
  uk: { '': 'Відповідності', file: 'Файл', report: 'Повідомлення' },
};

/** Where it is: what people call it, and for a part of a mapping also where to find that in its file. */
function nameOf(lang: Lang, path: string): string {
  const [first = '', field = ''] = path.split('.');
  const called = first === 'fields' ? fieldWords[lang][field as Field] : undefined;
  return called === undefined ? (NAMES[lang][path] ?? path) : `${called} (${path})`;
}

/** Why an import was refused as a whole, in the language of the page. */
export function importProblem(lang: Lang, { path, reason }: Problem): string {
  const name = nameOf(lang, path);
  const said = importReason(lang, reason);
  if (lang === 'uk') return `${name}: ${said}.`;
  // Some reasons name their field themselves.
  return reason.startsWith('fields.') ? `${name}: ${said}.` : `${name} ${said}.`;
}

/** A reason in the language of the page; what no table knows is told as it is. */
export function importReason(lang: Lang, reason: string): string {
  for (const [pattern, words] of lang === 'uk' ? UKRAINIAN : ENGLISH) {
    const found = pattern.exec(reason);
    if (found) return words.replace(/\$(\d)/g, (_, n: string) => found[Number(n)] ?? '');
  }
  return reasonIn(lang, reason);
}
