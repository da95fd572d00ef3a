import type { Evidence } from '../domain/events/evidence.ts';
import type { EventKind, Side, Theatre } from '../domain/events/event.ts';
import type { Lang } from '../domain/text.ts';
import type { Layer } from '../domain/view/view.ts';
import { detailWords, kindWords } from './kinds.ts';
import { counted, type Forms } from './plural.ts';

/** The groups of filters, in the order in which they stand. */
export const FILTER_GROUPS = ['kinds', 'by', 'evidence', 'theatre'] as const;
export type FilterGroup = (typeof FILTER_GROUPS)[number];

interface ToolWords {
  readonly search: {
    /** Tells villages of one name in one region apart. */
    near(place: string): string;
    /** An old name without the years of its use. */
    former(name: string): string;
  };
  readonly filters: {
    readonly title: string;
    readonly groups: Readonly<Record<FilterGroup, string>>;
    readonly all: string;
    readonly none: string;
    readonly nothingChosen: string;
    /** Said of the whole panel, and again whenever a choice changes it. */
    shown(shown: number, hidden: number): string;
    hidden(n: number): string;
    readonly showAll: string;
    readonly events: Forms;
    /** Without a script: the state of a value, and what following its link does. */
    readonly on: string;
    readonly off: string;
  };
  readonly layers: {
    readonly title: string;
    readonly name: Readonly<Record<Layer, string>>;
    readonly about: Readonly<Record<Layer, string>>;
    notShown(names: string): string;
    readonly sample: string;
    readonly onScreen: string;
  };
  readonly share: {
    readonly open: string;
    readonly copy: string;
    readonly copied: string;
    readonly byHand: string;
    readonly link: string;
    readonly newest: string;
    readonly pinned: string;
    readonly pictures: string;
    readonly files: string;
    readonly cite: string;
    readonly print: string;
    readonly close: string;
  };
  readonly editions: {
    readonly title: string;
    readonly about: string;
    edition(n: number): string;
    readonly newest: string;
    readonly more: string;
    readonly day: string;
    readonly show: string;
    older(n: number, when: string, newest: number): string;
    readonly showNewest: string;
  };
}

const en: ToolWords = {
  search: {
    near: (place) => `near ${place}`,
    former: (name) => `${name} (former)`,
  },
  filters: {
    title: 'Filters',
    groups: { kinds: 'Kind', by: 'Side that acted', evidence: 'Evidence', theatre: 'Theatre' },
    all: 'All',
    none: 'None',
    nothingChosen: 'Nothing is chosen',
    shown: (n, hidden) =>
      `${counted('en', n, { one: 'event', other: 'events' })} shown${hidden > 0 ? `, ${counted('en', hidden, { one: 'hidden', other: 'hidden' })}` : ''}`,
    hidden: (n) => `${counted('en', n, { one: 'event is', other: 'events are' })} hidden by the filters.`,
    showAll: 'Show all',
    events: { one: 'event', other: 'events' },
    on: 'shown; hide',
    off: 'hidden; show',
  },
  layers: {
    title: 'Layers',
    name: {
      control: 'Held ground',
      contested: 'Contested ground',
      fresh: 'Fresh ground',
      front: 'Front line',
      start: 'Earlier line',
      events: 'Events',
      labels: 'Labels',
    },
    about: {
      control: 'What each side is assessed to hold',
      contested: 'Fought over, entered, or only claimed',
      fresh: 'Changed hands lately; fades over 14 days',
      front: 'The edge of held ground, where a front runs',
      start: 'Where the line was when the days shown begin',
      events: 'Strikes, advances and all else with a place',
      labels: 'Names of settlements, regions and seas',
    },
    notShown: (names) => `Not shown: ${names}`,
    sample: 'Aa',
    onScreen: 'On screen',
  },
  share: {
    open: 'Share',
    copy: 'Copy',
    copied: 'Copied',
    byHand: 'The browser does not let this page copy. It is selected: copy it yourself.',
    link: 'Link',
    newest: 'Always the newest edition',
    pinned: 'This edition',
    pictures: 'Download the picture',
    files: 'Data',
    cite: 'Cite this map',
    print: 'Print',
    close: 'Close',
  },
  editions: {
    title: 'As known on',
    about: 'Nothing is overwritten: each edition shows what was known when it was published.',
    edition: (n) => `Edition ${n}`,
    newest: 'newest',
    more: 'Earlier editions',
    day: 'At the end of a day',
    show: 'Show',
    older: (n, when, newest) => `Edition ${n}, as known on ${when}. The newest is edition ${newest}.`,
    showNewest: 'Show the newest',
  },
};

const EVENTS_UK = { one: 'подію', few: 'події', many: 'подій', other: 'події' } as const;

const uk: ToolWords = {
  search: {
    near: (place) => `поблизу: ${place}`,
    former: (name) => `${name} (колишня назва)`,
  },
  filters: {
    title: 'Фільтри',
    groups: { kinds: 'Вид', by: 'Хто діяв', evidence: 'Доказовість', theatre: 'Театр дій' },
    all: 'Усі',
    none: 'Жодного',
    nothingChosen: 'Нічого не вибрано',
    shown: (n, hidden) =>
      `Показано ${counted('uk', n, EVENTS_UK)}${hidden > 0 ? `, приховано ${counted('uk', hidden, EVENTS_UK)}` : ''}`,
    hidden: (n) => `Фільтри приховали ${counted('uk', n, EVENTS_UK)}.`,
    showAll: 'Показати все',
    events: { one: 'подія', few: 'події', many: 'подій', other: 'події' },
    on: 'показано; приховати',
    off: 'приховано; показати',
  },
  layers: {
    title: 'Шари',
    name: {
      control: 'Контрольована територія',
      contested: 'Спірна територія',
      fresh: 'Нещодавні зміни',
      front: 'Лінія фронту',
      start: 'Попередня лінія',
      events: 'Події',
      labels: 'Підписи',
    },
    about: {
      control: 'Що за оцінкою утримує кожна зі сторін',
      contested: 'Де точаться бої, куди проникли чи що лише заявлено',
      fresh: 'Перейшло з рук у руки; блідне за 14 днів',
      front: 'Край контрольованої території, де проходить фронт',
      start: 'Де проходила лінія на початку показаних днів',
      events: 'Удари, просування та все інше, що має місце',
      labels: 'Назви населених пунктів, областей і морів',
    },
    notShown: (names) => `Не показано: ${names}`,
    sample: 'Аа',
    onScreen: 'На екрані',
  },
  share: {
    open: 'Поділитися',
    copy: 'Копіювати',
    copied: 'Скопійовано',
    byHand: 'Браузер не дозволяє цій сторінці копіювати. Текст виділено: скопіюйте його самі.',
    link: 'Посилання',
    newest: 'Завжди найновіший випуск',
    pinned: 'Саме цей випуск',
    pictures: 'Завантажити зображення',
    files: 'Дані',
    cite: 'Послатися на цю карту',
    print: 'Друкувати',
    close: 'Закрити',
  },
  editions: {
    title: 'Як було відомо на',
    about: 'Ніщо не переписується: кожен випуск показує те, що було відомо, коли він вийшов.',
    edition: (n) => `Випуск ${n}`,
    newest: 'найновіший',
    more: 'Раніші випуски',
    day: 'На кінець дня',
    show: 'Показати',
    older: (n, when, newest) => `Випуск ${n}: що було відомо на ${when}. Найновіший випуск — ${newest}.`,
    showNewest: 'Показати найновіший',
  },
};

/** Words of the tools around the reader's map. */
export const toolWords: Readonly<Record<Lang, ToolWords>> = { en, uk };

/** The name of a value of a filter. */
export function filterValue(
  lang: Lang,
  ...[group, value]:
    | [group: 'kinds', value: EventKind]
    | [group: 'by', value: Side]
    | [group: 'evidence', value: Evidence]
    | [group: 'theatre', value: Theatre]
): string {
  const k = kindWords[lang];
  const name =
    group === 'kinds'
      ? k.kind[value]
      : group === 'by'
        ? k.side[value]
        : group === 'evidence'
          ? k.evidence[value]
          : detailWords[lang].theatre[value];
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}
