import type { Lang } from '../domain/text.ts';
import { counted } from './plural.ts';

type Reason = 'endangers' | 'privacy' | 'prisoner' | 'law';

interface HistoryWords {
  readonly title: (kind: string) => string;
  readonly revisions: string;
  readonly revision: (n: number) => string;
  readonly written: (by: string, when: string) => string;
  readonly public: string;
  readonly newest: string;
  readonly compare: string;
  readonly from: string;
  readonly to: string;
  readonly between: (from: number, to: number) => string;
  readonly same: string;
  readonly onlyOne: string;
  readonly was: string;
  readonly is: string;
  readonly restore: (n: number) => string;
  readonly restored: (n: number) => string;
  readonly conflict: string;
  readonly takeDown: string;
  readonly takeDownLead: string;
  readonly reason: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  readonly typed: (id: string) => string;
  readonly takeDownGo: string;
  readonly gone: (editions: number, objects: number) => string;
  readonly copies: (names: string) => string;
  readonly purge: Readonly<Record<'none' | 'told' | 'failed', string>>;
  readonly beyond: string;
  readonly refused: (why: string) => string;
}

/** Words of the page that tells what was ever written of an item. */
export const historyWords: Record<Lang, HistoryWords> = {
  en: {
    title: (kind) => `History · ${kind}`,
    revisions: 'Revisions',
    revision: (n) => `Revision ${n}`,
    written: (by, when) => `${by}, ${when}`,
    public: 'readers see this',
    newest: 'newest',
    compare: 'Compare',
    from: 'Was',
    to: 'Is',
    between: (from, to) => `From revision ${from} to revision ${to}`,
    same: 'Nothing differs.',
    onlyOne: 'Choose two revisions to see what differs.',
    was: 'Was',
    is: 'Is',
    restore: (n) => `Restore revision ${n}`,
    restored: (n) => `Written anew as in revision ${n}; nothing was lost.`,
    conflict: 'Somebody wrote to it meanwhile. Look at what they wrote, then restore again.',
    takeDown: 'Take down for safety',
    takeDownLead:
      'Erases every revision of this from every edition, old ones too, from data, pictures, search and the desk, with its comments and the passages it was drawn from. Its addresses answer that it is gone. This cannot be taken back. For a mistake, retract instead.',
    reason: 'Sort of reason',
    reasons: {
      endangers: 'It endangers somebody',
      privacy: 'It shows a private person',
      prisoner: 'It shows a prisoner',
      law: 'A court or the law demands it',
    },
    typed: (id) => `To go on, type ${id}`,
    takeDownGo: 'Erase it now',
    gone: (editions, objects) =>
      `Erased from ${counted('en', editions, { one: 'edition', other: 'editions' })}; ${counted('en', objects, { one: 'file is', other: 'files are' })} gone.`,
    copies: (names) => `Copies of the database from before an update still hold it: ${names}. Delete them.`,
    purge: {
      none: 'If a cache stands in front of this site, empty it.',
      told: 'The cache in front of the site was told.',
      failed: 'The cache in front of the site could not be told. Empty it by hand.',
    },
    beyond: 'Backups, downloads and what others copied are beyond this site.',
    refused: (why) => `Nothing was erased: ${why}`,
  },
  uk: {
    title: (kind) => `Історія · ${kind}`,
    revisions: 'Редакції',
    revision: (n) => `Редакція ${n}`,
    written: (by, when) => `${by}, ${when}`,
    public: 'це бачать читачі',
    newest: 'найновіша',
    compare: 'Порівняти',
    from: 'Було',
    to: 'Стало',
    between: (from, to) => `Від редакції ${from} до редакції ${to}`,
    same: 'Відмінностей немає.',
    onlyOne: 'Виберіть дві редакції, щоб побачити відмінності.',
    was: 'Було',
    is: 'Стало',
    restore: (n) => `Відновити редакцію ${n}`,
    restored: (n) => `Записано знову, як у редакції ${n}; нічого не втрачено.`,
    conflict: 'Хтось тим часом це змінив. Погляньте, що написано, і відновіть ще раз.',
    takeDown: 'Вилучити задля безпеки',
    takeDownLead:
      'Стирає кожну редакцію цього запису з кожного випуску, зокрема старих, з даних, зображень, пошуку й редакційного столу, разом із коментарями та уривками, з яких його виведено. Його адреси відповідатимуть, що його немає. Скасувати це не можна. Якщо це помилка, відкличте запис.',
    reason: 'Вид причини',
    reasons: {
      endangers: 'Наражає когось на небезпеку',
      privacy: 'Показує приватну особу',
      prisoner: 'Показує полоненого',
      law: 'Вимагає суд або закон',
    },
    typed: (id) => `Щоб продовжити, введіть ${id}`,
    takeDownGo: 'Стерти зараз',
    gone: (editions, objects) =>
      `Стерто з видань: ${counted('uk', editions, { one: 'випуск', few: 'випуски', many: 'випусків', other: 'випуску' })}; зникло: ${counted('uk', objects, { one: 'файл', few: 'файли', many: 'файлів', other: 'файлу' })}.`,
    copies: (names) => `Копії бази даних, зроблені перед оновленням, ще містять це: ${names}. Вилучіть їх.`,
    purge: {
      none: 'Якщо перед сайтом стоїть кеш, очистьте його.',
      told: 'Кеш перед сайтом повідомлено.',
      failed: 'Кеш перед сайтом повідомити не вдалося. Очистьте його вручну.',
    },
    beyond: 'Резервні копії, завантажене й скопійоване іншими — поза цим сайтом.',
    refused: (why) => `Нічого не стерто: ${why}`,
  },
};
