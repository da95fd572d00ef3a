import type { Lang } from '../domain/text.ts';
import { mapWords, type Wind } from './map.ts';

/** What only the page of a place says. */
export interface PlaceWords {
  /** Of ground in no ledger, in a bar. */
  readonly inNone: string;
  readonly held: { readonly days: string; readonly status: string; readonly who: string };
  readonly bar: (name: string, from: string, until: string, parts: readonly string[]) => string;
  readonly byDay: string;
  readonly chart: (facts: ChartFacts) => string;
  readonly lessThan: (distance: string) => string;
  readonly metres: (m: number) => string;
  readonly kilometres: (km: number) => string;
  readonly trueTo: (resolution: string) => string;
  readonly tinted: string;
  readonly asTable: string;
  readonly day: string;
  readonly noFront: string;
  readonly nearest: string;
  readonly away: (distance: string, wind: Wind, day: string) => string;
  readonly here: (distance: string, day: string) => string;
  readonly within: (day: string) => string;
  readonly none: (day: string) => string;
  readonly reviewed: string;
  /** What was looked at up to a day, which is the last of which nothing else is known. */
  readonly unchanged: (day: string) => string;
}

export interface ChartFacts {
  readonly name: string;
  readonly from: string;
  readonly until: string;
  readonly first: string;
  readonly last: string;
  readonly least: string;
  readonly most: string;
}

const number = { en: new Intl.NumberFormat('en'), uk: new Intl.NumberFormat('uk') };

const en: PlaceWords = {
  inNone: 'in no ledger',
  held: { days: 'Days', status: 'Status', who: 'Who says so' },
  bar: (name, from, until, parts) => `Who held ${name} from ${from} to ${until}: ${parts.join('; ')}.`,
  byDay: 'Distance to the front, day by day',
  chart: ({ name, from, until, first, last, least, most }) =>
    `Distance from ${name} to the front from ${from} to ${until}: ${first} at first, ${last} at last, never nearer than ${least} or farther than ${most}.`,
  lessThan: (distance) => `less than ${distance}`,
  metres: (m) => `${number.en.format(m)}\u00a0m`,
  kilometres: (km) => `${number.en.format(km)}\u00a0km`,
  trueTo: (resolution) =>
    `The line is true to about ${resolution}; what is nearer is drawn as that, on the grey.`,
  tinted: 'Tinted as in the bar: who held the place.',
  asTable: 'As a table',
  day: 'Day',
  noFront: 'no front',
  nearest: 'Nearest change',
  away: (distance, wind, day) => `about ${distance} ${mapWords.en.winds[wind]}, on ${day}`,
  here: (distance, day) => `less than ${distance} away, on ${day}`,
  within: (day) => `in the 30 days to ${day}`,
  none: (day) => `None is dated to the 30 days to ${day}.`,
  reviewed: 'Line here last reviewed',
  unchanged: (day) => `Reviewed on ${day}, nothing changed`,
};

const uk: PlaceWords = {
  inNone: 'у жодному реєстрі',
  held: { days: 'Дні', status: 'Стан', who: 'За чиїми даними' },
  bar: (name, from, until, parts) => `Хто контролював: ${name}, з ${from} до ${until}. ${parts.join('; ')}.`,
  byDay: 'Відстань до фронту по днях',
  chart: ({ name, from, until, first, last, least, most }) =>
    `Відстань до фронту: ${name}, з ${from} до ${until}. Спочатку ${first}, наприкінці ${last}; найменша ${least}, найбільша ${most}.`,
  lessThan: (distance) => `менше ніж ${distance}`,
  metres: (m) => `${number.uk.format(m)}\u00a0м`,
  kilometres: (km) => `${number.uk.format(km)}\u00a0км`,
  trueTo: (resolution) =>
    `Точність лінії — близько ${resolution}; ближче показано як цю відстань, над сірим.`,
  tinted: 'Тло — як у смузі: хто контролював місце.',
  asTable: 'Таблицею',
  day: 'День',
  noFront: 'фронту немає',
  nearest: 'Найближча зміна',
  away: (distance, wind, day) => `близько ${distance} на ${mapWords.uk.winds[wind]}, ${day}`,
  here: (distance, day) => `менше ніж за ${distance}, ${day}`,
  within: (day) => `за 30 днів до ${day}`,
  none: (day) => `За 30 днів до ${day} жодної не датовано.`,
  reviewed: 'Лінію тут востаннє переглянуто',
  unchanged: (day) => `Переглянуто ${day}, нічого не змінилося`,
};

export const placeWords: Readonly<Record<Lang, PlaceWords>> = { en, uk };
