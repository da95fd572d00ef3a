import type { Lang } from '../domain/text.ts';
import type { Day } from '../domain/time/day.ts';
import { mediumDay, shortDay } from './dates.ts';
import { counted } from './plural.ts';

interface Counts {
  readonly events: number;
  readonly moved: number;
}
interface Undated {
  readonly from: Day;
  readonly count: number;
}
type Unit = 'day' | 'week' | 'month' | 'year';

interface Words {
  readonly timeline: string;
  /** What the slider sets. */
  readonly slider: string;
  readonly keys: string;
  readonly lineMoved: string;
  readonly undated: string;
  readonly spans: string;
  readonly eventsBy: Readonly<Record<Unit, string>>;
  /** `2 events, line moved`; without either, that nothing is recorded. */
  counts(counts: Counts, oneDay: boolean): string;
  /** How many are undated, by the first day on which they can have been reported. */
  reportedFrom(undated: readonly Undated[]): string;
  earlier(n: number): string;
  later(n: number): string;
  readonly play: string;
  readonly pause: string;
  speed(times: string): string;
  readonly playing: string;
  readonly changesOnly: string;
  readonly earlierDay: string;
  readonly laterDay: string;
  readonly earlierChange: string;
  readonly laterChange: string;
  readonly window: string;
  readonly windows: Readonly<Record<'1' | '7' | '30' | 'all', string>>;
  days(n: number): string;
  readonly goToDay: string;
  readonly show: string;
  readonly more: string;
  readonly close: string;
  readonly noDay: string;
  readonly noSuchDay: string;
  outside(first: Day, last: Day): string;
  readonly before: string;
  readonly after: string;
}

const EVENTS = {
  en: { one: 'event', other: 'events' },
  uk: { one: 'подія', few: 'події', many: 'подій', other: 'події' },
} as const;
const TIMES = { one: 'раз', few: 'рази', many: 'разів', other: 'раза' } as const;
const DAYS = { one: 'день', few: 'дні', many: 'днів', other: 'дня' } as const;

/** At most three days are named; the others are one number. */
function byReport(lang: Lang, undated: readonly Undated[], later: (n: number) => string): string {
  const named = undated.slice(0, 3).map((u) => `${shortDay(lang, u.from)}: ${u.count}`);
  const rest = undated.slice(3).reduce((n, u) => n + u.count, 0);
  return [...named, ...(rest > 0 ? [later(rest)] : [])].join(', ');
}

/** Words of the timeline. */
export const timelineWords: Readonly<Record<Lang, Words>> = {
  en: {
    timeline: 'Timeline',
    slider: 'Day shown',
    keys: 'Arrow keys go by a day, Page Up and Page Down by a week, Home and End to the first and the last day; with Shift, arrow keys go to the next change. Space plays.',
    lineMoved: 'Line moved',
    undated: 'Undated',
    spans: 'Over several days',
    eventsBy: {
      day: 'Events by day',
      week: 'Events by week',
      month: 'Events by month',
      year: 'Events by year',
    },
    counts: ({ events, moved }, oneDay) =>
      [
        events > 0 ? counted('en', events, EVENTS.en) : '',
        moved === 0 ? '' : oneDay || moved === 1 ? 'line moved' : `line moved ${moved} times`,
      ]
        .filter(Boolean)
        .join(', ') || 'nothing recorded',
    reportedFrom: (undated) => `reported on or after ${byReport('en', undated, (n) => `later: ${n}`)}`,
    earlier: (n) => `${n} earlier`,
    later: (n) => `${n} later`,
    play: 'Play',
    pause: 'Pause',
    speed: (times) => `Speed ${times}, change`,
    playing: 'Playing',
    changesOnly: 'Changes only',
    earlierDay: 'Day before',
    laterDay: 'Next day',
    earlierChange: 'Change before',
    laterChange: 'Next change',
    window: 'Window',
    windows: { '1': 'Day', '7': 'Week', '30': 'Month', all: 'All' },
    days: (n) => counted('en', n, { one: 'day', other: 'days' }),
    goToDay: 'Go to a day',
    show: 'Show',
    more: 'More about time',
    close: 'Close',
    noDay: 'Write a whole date: day, month and year.',
    noSuchDay: 'The calendar has no such day; the nearest is shown.',
    outside: (first, last) =>
      `The days here go from ${mediumDay('en', first)} to ${mediumDay('en', last)}; the nearest is shown.`,
    before: 'before the first day here',
    after: 'after the last day here',
  },
  uk: {
    timeline: 'Шкала часу',
    slider: 'Показаний день',
    keys: 'Стрілки — день, Page Up і Page Down — тиждень, Home і End — перший і останній день, стрілки з Shift — наступна зміна, пробіл — відтворення.',
    lineMoved: 'Лінія змінилася',
    undated: 'Без дати',
    spans: 'За кілька днів',
    eventsBy: {
      day: 'Події за днями',
      week: 'Події за тижнями',
      month: 'Події за місяцями',
      year: 'Події за роками',
    },
    counts: ({ events, moved }, oneDay) =>
      [
        events > 0 ? counted('uk', events, EVENTS.uk) : '',
        moved === 0
          ? ''
          : oneDay || moved === 1
            ? 'лінія змінилася'
            : `лінія змінилася ${counted('uk', moved, TIMES)}`,
      ]
        .filter(Boolean)
        .join(', ') || 'нічого не зафіксовано',
    reportedFrom: (undated) => `повідомлено не раніше ${byReport('uk', undated, (n) => `пізніше: ${n}`)}`,
    earlier: (n) => `раніше: ${n}`,
    later: (n) => `пізніше: ${n}`,
    play: 'Відтворити',
    pause: 'Пауза',
    speed: (times) => `Швидкість ${times}, змінити`,
    playing: 'Відтворення',
    changesOnly: 'Лише зміни',
    earlierDay: 'Попередній день',
    laterDay: 'Наступний день',
    earlierChange: 'Попередня зміна',
    laterChange: 'Наступна зміна',
    window: 'Проміжок',
    windows: { '1': 'День', '7': 'Тиждень', '30': 'Місяць', all: 'Усе' },
    days: (n) => counted('uk', n, DAYS),
    goToDay: 'Перейти до дня',
    show: 'Показати',
    more: 'Більше про час',
    close: 'Закрити',
    noDay: 'Напишіть дату повністю: день, місяць і рік.',
    noSuchDay: 'У календарі немає такого дня; показано найближчий.',
    outside: (first, last) =>
      `Дні тут — від ${mediumDay('uk', first)} до ${mediumDay('uk', last)}; показано найближчий.`,
    before: 'раніше першого дня тут',
    after: 'пізніше останнього дня тут',
  },
};
