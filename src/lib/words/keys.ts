import type { Lang } from '../domain/text.ts';

/** What the help says a key does; one entry may be a pair of keys, or four. */
export const KEY_GROUPS = {
  time: ['day', 'week', 'change', 'ends', 'play', 'window'],
  map: ['zoom', 'pan', 'whole', 'ground', 'list'],
  page: ['search', 'theme', 'close', 'help'],
} as const;
export type KeyGroup = keyof typeof KEY_GROUPS;
export type KeyEntry = (typeof KEY_GROUPS)[KeyGroup][number];

interface Words {
  readonly open: string;
  readonly title: string;
  readonly keys: string;
  readonly single: string;
  readonly groups: Readonly<Record<KeyGroup, string>>;
  readonly does: Readonly<Record<KeyEntry, string>>;
  /** How to read the map, in three sentences. */
  readonly reading: readonly [string, string, string];
  readonly method: string;
  readonly close: string;
}

/** Words of the help: the keys, and how to read the map. */
export const keyWords: Readonly<Record<Lang, Words>> = {
  en: {
    open: 'Help and keys',
    title: 'How to read this map',
    keys: 'Keys',
    single: 'Keys that are a single letter or sign',
    groups: { time: 'Time', map: 'Map', page: 'Page' },
    does: {
      day: 'Day before, next day',
      week: 'Week before, next week',
      change: 'Change before, next change',
      ends: 'First day, last day',
      play: 'Play, pause',
      window: 'Shorter window, longer window',
      zoom: 'Closer, farther',
      pan: 'Move the map',
      whole: 'The whole front',
      ground: 'Who holds the ground in the middle',
      list: 'List of what is on the map',
      search: 'Search',
      theme: 'Light, dark',
      close: 'Close what is open',
      help: 'This help',
    },
    reading: [
      'The tint shows ground that a side is assessed to hold, and the strong line is where the front runs, no truer than the legend says.',
      'A hollow mark is claimed by a party to the war, a slashed one is denied by somebody, and a dotted ring says how exact the place is.',
      'Everything has a date, an edition and a report behind it; where nothing is shown nothing was reported, which is not the same as nothing having happened.',
    ],
    method: 'How it is made: the method',
    close: 'Close',
  },
  uk: {
    open: 'Довідка й клавіші',
    title: 'Як читати цю карту',
    keys: 'Клавіші',
    single: 'Клавіші з однієї літери чи знака',
    groups: { time: 'Час', map: 'Карта', page: 'Сторінка' },
    does: {
      day: 'Попередній день, наступний день',
      week: 'На тиждень назад, на тиждень уперед',
      change: 'Попередня зміна, наступна зміна',
      ends: 'Перший день, останній день',
      play: 'Відтворити, зупинити',
      window: 'Коротший проміжок, довший проміжок',
      zoom: 'Ближче, далі',
      pan: 'Посунути карту',
      whole: 'Увесь фронт',
      ground: 'Хто контролює місце посередині',
      list: 'Перелік того, що на карті',
      search: 'Пошук',
      theme: 'Світла тема, темна тема',
      close: 'Закрити відкрите',
      help: 'Ця довідка',
    },
    reading: [
      'Тоном показано територію, яку за оцінкою утримує сторона, а виразна лінія — це фронт, не точніший, ніж сказано в легенді.',
      'Порожній знак — заява сторони війни, перекреслений — хтось це заперечує, а пунктирне коло показує, наскільки точно відоме місце.',
      'За кожною позначкою стоять дата, випуск і повідомлення; де нічого не показано, там нічого не повідомляли, а це не те саме, що нічого не сталося.',
    ],
    method: 'Як це зроблено: метод',
    close: 'Закрити',
  },
};
