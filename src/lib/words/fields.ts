import type { Json } from '../domain/history/canonical.ts';
import type { Step } from '../domain/history/merge.ts';
import { isDay, type Day } from '../domain/time/day.ts';
import type { Period } from '../domain/time/period.ts';
import type { Lang } from '../domain/text.ts';
import { mediumDay, period } from './dates.ts';
import { detailWords, kindWords } from './kinds.ts';
import { counted, type Forms } from './plural.ts';

type Labels = Readonly<Record<string, string>>;

/** What the fields of items are called; what is not named here is shown as it is written. */
const LABELS: Record<Lang, Labels> = {
  en: {
    title: 'Title',
    note: 'Note',
    kind: 'Kind',
    by: 'Side that acted',
    period: 'When',
    point: 'Point',
    location: 'Place',
    theatre: 'Theatre',
    role: 'Role',
    weapon: 'Weapon',
    target: 'Target',
    heading: 'Heading',
    planned_for: 'Planned for',
    planned_note: 'Note on the plan',
    claims: 'Claim',
    harm: 'Harm',
    aspect: 'About',
    says: 'Says',
    speaker: 'Speaker',
    name: 'Name',
    party: 'Side of the speaker',
    via: 'Known through',
    text: 'In our words',
    geolocation: 'Geolocation',
    citation: 'Citation',
    citations: 'Citation',
    report: 'Report',
    locator: 'Where in it',
    quotation: 'Quotation',
    killed: 'Killed',
    injured: 'Injured',
    who: 'Who',
    as_of: 'As of',
    holder: 'Holder',
    basis: 'Basis',
    day: 'Day',
    order: 'Order within the day',
    extent: 'Extent',
    ends: 'Ends it',
    opening: 'Opens the ledger',
    places: 'Places',
    area: 'Area',
    reviewer: 'Reviewed by',
    publisher: 'Publisher',
    author: 'Author',
    published: 'Published',
    dating: 'How it is dated',
    dated_by: 'Dated by',
    url: 'Address',
    archive_url: 'Archived copy',
    archive_sha256: 'Hash of the copy',
    language: 'Language',
    republished_by: 'Republished by',
    citing: 'Rests on',
    names: 'Name',
    population: 'Population',
    country: 'Country',
    oblast: 'Oblast',
    ids: 'Ids elsewhere',
    definition: 'Definition',
    definition_from: 'Definition from',
    resolution_m: 'True to (m)',
    demonstration: 'Demonstration',
    opens: 'Opens',
    last_reviewed: 'Last reviewed',
    en: 'English',
    uk: 'Ukrainian',
  },
  uk: {
    title: 'Назва',
    note: 'Примітка',
    kind: 'Вид',
    by: 'Сторона, що діяла',
    period: 'Коли',
    point: 'Точка',
    location: 'Місце',
    theatre: 'Театр',
    role: 'Роль',
    weapon: 'Зброя',
    target: 'Ціль',
    heading: 'Напрям',
    planned_for: 'Заплановано на',
    planned_note: 'Примітка до плану',
    claims: 'Твердження',
    harm: 'Шкода',
    aspect: 'Про що',
    says: 'Каже',
    speaker: 'Мовець',
    name: 'Назва',
    party: 'Сторона мовця',
    via: 'Відомо через',
    text: 'Нашими словами',
    geolocation: 'Геолокація',
    citation: 'Посилання',
    citations: 'Посилання',
    report: 'Повідомлення',
    locator: 'Де в ньому',
    quotation: 'Цитата',
    killed: 'Загинули',
    injured: 'Поранені',
    who: 'Хто',
    as_of: 'Станом на',
    holder: 'Хто утримує',
    basis: 'Підстава',
    day: 'День',
    order: 'Порядок у межах дня',
    extent: 'Обсяг',
    ends: 'Завершує',
    opening: 'Відкриває реєстр',
    places: 'Місця',
    area: 'Ділянка',
    reviewer: 'Хто переглянув',
    publisher: 'Видання',
    author: 'Автор',
    published: 'Опубліковано',
    dating: 'Як датовано',
    dated_by: 'Датовано за',
    url: 'Адреса',
    archive_url: 'Архівна копія',
    archive_sha256: 'Геш копії',
    language: 'Мова',
    republished_by: 'Передруковано',
    citing: 'Спирається на',
    names: 'Назва',
    population: 'Населення',
    country: 'Країна',
    oblast: 'Область',
    ids: 'Ідентифікатори деінде',
    definition: 'Визначення',
    definition_from: 'Визначення від',
    resolution_m: 'Точність (м)',
    demonstration: 'Демонстрація',
    opens: 'Від дня',
    last_reviewed: 'Востаннє переглянуто',
    en: 'англійською',
    uk: 'українською',
  },
};

const CORNERS: Record<Lang, Forms> = {
  en: { one: 'corner', other: 'corners' },
  uk: { one: 'кут', few: 'кути', many: 'кутів', other: 'кута' },
};
const YES: Record<Lang, readonly [yes: string, no: string, nothing: string]> = {
  en: ['yes', 'no', 'nothing'],
  uk: ['так', 'ні', 'нічого'],
};

/** A path as a form would name it: "Claim 2 · Speaker · Name · English". */
export function fieldText(lang: Lang, path: readonly Step[]): string {
  return path.reduce<string>((said, step) => {
    if (typeof step === 'number') return `${said} ${step + 1}`;
    const name = LABELS[lang][step] ?? step;
    return said === '' ? name : `${said} · ${name}`;
  }, '');
}

/** A value of a field as somebody reads it. What is not there is said to be so. */
export function valueText(lang: Lang, path: readonly Step[], value: Json | undefined): string {
  const field = path.findLast((step) => typeof step === 'string') ?? '';
  if (value === undefined || value === null) return YES[lang][2];
  if (typeof value === 'boolean') return YES[lang][value ? 0 : 1];
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return wordOf(lang, field, value);
  if (field === 'point') return (value as readonly number[]).map(degrees).toReversed().join(', ');
  if (field === 'area') return counted(lang, cornersOf(value), CORNERS[lang]);
  if (isPeriod(value)) return period(lang, value);
  if (Array.isArray(value)) return value.map((one: Json) => valueText(lang, path, one)).join(', ');
  return Object.entries(value)
    .map(([key, one]) => `${LABELS[lang][key] ?? key}: ${valueText(lang, [...path, key], one)}`)
    .join('; ');
}

/** A word of a closed list as readers are told it, a day as a day; any other text as it is. */
function wordOf(lang: Lang, field: string, value: string): string {
  const [k, d] = [kindWords[lang], detailWords[lang]];
  const lists: Partial<Record<string, Readonly<Record<string, string>>>> = {
    kind: { ...d.place, ...k.kind },
    by: k.side,
    party: k.side,
    theatre: d.theatre,
    role: d.role,
    weapon: d.weapon,
    target: d.target,
    aspect: d.aspect,
    says: d.says,
    holder: k.holder,
    basis: k.basis,
    precision: k.precision,
  };
  const list = lists[field];
  if (list && Object.hasOwn(list, value)) return list[value] as string;
  return isDay(value) ? mediumDay(lang, value as Day) : value;
}

/** No finer than points are kept. */
const degrees = (n: number): number => Math.round(n * 1e6) / 1e6;

const isPeriod = (value: Json): value is Period & { readonly [key: string]: Json } =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).every((key) => key === 'from' || key === 'until') &&
  Object.values(value).every((day) => typeof day === 'string' && isDay(day));

/** How many corners an area has, the point at which each ring closes counted once. */
function cornersOf(value: Json): number {
  if (!Array.isArray(value)) {
    const { coordinates } = value as { coordinates?: Json };
    return coordinates === undefined ? 0 : cornersOf(coordinates);
  }
  const rings = value as readonly Json[];
  const isRing = rings.every((p) => Array.isArray(p) && typeof p[0] === 'number');
  return isRing ? Math.max(0, rings.length - 1) : rings.reduce((sum: number, one) => sum + cornersOf(one), 0);
}
