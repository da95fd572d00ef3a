import type { Lang } from '../domain/text.ts';
import { counted } from './plural.ts';

interface SearchWords {
  readonly hint: string;
  readonly submit: string;
  readonly clear: string;
}

interface FoundWords {
  readonly results: string;
  readonly places: string;
  readonly events: string;
  readonly reports: string;
  readonly point: string;
  readonly searching: string;
  readonly none: (query: string) => string;
  readonly failed: string;
  readonly offline: string;
  readonly tryAgain: string;
  readonly goTo: (point: string) => string;
  readonly also: (name: string) => string;
  /** What was found, for those who hear it: only the groups that hold something. */
  readonly count: (places: number, events: number, reports: number) => string;
}

const list = (parts: readonly (readonly [number, string])[]): string =>
  parts.flatMap(([n, words]) => (n > 0 ? [words] : [])).join(', ');

/** Words of the search box. */
export const searchWords: Record<Lang, SearchWords> = {
  en: {
    hint: 'Find a place, event or report',
    submit: 'Search',
    clear: 'Clear the search',
  },
  uk: {
    hint: 'Місце, подія, повідомлення',
    submit: 'Пошук',
    clear: 'Очистити пошук',
  },
};

/** Words of what is found. */
export const foundWords: Record<Lang, FoundWords> = {
  en: {
    results: 'Search results',
    places: 'Places',
    events: 'Events',
    reports: 'Reports',
    point: 'Coordinates',
    searching: 'Searching…',
    none: (q) => `Nothing is called “${q}”; try another spelling, or a larger place nearby.`,
    failed: 'The search did not get through.',
    offline: 'You are offline; search needs a connection.',
    tryAgain: 'Try again',
    goTo: (point) => `Go to ${point}`,
    also: (name) => `also ${name}`,
    count: (p, e, r) =>
      list([
        [p, counted('en', p, { one: 'place', other: 'places' })],
        [e, counted('en', e, { one: 'event', other: 'events' })],
        [r, counted('en', r, { one: 'report', other: 'reports' })],
      ]),
  },
  uk: {
    results: 'Знайдене',
    places: 'Місця',
    events: 'Події',
    reports: 'Повідомлення',
    point: 'Координати',
    searching: 'Шукаємо…',
    none: (q) => `Нічого з назвою «${q}» немає; спробуйте інше написання або більше місце поруч.`,
    failed: 'Пошук не вдався.',
    offline: 'Немає звʼязку; для пошуку він потрібен.',
    tryAgain: 'Спробувати ще раз',
    goTo: (point) => `Перейти до ${point}`,
    also: (name) => `також ${name}`,
    count: (p, e, r) =>
      list([
        [p, counted('uk', p, { one: 'місце', few: 'місця', many: 'місць', other: 'місця' })],
        [e, counted('uk', e, { one: 'подія', few: 'події', many: 'подій', other: 'події' })],
        [
          r,
          counted('uk', r, {
            one: 'повідомлення',
            few: 'повідомлення',
            many: 'повідомлень',
            other: 'повідомлення',
          }),
        ],
      ]),
  },
};
