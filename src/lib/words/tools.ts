import type { Evidence } from '../domain/events/evidence.ts';
import type { EventKind, Side, Theatre } from '../domain/events/event.ts';
import type { Lang } from '../domain/text.ts';
import { LAYERS, type Layer } from '../domain/view/view.ts';
import { kindWords } from './kinds.ts';
import { counted, type Forms } from './plural.ts';

/** The groups of filters, in the order in which they stand. */
export const FILTER_GROUPS = ['kinds', 'by', 'evidence', 'theatre'] as const;
export type FilterGroup = (typeof FILTER_GROUPS)[number];

/** What a key does; the table of keys in ui/help says which key. */
export const ACTIONS = [
  'search',
  'dayBefore',
  'dayAfter',
  'changeBefore',
  'changeAfter',
  'weekBefore',
  'weekAfter',
  'first',
  'last',
  'play',
  'shorter',
  'longer',
  'map',
  'pan',
  'zoomIn',
  'zoomOut',
  'list',
  'ground',
  'theme',
  'close',
  'help',
] as const;
export type ActionName = (typeof ACTIONS)[number];

interface ToolWords {
  readonly search: {
    readonly label: string;
    readonly submit: string;
    readonly clear: string;
    readonly places: string;
    readonly events: string;
    readonly reports: string;
    readonly point: string;
    goTo(coordinates: string): string;
    nothing(query: string): string;
    readonly searching: string;
    readonly failed: string;
    readonly offline: string;
    readonly tryAgain: string;
    all(query: string): string;
    /** Said to assistive technology once an answer is there. */
    counts(places: number, events: number, reports: number): string;
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
    readonly allOf: Readonly<Record<FilterGroup, string>>;
    readonly noneOf: Readonly<Record<FilterGroup, string>>;
    readonly nothingChosen: string;
    hidden(n: number): string;
    readonly showAll: string;
    readonly events: Forms;
    /** What following the link of a value does, for those who do not see the box. */
    readonly shown: string;
    readonly off: string;
  };
  readonly layers: {
    readonly title: string;
    readonly name: Readonly<Record<Layer, string>>;
    readonly about: Readonly<Record<Layer, string>>;
    notShown(names: string): string;
    readonly sample: string;
  };
  readonly share: {
    readonly open: string;
    readonly copy: string;
    readonly copied: string;
    copyWhat(what: string): string;
    readonly byHand: string;
    readonly newest: string;
    readonly newestWhy: string;
    pinned(edition: number): string;
    readonly pinnedWhy: string;
    readonly picture: string;
    readonly pictureWhy: string;
    readonly cite: string;
    readonly print: string;
    readonly close: string;
  };
  readonly editions: {
    readonly open: string;
    readonly title: string;
    readonly about: string;
    edition(n: number): string;
    readonly newest: string;
    readonly shown: string;
    readonly day: string;
    readonly show: string;
    older(n: number, when: string, newest: number): string;
    readonly showNewest: string;
    readonly none: string;
  };
  readonly help: {
    readonly open: string;
    readonly title: string;
    readonly groups: Readonly<Record<'time' | 'map' | 'page', string>>;
    readonly does: Readonly<Record<ActionName, string>>;
    readonly focusTime: string;
    readonly single: string;
    readonly singleWhy: string;
    readonly close: string;
    readonly space: string;
    readonly or: string;
    readonly then: string;
  };
}

const en: ToolWords = {
  search: {
    label: 'Find a place, event or report',
    submit: 'Search',
    clear: 'Clear the search',
    places: 'Places',
    events: 'Events',
    reports: 'Reports',
    point: 'Coordinates',
    goTo: (c) => `Go to ${c}`,
    nothing: (q) => `Nothing is called “${q}”; try another spelling.`,
    searching: 'Searching…',
    failed: 'The search could not be reached.',
    offline: 'You are offline: search needs a connection.',
    tryAgain: 'Try again',
    all: (q) => `All results for “${q}”`,
    counts: (places, events, reports) =>
      listed('en', [
        [places, { one: 'place', other: 'places' }],
        [events, { one: 'event', other: 'events' }],
        [reports, { one: 'report', other: 'reports' }],
      ]) || 'No results',
    near: (place) => `near ${place}`,
    former: (name) => `${name} (former)`,
  },
  filters: {
    title: 'Filters',
    groups: { kinds: 'Kind', by: 'Side that acted', evidence: 'Evidence', theatre: 'Where' },
    all: 'All',
    none: 'None',
    allOf: { kinds: 'All kinds', by: 'All sides', evidence: 'Any evidence', theatre: 'Everywhere' },
    noneOf: { kinds: 'No kind', by: 'No side', evidence: 'No evidence', theatre: 'Nowhere' },
    nothingChosen: 'Nothing is chosen here, so no event is shown.',
    hidden: (n) => `${counted('en', n, { one: 'event', other: 'events' })} hidden by filters`,
    showAll: 'Show all',
    events: { one: 'event', other: 'events' },
    shown: 'shown; hide',
    off: 'hidden; show',
  },
  layers: {
    title: 'Layers',
    name: {
      control: 'Control',
      contested: 'Fought over and claimed',
      fresh: 'Taken lately',
      front: 'Front line',
      start: 'Line at the start',
      events: 'Events',
      labels: 'Names',
    },
    about: {
      control: 'Ground that each side is assessed to hold',
      contested: 'Ground fought over, entered, or claimed by one side only',
      fresh: 'Ground that changed hands, fading over 14 days',
      front: 'The edge of held ground, where a front runs',
      start: 'Where the line was when the days shown began',
      events: 'Strikes, advances and all else with a place',
      labels: 'Names of towns, regions and seas',
    },
    notShown: (names) => `Not shown: ${names}`,
    sample: 'Aa',
  },
  share: {
    open: 'Share',
    copy: 'Copy',
    copied: 'Copied',
    copyWhat: (what) => `Copy: ${what}`,
    byHand: 'Selected: copy it with your keyboard or menu',
    newest: 'Link, always the newest',
    newestWhy: 'Shows what later editions correct or add.',
    pinned: (n) => `Link, pinned to edition ${n}`,
    pinnedWhy: 'Shows the same for ever; later corrections are pointed out.',
    picture: 'Download the picture',
    pictureWhy: 'With its date, legend and sources.',
    cite: 'Cite this map',
    print: 'Print',
    close: 'Close',
  },
  editions: {
    open: 'As known on',
    title: 'As known on',
    about: 'Nothing is overwritten: each edition shows what was known when it was published.',
    edition: (n) => `Edition ${n}`,
    newest: 'newest',
    shown: 'shown now',
    day: 'As known at the end of',
    show: 'Show',
    older: (n, when, newest) => `Edition ${n}, as known on ${when}. The newest is edition ${newest}.`,
    showNewest: 'Show the newest',
    none: 'Nothing has been published yet.',
  },
  help: {
    open: 'Keys',
    title: 'Keys',
    groups: { time: 'Time', map: 'Map', page: 'Page' },
    does: {
      search: 'Search',
      dayBefore: 'A day back',
      dayAfter: 'A day on',
      changeBefore: 'To the change before',
      changeAfter: 'To the next change',
      weekBefore: 'A week back',
      weekAfter: 'A week on',
      first: 'To the first day',
      last: 'To the last day',
      play: 'Play or pause',
      shorter: 'Fewer days in the window',
      longer: 'More days in the window',
      map: 'Focus on the map',
      pan: 'Move the map, while it has the focus',
      zoomIn: 'Closer',
      zoomOut: 'Farther',
      list: 'List of what is on the map',
      ground: 'Who holds the ground in the middle',
      theme: 'Light or dark',
      close: 'Close what is open',
      help: 'These keys',
    },
    focusTime:
      'Arrow keys step through the days while the timeline or nothing has the focus; in lists and fields they do what they always do.',
    single: 'Use keys',
    singleWhy: 'Turn them off if they get in the way of speech input or your own keys.',
    close: 'Close',
    space: 'Space',
    or: 'or',
    then: 'then',
  },
};

const uk: ToolWords = {
  search: {
    label: 'Місце, подія, повідомлення',
    submit: 'Шукати',
    clear: 'Очистити пошук',
    places: 'Місця',
    events: 'Події',
    reports: 'Повідомлення',
    point: 'Координати',
    goTo: (c) => `Перейти до ${c}`,
    nothing: (q) => `Нічого з назвою «${q}» немає; спробуйте інше написання.`,
    searching: 'Шукаємо…',
    failed: 'Пошук недоступний.',
    offline: 'Немає звʼязку: для пошуку він потрібен.',
    tryAgain: 'Спробувати ще раз',
    all: (q) => `Усі результати для «${q}»`,
    counts: (places, events, reports) =>
      listed('uk', [
        [places, { one: 'місце', few: 'місця', many: 'місць', other: 'місця' }],
        [events, { one: 'подія', few: 'події', many: 'подій', other: 'події' }],
        [reports, { one: 'повідомлення', few: 'повідомлення', many: 'повідомлень', other: 'повідомлення' }],
      ]) || 'Нічого не знайдено',
    near: (place) => `поблизу: ${place}`,
    former: (name) => `${name} (колишня назва)`,
  },
  filters: {
    title: 'Фільтри',
    groups: { kinds: 'Вид', by: 'Чия дія', evidence: 'Підтвердження', theatre: 'Де' },
    all: 'Усі',
    none: 'Жодного',
    allOf: {
      kinds: 'Усі види',
      by: 'Усі сторони',
      evidence: 'Будь-яке підтвердження',
      theatre: 'Усюди',
    },
    noneOf: {
      kinds: 'Жодного виду',
      by: 'Жодної сторони',
      evidence: 'Жодного підтвердження',
      theatre: 'Ніде',
    },
    nothingChosen: 'Тут нічого не вибрано, тож подій не показано.',
    hidden: (n) =>
      `Фільтри приховують ${counted('uk', n, { one: 'подію', few: 'події', many: 'подій', other: 'події' })}`,
    showAll: 'Показати все',
    events: { one: 'подія', few: 'події', many: 'подій', other: 'події' },
    shown: 'показано; приховати',
    off: 'приховано; показати',
  },
  layers: {
    title: 'Шари',
    name: {
      control: 'Контроль',
      contested: 'Бої та заяви',
      fresh: 'Нещодавно зайняте',
      front: 'Лінія фронту',
      start: 'Лінія на початку',
      events: 'Події',
      labels: 'Назви',
    },
    about: {
      control: 'Територія, яку за оцінкою контролює кожна сторона',
      contested: 'Де тривають бої, куди проникли, або про що заявляє лише одна сторона',
      fresh: 'Територія, що перейшла з рук у руки; блідне за 14 днів',
      front: 'Край утримуваної території там, де проходить фронт',
      start: 'Де проходила лінія на початку показаних днів',
      events: 'Удари, просування та все інше, що має місце',
      labels: 'Назви міст, областей і морів',
    },
    notShown: (names) => `Не показано: ${names}`,
    sample: 'Аа',
  },
  share: {
    open: 'Поділитися',
    copy: 'Копіювати',
    copied: 'Скопійовано',
    copyWhat: (what) => `Копіювати: ${what}`,
    byHand: 'Виділено: скопіюйте клавішами або через меню',
    newest: 'Посилання, завжди найновіше',
    newestWhy: 'Показує те, що виправлять чи додадуть наступні випуски.',
    pinned: (n) => `Посилання на випуск ${n}`,
    pinnedWhy: 'Завжди показує те саме; про пізніші виправлення буде сказано.',
    picture: 'Завантажити зображення',
    pictureWhy: 'З датою, легендою та джерелами.',
    cite: 'Послатися на цю карту',
    print: 'Друкувати',
    close: 'Закрити',
  },
  editions: {
    open: 'Станом знань на',
    title: 'Станом знань на',
    about: 'Нічого не переписується: кожен випуск показує те, що було відомо, коли він вийшов.',
    edition: (n) => `Випуск ${n}`,
    newest: 'найновіший',
    shown: 'показано зараз',
    day: 'Що було відомо на кінець дня',
    show: 'Показати',
    older: (n, when, newest) => `Випуск ${n}, станом знань на ${when}. Найновіший випуск — ${newest}.`,
    showNewest: 'Показати найновіший',
    none: 'Ще нічого не опубліковано.',
  },
  help: {
    open: 'Клавіші',
    title: 'Клавіші',
    groups: { time: 'Час', map: 'Карта', page: 'Сторінка' },
    does: {
      search: 'Пошук',
      dayBefore: 'На день назад',
      dayAfter: 'На день уперед',
      changeBefore: 'До попередньої зміни',
      changeAfter: 'До наступної зміни',
      weekBefore: 'На тиждень назад',
      weekAfter: 'На тиждень уперед',
      first: 'До першого дня',
      last: 'До останнього дня',
      play: 'Відтворити або зупинити',
      shorter: 'Менше днів у вікні',
      longer: 'Більше днів у вікні',
      map: 'Фокус на карту',
      pan: 'Рухати карту, поки фокус на ній',
      zoomIn: 'Ближче',
      zoomOut: 'Далі',
      list: 'Перелік того, що на карті',
      ground: 'Хто контролює місце посередині',
      theme: 'Світла або темна тема',
      close: 'Закрити відкрите',
      help: 'Ці клавіші',
    },
    focusTime:
      'Стрілки гортають дні, поки фокус на шкалі часу або ніде; у переліках і полях вони діють як завжди.',
    single: 'Користуватися клавішами',
    singleWhy: 'Вимкніть, якщо вони заважають голосовому введенню чи вашим власним клавішам.',
    close: 'Закрити',
    space: 'Пробіл',
    or: 'або',
    then: 'потім',
  },
};

/** Counts above zero with their nouns, by commas. */
function listed(lang: Lang, counts: readonly (readonly [number, Forms])[]): string {
  return counts
    .filter(([n]) => n > 0)
    .map(([n, forms]) => counted(lang, n, forms))
    .join(', ');
}

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
          : k.theatre[value];
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}

/** What a legend says of layers that are switched off; undefined where none is. `layers` as in a view. */
export function notShown(lang: Lang, layers: readonly Layer[] | undefined): string | undefined {
  const off = layers ? LAYERS.filter((l) => !layers.includes(l)) : [];
  if (off.length === 0) return undefined;
  const { name, notShown: say } = toolWords[lang].layers;
  return say(off.map((l) => name[l].charAt(0).toLocaleLowerCase(lang) + name[l].slice(1)).join(', '));
}
