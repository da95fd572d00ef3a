import type { Lang } from '../domain/text.ts';
import type { Day } from '../domain/time/day.ts';
import type { Following } from '../domain/embed/options.ts';
import { longDay, mediumDay } from './dates.ts';

interface EmbedWords {
  /** The heading, from what is shown and when. */
  title(what: string | undefined, day: Day, before: Day | undefined): string;
  readonly tap: string;
  readonly openMap: string;
  readonly openMapAt: string;
  readonly legend: string;
  readonly text: string;
  readonly notShown: (what: readonly string[]) => string;
  readonly layers: Readonly<Record<'control' | 'contested' | 'fresh' | 'front' | 'start' | 'events', string>>;
  readonly locator: string;
  readonly map: string;
  readonly day: string;
  readonly what: string;
  readonly where: string;
  readonly who: string;
  readonly nothing: string;
  readonly follows: Readonly<Record<Following, string>>;
  readonly stale: (reviewed: Day) => string;
  readonly gone: string;
  readonly goneWhy: string;
  readonly vanished: string;
  readonly note: (param: string, value: string) => string;
  readonly before: (day: Day) => string;
  readonly after: (day: Day) => string;
}

export const embedWords: Record<Lang, EmbedWords> = {
  en: {
    title: (what = 'The front', day, before) =>
      before === undefined
        ? `${what}, ${longDay('en', day)}`
        : `${what}, ${mediumDay('en', before)} and ${mediumDay('en', day)}`,
    tap: 'Move the map',
    openMap: 'Open the map',
    openMapAt: 'The whole map is at',
    legend: 'What is shown',
    text: 'The map in words',
    notShown: (what) => `Not shown: ${what.join(', ')}.`,
    layers: {
      control: 'ground held',
      contested: 'ground fought over, claimed or entered',
      fresh: 'ground taken lately',
      front: 'the front line',
      start: 'the line before',
      events: 'events',
    },
    locator: 'Where the map lies in Ukraine',
    map: 'Map',
    day: 'Day',
    what: 'What',
    where: 'Where',
    who: 'Who says so',
    nothing: 'No event is recorded here in these days.',
    follows: {
      keep: 'This map stays as it was published.',
      update: 'This map shows that day as now known.',
      live: 'This map follows the front.',
    },
    stale: (reviewed) => `Line last reviewed ${mediumDay('en', reviewed)}: not the line today.`,
    gone: 'What this map showed was taken down.',
    goneWhy: 'It is shown nowhere any more; the map is without it.',
    vanished: 'What this map was about is not in the edition that it shows.',
    note: (param, value) => `“${value}” is no use as ${param}; the map is shown without it.`,
    before: (day) => `Before: ${mediumDay('en', day)}`,
    after: (day) => `After: ${mediumDay('en', day)}`,
  },
  uk: {
    title: (what = 'Фронт', day, before) =>
      before === undefined
        ? `${what}, ${longDay('uk', day)}`
        : `${what}, ${mediumDay('uk', before)} і ${mediumDay('uk', day)}`,
    tap: 'Рухати карту',
    openMap: 'Відкрити карту',
    openMapAt: 'Уся карта тут:',
    legend: 'Що показано',
    text: 'Карта словами',
    notShown: (what) => `Не показано: ${what.join(', ')}.`,
    layers: {
      control: 'утримувана територія',
      contested: 'територія боїв, заявлена чи з проникненням',
      fresh: 'нещодавно захоплене',
      front: 'лінія фронту',
      start: 'попередня лінія',
      events: 'події',
    },
    locator: 'Де ця карта в Україні',
    map: 'Карта',
    day: 'День',
    what: 'Що',
    where: 'Де',
    who: 'Хто каже',
    nothing: 'За ці дні тут не записано жодної події.',
    follows: {
      keep: 'Ця карта лишається такою, як була опублікована.',
      update: 'Ця карта показує той день таким, яким він відомий тепер.',
      live: 'Ця карта йде за фронтом.',
    },
    stale: (reviewed) => `Лінію востаннє переглянуто ${mediumDay('uk', reviewed)}: це не сьогоднішня лінія.`,
    gone: 'Те, що показувала ця карта, вилучено.',
    goneWhy: 'Воно більше ніде не показане; карта без нього.',
    vanished: 'Того, про що ця карта, немає у випуску, який вона показує.',
    note: (param, value) => `«${value}» не годиться як ${param}; карту показано без цього.`,
    before: (day) => `До: ${mediumDay('uk', day)}`,
    after: (day) => `Після: ${mediumDay('uk', day)}`,
  },
};
