import type { EventKind, Precision, Side } from '../domain/events/event.ts';
import type { Lang } from '../domain/text.ts';
import type { Day } from '../domain/time/day.ts';
import type { LegendKey } from '../look/legend-keys.ts';
import { longDay, mediumDay, shortDay } from './dates.ts';
import { counted, form } from './plural.ts';

/** What a legend entry needs to know to say its sentence. */
export interface LegendFacts {
  /** Days for which ground counts as fresh. */
  readonly freshDays: number;
  readonly start: Day;
  readonly resolution_m: number;
}

/** The eight directions, clockwise from north. */
export const WINDS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Wind = (typeof WINDS)[number];

const daysEn = (n: number): string => (n === 1 ? 'on the last day' : `in the last ${n} days`);
const daysUk = (n: number): string =>
  n === 1
    ? 'за останню добу'
    : `за ${form('uk', n, { one: 'останній', other: 'останні' })} ${counted('uk', n, { one: 'день', few: 'дні', many: 'днів', other: 'дня' })}`;
const capital = (s: string): string => s.charAt(0).toUpperCase() + s.slice(1);
const km = (m: number): number => (m < 1000 ? Math.round(m / 100) / 10 : Math.round(m / 1000));
const number = (lang: Lang, n: number): string =>
  new Intl.NumberFormat(lang === 'uk' ? 'uk-UA' : 'en-GB').format(n);

interface Words {
  readonly kinds: Readonly<Record<EventKind, string>>;
  readonly sides: Readonly<Record<Side, string>>;
  readonly precision: Readonly<Record<Precision, (radius_m: number | undefined) => string>>;
  legend(key: LegendKey, facts: LegendFacts): string;
  readonly legendTitle: string;
  readonly seas: { readonly azov: string; readonly black: string };
  demonstration(resolution_m: number): string;
  reviewed(day: Day): string;
  asOf(day: Day): string;
  edition(n: number): string;
  readonly attribution: string;
  readonly unattended: string;
  readonly winds: Readonly<Record<Wind, string>>;
  distance(km: number): string;
  /** A chip for what lies outside the picture, read aloud. */
  chip(place: string, km: number, wind: Wind, events: number): string;
  elsewhere(n: number): string;
  somewhere(place: string): string;
  /** Events that are known to a whole oblast only. */
  wide(n: number): string;
  mapTitle(day: Day): string;
  mapLabel(day: Day): string;
  place(name: string): string;
  event(kind: string, title: string, when: string, precision: string): string;
  readonly claimed: string;
  readonly disputed: string;
  /** One line under the date: what the picture shows. */
  shown(facts: ShownFacts): string;
  readonly scale: { readonly km: string };
}

export interface ShownFacts {
  /** Where a picture shows only a part: a place's name, or '' for a part without one. */
  readonly around?: string | undefined;
  /** Whether a front runs through the picture. */
  readonly line: boolean;
  readonly day: Day;
  readonly days: number | 'all';
  readonly flips: number;
  readonly dated: number;
  readonly strikes: number;
  readonly undated: number;
}

const en: Words = {
  kinds: {
    strike: 'Strike',
    advance: 'Advance',
    clash: 'Fighting',
    diplomacy: 'Diplomacy',
    mission: 'Mission',
    incident: 'Incident',
    detention: 'Detention',
    announcement: 'Announcement',
    assessment: 'Assessment',
  },
  sides: { russia: 'Russia', ukraine: 'Ukraine', other: 'another side', unknown: 'side unknown' },
  precision: {
    exact: () => 'exact place',
    street: () => 'known to the street',
    settlement: () => 'known to the settlement',
    district: (r) => (r ? `within about ${km(r)} km` : 'known to the district'),
    oblast: () => 'known to the oblast only',
    country: () => 'known to the country only',
  },
  legendTitle: 'What is shown',
  legend(key, { freshDays, start, resolution_m }) {
    switch (key) {
      case 'held':
        return 'Ground Russia is assessed to hold';
      case 'pre2022':
        return 'Occupied before 24 Feb 2022';
      case 'fresh':
        return `Taken by Russia ${daysEn(freshDays)}`;
      case 'ua-held':
        return 'Ground Ukraine holds inside Russia';
      case 'ua-fresh':
        return `Taken by Ukraine ${daysEn(freshDays)}`;
      case 'contested':
        return 'Fought over';
      case 'claimed':
        return 'Claimed by Russia, not confirmed';
      case 'infiltration':
        return 'Entered, not held';
      case 'front':
        return 'Front line, moved by a dated report';
      case 'unsourced':
      case 'ua-unsourced':
        return 'Front line as the series opens, unsourced';
      case 'band':
        return `Front, true to about ${km(resolution_m)} km`;
      case 'start':
        return `Line on ${shortDay('en', start)}`;
      case 'halo':
        return 'Dotted ring: how exact the place is';
      case 'advance':
        return 'Advance reported around here';
      case 'claimed-mark':
        return 'Hollow: claimed by a party to the war';
      case 'disputed-mark':
        return 'Slashed: somebody denies it';
      default:
        return en.kinds[key];
    }
  },
  seas: { azov: 'Sea of Azov', black: 'Black Sea' },
  demonstration: (m) => `Demonstration data, generalised to about ${km(m)} km`,
  reviewed: (d) => `Line last reviewed ${mediumDay('en', d)}`,
  asOf: (d) => `As of ${mediumDay('en', d)}`,
  edition: (n) => `Edition ${n}`,
  attribution: 'Map data: GeoNames (CC BY 4.0), Natural Earth, © OpenStreetMap contributors',
  unattended: 'Unattended demonstration',
  winds: {
    n: 'north',
    ne: 'north-east',
    e: 'east',
    se: 'south-east',
    s: 'south',
    sw: 'south-west',
    w: 'west',
    nw: 'north-west',
  },
  distance: (n) => `${number('en', n)} km`,
  chip: (place, n, wind, events) =>
    `${place}, ${number('en', n)} km to the ${en.winds[wind]}: ${counted('en', events, { one: 'event', other: 'events' })}`,
  elsewhere: (n) => `${n} elsewhere`,
  somewhere: (place) => `somewhere in ${place}`,
  wide: (n) => `${counted('en', n, { one: 'report', other: 'reports' })} for the whole oblast`,
  mapTitle: (d) => `The front line on ${longDay('en', d)}`,
  mapLabel: (d) => `Map of the front line on ${longDay('en', d)}; what it shows is also listed on the page`,
  place: (name) => `Place: ${name}`,
  event: (kind, title, when, precision) => `${kind}, ${when}: ${title} (${precision})`,
  claimed: 'claimed',
  disputed: 'disputed',
  shown({ around, line: hasLine, day, days, flips, dated, strikes, undated }) {
    const span =
      days === 'all'
        ? `all until ${shortDay('en', day)}`
        : days === 1
          ? `on ${shortDay('en', day)}`
          : `${around === undefined ? '' : 'in '}the ${days} days to ${shortDay('en', day)}`;
    const line =
      flips === 0
        ? hasLine
          ? 'the line did not move'
          : ''
        : `the line moved in ${counted('en', flips, { one: 'place', other: 'places' })}`;
    const things: string[] = [];
    if (strikes > 0) things.push(counted('en', strikes, { one: 'dated strike', other: 'dated strikes' }));
    if (dated > strikes) {
      things.push(
        strikes > 0
          ? counted('en', dated - strikes, { one: 'other dated event', other: 'other dated events' })
          : counted('en', dated, { one: 'dated event', other: 'dated events' }),
      );
    }
    if (undated > 0) things.push(`${undated} undated`);
    const told = [line, things.join(', ')].filter(Boolean).join('; ') || 'nothing is reported';
    const where = around === undefined ? '' : around === '' ? 'here, ' : `${around} and around, `;
    return capital(`${where}${span}: ${told}.`);
  },
  scale: { km: 'km' },
};

const uk: Words = {
  kinds: {
    strike: 'Удар',
    advance: 'Просування',
    clash: 'Бої',
    diplomacy: 'Дипломатія',
    mission: 'Місія',
    incident: 'Інцидент',
    detention: 'Затримання',
    announcement: 'Заява',
    assessment: 'Оцінка',
  },
  sides: { russia: 'Росія', ukraine: 'Україна', other: 'інша сторона', unknown: 'сторона невідома' },
  precision: {
    exact: () => 'точне місце',
    street: () => 'з точністю до вулиці',
    settlement: () => 'з точністю до населеного пункту',
    district: (r) => (r ? `у межах приблизно ${km(r)} км` : 'з точністю до району'),
    oblast: () => 'відома лише область',
    country: () => 'відома лише країна',
  },
  legendTitle: 'Що показано',
  legend(key, { freshDays, start, resolution_m }) {
    switch (key) {
      case 'held':
        return 'За оцінкою, під контролем Росії';
      case 'pre2022':
        return 'Окуповано до 24 лютого 2022 року';
      case 'fresh':
        return `Зайнято Росією ${daysUk(freshDays)}`;
      case 'ua-held':
        return 'Під контролем України на території Росії';
      case 'ua-fresh':
        return `Зайнято Україною ${daysUk(freshDays)}`;
      case 'contested':
        return 'Тривають бої';
      case 'claimed':
        return 'Заявляє Росія, не підтверджено';
      case 'infiltration':
        return 'Проникнення без закріплення';
      case 'front':
        return 'Лінія фронту, змінена за датованим повідомленням';
      case 'unsourced':
      case 'ua-unsourced':
        return 'Лінія фронту на початок ряду, без джерела';
      case 'band':
        return `Фронт із точністю близько ${km(resolution_m)} км`;
      case 'start':
        return `Лінія на ${shortDay('uk', start)}`;
      case 'halo':
        return 'Пунктирне коло: наскільки точне місце';
      case 'advance':
        return 'Повідомлення про просування в районі';
      case 'claimed-mark':
        return 'Порожній знак: заява сторони війни';
      case 'disputed-mark':
        return 'Перекреслений знак: є заперечення';
      default:
        return uk.kinds[key];
    }
  },
  seas: { azov: 'Азовське море', black: 'Чорне море' },
  demonstration: (m) => `Демонстраційні дані, узагальнені приблизно до ${km(m)} км`,
  reviewed: (d) => `Лінію востаннє перевірено ${mediumDay('uk', d)}`,
  asOf: (d) => `Станом на ${mediumDay('uk', d)}`,
  edition: (n) => `Випуск ${n}`,
  attribution: 'Дані карти: GeoNames (CC BY 4.0), Natural Earth, © учасники OpenStreetMap',
  unattended: 'Демонстрація без нагляду редакції',
  winds: {
    n: 'північ',
    ne: 'північний схід',
    e: 'схід',
    se: 'південний схід',
    s: 'південь',
    sw: 'південний захід',
    w: 'захід',
    nw: 'північний захід',
  },
  distance: (n) => `${number('uk', n)} км`,
  chip: (place, n, wind, events) =>
    `${place}, ${number('uk', n)} км на ${uk.winds[wind]}: ${counted('uk', events, { one: 'подія', few: 'події', many: 'подій', other: 'події' })}`,
  elsewhere: (n) => `${n} деінде`,
  somewhere: (place) => `${place}, точніше місце невідоме`,
  wide: (n) =>
    `${counted('uk', n, { one: 'повідомлення', few: 'повідомлення', many: 'повідомлень', other: 'повідомлення' })} про всю область`,
  mapTitle: (d) => `Лінія фронту на ${longDay('uk', d)} року`,
  mapLabel: (d) =>
    `Карта лінії фронту на ${longDay('uk', d)} року; усе показане є також у переліку на сторінці`,
  place: (name) => `Місце: ${name}`,
  event: (kind, title, when, precision) => `${kind}, ${when}: ${title} (${precision})`,
  claimed: 'заява',
  disputed: 'заперечується',
  shown({ around, line: hasLine, day, days, flips, dated, strikes, undated }) {
    const span =
      days === 'all'
        ? `усе до ${shortDay('uk', day)}`
        : days === 1
          ? `за ${shortDay('uk', day)}`
          : `за ${counted('uk', days, { one: 'день', few: 'дні', many: 'днів', other: 'дня' })} до ${shortDay('uk', day)}`;
    const line =
      flips === 0
        ? hasLine
          ? 'лінія не змінилася'
          : ''
        : `лінія змінилася в ${counted('uk', flips, { one: 'місці', few: 'місцях', many: 'місцях', other: 'місцях' })}`;
    const things: string[] = [];
    if (strikes > 0) {
      things.push(
        counted('uk', strikes, {
          one: 'датований удар',
          few: 'датовані удари',
          many: 'датованих ударів',
          other: 'датованого удару',
        }),
      );
    }
    if (dated > strikes) {
      things.push(
        strikes > 0
          ? counted('uk', dated - strikes, {
              one: 'інша датована подія',
              few: 'інші датовані події',
              many: 'інших датованих подій',
              other: 'іншої датованої події',
            })
          : counted('uk', dated, {
              one: 'датована подія',
              few: 'датовані події',
              many: 'датованих подій',
              other: 'датованої події',
            }),
      );
    }
    if (undated > 0) things.push(`без дати: ${undated}`);
    const told = [line, things.join(', ')].filter(Boolean).join('; ') || 'повідомлень немає';
    const where = around === undefined ? '' : around === '' ? 'на цій карті ' : `${around} й околиці, `;
    return capital(`${where}${span}: ${told}.`);
  },
  scale: { km: 'км' },
};

/** Words on the map and in its legend. */
export const mapWords: Readonly<Record<Lang, Words>> = { en, uk };
