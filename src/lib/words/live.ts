import type { Lang } from '../domain/text.ts';
import { counted } from './plural.ts';

/** Words about an edition that came out while somebody was looking. */
export interface LiveWords {
  /** @param changes undefined where it is not known how many */
  readonly offer: (editions: number, changes: number | undefined) => string;
  readonly show: string;
  readonly dismiss: string;
  readonly shown: (edition: number) => string;
  readonly failed: string;
}

const changesUk = { one: 'зміна', few: 'зміни', many: 'змін', other: 'зміни' };
const editionsUk = {
  one: 'новий випуск',
  few: 'нові випуски',
  many: 'нових випусків',
  other: 'нові випуски',
};
const told = (head: string, changes: string | undefined): string =>
  changes === undefined ? head : `${head}: ${changes}`;

export const liveWords: Readonly<Record<Lang, LiveWords>> = {
  en: {
    offer: (editions, changes) =>
      told(
        editions === 1 ? 'New edition' : `${editions} new editions`,
        changes === undefined ? undefined : counted('en', changes, { one: 'change', other: 'changes' }),
      ),
    show: 'Show',
    dismiss: 'Not now',
    shown: (edition) => `Edition ${edition} is shown.`,
    failed: 'The new edition could not be loaded.',
  },
  uk: {
    offer: (editions, changes) =>
      told(
        editions === 1 ? 'Новий випуск' : counted('uk', editions, editionsUk),
        changes === undefined ? undefined : counted('uk', changes, changesUk),
      ),
    show: 'Показати',
    dismiss: 'Не зараз',
    shown: (edition) => `Показано випуск ${edition}.`,
    failed: 'Новий випуск не вдалося завантажити.',
  },
};
