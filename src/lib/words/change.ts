import type { Gainer } from '../domain/control/change.ts';
import type { Lang } from '../domain/text.ts';
import type { Day } from '../domain/time/day.ts';
import type { OutlineFault } from '../domain/view/outline.ts';
import { dayAndMonth, dayOfMonth, longDay } from './dates.ts';
import { counted } from './plural.ts';

interface ChangeWords {
  readonly title: string;
  /** Heading of the page; the days are words of `between`. */
  readonly titleOf: (between: string) => string;
  readonly lead: string;
  readonly between: (from: Day, to: Day) => string;
  readonly inPart: (part: string) => string;
  readonly box: (w: string, s: string, e: string, n: string) => string;
  /** An area that was drawn: how large it is, and its middle. */
  readonly drawn: (km2: string, lng: string, lat: string) => string;
  readonly sides: Readonly<Record<Gainer, string>>;
  /** What a side gained and lost; each already words of `amount`, undefined where it is nothing that can be shown. */
  readonly sentence: (
    between: string,
    side: string,
    gained: string | undefined,
    lost: string | undefined,
    part: string | undefined,
  ) => string;
  readonly lineMoved: (between: string, days: number, part: string | undefined) => string;
  readonly lineStayed: (between: string, part: string | undefined) => string;
  readonly withheld: (resolution: string) => string;
  readonly movedOn: string;
  readonly noLedger: string;
  readonly km2: (n: string) => string;
  readonly amount: (n: string, uncertainty: string) => string;
  readonly by: string;
  readonly gained: string;
  readonly lost: string;
  readonly net: string;
  readonly uncertainty: string;
  readonly total: string;
  readonly elsewhere: string;
  readonly earlier: Readonly<Record<'with' | 'without', string>>;
  readonly earlierSame: string;
  readonly tableOf: (side: string) => string;
  readonly tableNote: (resolution: string, edge: string, ledger: string) => string;
  readonly chart: (side: string) => string;
  readonly chartText: (
    side: string,
    first: string,
    last: string,
    least: string,
    most: string,
    end: string,
  ) => string;
  readonly days: (n: number) => string;
  readonly broken: (day: string, ledger: string) => string;
  readonly brokenMark: (day: string) => string;
  readonly silent: (days: number, list: string) => string;
  readonly andMore: (n: number) => string;
  readonly from: string;
  readonly to: string;
  readonly where: string;
  readonly everywhere: string;
  readonly thisBox: string;
  readonly thisArea: string;
  readonly show: string;
  readonly presets: string;
  readonly week: string;
  readonly month: string;
  readonly sinceOpening: string;
  readonly data: string;
  readonly method: string;
  readonly linkFromDay: string;
  readonly swapped: string;
  readonly movedDay: (asked: string, shown: string) => string;
  readonly sameDay: string;
  readonly bothParts: string;
  /** Why an area that was drawn cannot be taken; everywhere is shown instead. */
  readonly outline: (fault: Exclude<OutlineFault, 'unread'>, most: number) => string;
  readonly tinyPart: (resolution: string) => string;
  /** The map of the part that is asked for. */
  readonly mapOf: string;
  readonly openCompared: string;
}

const inWhat = (part: string | undefined): string => (part === undefined ? '' : ` ${part}`);

/** Words of the page on how ground changed between two days. */
export const changeWords: Readonly<Record<Lang, ChangeWords>> = {
  en: {
    title: 'Change in numbers',
    titleOf: (between) => `What changed ${between}`,
    lead: 'Ground that each side is assessed to have gained and lost between two days.',
    between: (from, to) => `between ${startOf('en', from, to)} and ${together(longDay('en', to))}`,
    inPart: (part) => `in ${part}`,
    box: (w, s, e, n) => `the box from ${s}° to ${n}° north and from ${w}° to ${e}° east`,
    drawn: (km2, lng, lat) => `an area of ${km2} around ${lat}° north and ${lng}° east`,
    sides: { russia: 'Russia', ukraine: 'Ukraine' },
    sentence: (between, side, gained, lost, part) => {
      const when = `${capital(between)}${inWhat(part)} ${side}`;
      if (gained && lost) return `${when} gained ${gained} and lost ${lost}.`;
      if (gained) return `${when} gained ${gained} and lost none that can be measured.`;
      if (lost) return `${when} lost ${lost} and gained none that can be measured.`;
      return `${when} neither gained nor lost ground that can be measured.`;
    },
    lineMoved: (between, days, part) =>
      `${capital(between)}${inWhat(part)} the line moved on ${counted('en', days, { one: 'day', other: 'days' })}.`,
    lineStayed: (between, part) =>
      `${capital(between)}${inWhat(part)} no move of the line is dated. That is “no report”, not “no change”.`,
    withheld: (resolution) =>
      `Figures in km² are withheld: these lines are a demonstration, generalised to about ${resolution}, and measuring them would say what nobody has assessed.`,
    movedOn: 'Days on which the line moved',
    noLedger: 'Nothing has been published yet from which a change could be told.',
    km2: (n) => `${n}\u00a0km²`,
    amount: (n, uncertainty) => `${n}\u00a0±\u00a0${uncertainty}\u00a0km²`,
    by: 'Region',
    gained: 'Gained',
    lost: 'Lost',
    net: 'Net',
    uncertainty: '±',
    total: 'In all',
    elsewhere: 'Outside these regions',
    earlier: {
      with: 'Ground occupied before 2022 counted as held',
      without: 'Ground occupied before 2022 left out',
    },
    earlierSame: 'With or without ground occupied before 2022 the figures are the same.',
    tableOf: (side) => `${side}, km²`,
    tableNote: (resolution, edge, ledger) =>
      `± is the length of line that moved (${edge}) times the ${resolution} to which it is true. Measured from the ledger “${ledger}”.`,
    chart: (side) => `${side}: net change since the first day, km²`,
    chartText: (side, first, last, least, most, end) =>
      `Net change of ground that ${side} is assessed to hold, from ${first} to ${last}: between ${least} and ${most}, at the end ${end}.`,
    days: (n) => counted('en', n, { one: 'day', other: 'days' }),
    broken: (day, ledger) =>
      `On ${day} the definition of “${ledger}” changed. Figures across that day compare two different things.`,
    brokenMark: (day) => `Dashed: definition changed ${day}`,
    silent: (days, list) =>
      `For ${counted('en', days, { one: 'day', other: 'days' })} there is no report: ${closed(list)} The state before stands until the next one; that is not “no change”.`,
    andMore: (n) => `and ${counted('en', n, { one: 'more stretch', other: 'more stretches' })}`,
    from: 'From',
    to: 'To',
    where: 'Where',
    everywhere: 'Everywhere, by region',
    thisBox: 'A box of degrees',
    thisArea: 'The area drawn',
    show: 'Show',
    presets: 'Often asked',
    week: 'Last 7 days',
    month: 'Last 30 days',
    sinceOpening: 'Since the ledgers open',
    data: 'The same as data',
    method: 'How areas are measured',
    linkFromDay: 'The week up to this day in numbers',
    swapped: 'The first day was after the last; they are shown in order.',
    movedDay: (asked, shown) => `${asked} is outside of the ledgers; ${shown} is taken instead.`,
    sameDay: 'Both days were the same; the change of that day is shown.',
    bothParts: 'A region and an area were given; the region is shown.',
    outline: (fault, most) =>
      ({
        few: 'The area has fewer than three corners; everything is shown instead.',
        many: `The area has more than ${most} corners; everything is shown instead.`,
        crosses: 'The outline of the area crosses itself; everything is shown instead.',
        flat: 'The corners of the area lie on one line; everything is shown instead.',
        huge: 'The area is wider than this map; everything is shown instead.',
      })[fault],
    tinyPart: (resolution) =>
      `This area is hardly wider than the ${resolution} to which the line is true: figures for it say next to nothing.`,
    mapOf: 'The area on the map, and what changed hands',
    openCompared: 'These two days on the moving map',
  },
  uk: {
    title: 'Зміни в числах',
    titleOf: (between) => `Що змінилося ${between}`,
    lead: 'Територія, яку кожна сторона за оцінкою зайняла і втратила між двома днями.',
    between: (from, to) => `між ${startOf('uk', from, to)} і ${together(longDay('uk', to))} року`,
    inPart: (part) => `(${part})`,
    box: (w, s, e, n) =>
      `прямокутник від ${s}° до ${n}° північної широти і від ${w}° до ${e}° східної довготи`,
    drawn: (km2, lng, lat) => `ділянка ${km2} довкола ${lat}° північної широти і ${lng}° східної довготи`,
    sides: { russia: 'Росія', ukraine: 'Україна' },
    sentence: (between, side, gained, lost, part) => {
      const when = `${capital(between)}${inWhat(part)} ${side}`;
      if (gained && lost) return `${when} зайняла ${gained} і втратила ${lost}.`;
      if (gained) return `${when} зайняла ${gained} і не втратила нічого, що можна виміряти.`;
      if (lost) return `${when} втратила ${lost} і не зайняла нічого, що можна виміряти.`;
      return `${when} не зайняла і не втратила нічого, що можна виміряти.`;
    },
    lineMoved: (between, days, part) =>
      `${capital(between)}${inWhat(part)} зміни лінії датовано ${counted('uk', days, { one: 'днем', few: 'днями', many: 'днями', other: 'днями' })}.`,
    lineStayed: (between, part) =>
      `${capital(between)}${inWhat(part)} жодної зміни лінії не датовано. Це «немає повідомлень», а не «немає змін».`,
    withheld: (resolution) =>
      `Площі в км² не подаються: ці лінії демонстраційні, узагальнені приблизно до ${resolution}, і їх вимірювання казало б те, чого ніхто не оцінював.`,
    movedOn: 'Дні, коли лінія змінилася',
    noLedger: 'Ще нічого не опубліковано, з чого можна було б вивести зміну.',
    km2: (n) => `${n}\u00a0км²`,
    amount: (n, uncertainty) => `${n}\u00a0±\u00a0${uncertainty}\u00a0км²`,
    by: 'Регіон',
    gained: 'Зайнято',
    lost: 'Втрачено',
    net: 'Різниця',
    uncertainty: '±',
    total: 'Разом',
    elsewhere: 'Поза цими регіонами',
    earlier: {
      with: 'Окуповане до 2022 року враховано як утримуване',
      without: 'Окуповане до 2022 року не враховано',
    },
    earlierSame: 'З окупованим до 2022 року чи без нього числа однакові.',
    tableOf: (side) => `${side}, км²`,
    tableNote: (resolution, edge, ledger) =>
      `± — це довжина лінії, що змінилася (${edge}), помножена на її точність (${resolution}). Виміряно за реєстром «${ledger}».`,
    chart: (side) => `${side}: різниця від першого дня, км²`,
    chartText: (side, first, last, least, most, end) =>
      `Різниця території, яку за оцінкою утримує ${side}, від ${first} до ${last}: від ${least} до ${most}, наприкінці ${end}.`,
    days: (n) => counted('uk', n, { one: 'день', few: 'дні', many: 'днів', other: 'дня' }),
    broken: (day, ledger) =>
      `${day} змінилося визначення «${ledger}». Числа через цей день порівнюють різні речі.`,
    brokenMark: (day) => `Пунктир: визначення змінилося ${day}`,
    silent: (days, list) =>
      `За ${counted('uk', days, { one: 'день', few: 'дні', many: 'днів', other: 'дня' })} повідомлень немає: ${closed(list)} До наступного стоїть попередній стан; це не «немає змін».`,
    andMore: (n) =>
      `і ще ${counted('uk', n, { one: 'проміжок', few: 'проміжки', many: 'проміжків', other: 'проміжку' })}`,
    from: 'Від',
    to: 'До',
    where: 'Де',
    everywhere: 'Усюди, за регіонами',
    thisBox: 'Прямокутник на карті',
    thisArea: 'Обведена ділянка',
    show: 'Показати',
    presets: 'Часто питають',
    week: 'Останні 7 днів',
    month: 'Останні 30 днів',
    sinceOpening: 'Від початку реєстрів',
    data: 'Те саме як дані',
    method: 'Як виміряно площі',
    linkFromDay: 'Тиждень до цього дня в числах',
    swapped: 'Перший день був пізніше за останній; їх показано за порядком.',
    movedDay: (asked, shown) => `${asked} — поза реєстрами; замість нього взято ${shown}.`,
    sameDay: 'Обидва дні однакові; показано зміну цього дня.',
    bothParts: 'Задано і регіон, і ділянку; показано регіон.',
    outline: (fault, most) =>
      ({
        few: 'Ділянка має менше трьох кутів; натомість показано все.',
        many: `Ділянка має більше ${most} кутів; натомість показано все.`,
        crosses: 'Межа ділянки перетинає сама себе; натомість показано все.',
        flat: 'Кути ділянки лежать на одній прямій; натомість показано все.',
        huge: 'Ділянка ширша за цю карту; натомість показано все.',
      })[fault],
    tinyPart: (resolution) =>
      `Ця ділянка навряд чи ширша за ${resolution}, до яких лінія точна: числа для неї майже нічого не кажуть.`,
    mapOf: 'Ділянка на карті й те, що перейшло з рук у руки',
    openCompared: 'Ці два дні на рухомій карті',
  },
};

/** The first of two days, without what it shares with the second: `1`, `28 October`, `30 December 2024`. */
function startOf(lang: Lang, from: Day, to: Day): string {
  if (from.slice(0, 7) === to.slice(0, 7)) return dayOfMonth(from);
  if (from.slice(0, 4) === to.slice(0, 4)) return together(dayAndMonth(lang, from));
  return lang === 'uk' ? `${together(longDay(lang, from))} року` : together(longDay(lang, from));
}

/** The number of a day is not parted from its month. */
const together = (date: string): string => date.replace(' ', '\u00a0');

/** With a full stop, unless a shortened month has set one already. */
const closed = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
