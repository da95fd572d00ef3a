import type { Lang } from '../domain/text.ts';

interface SettingsWords {
  readonly title: string;
  readonly review: string;
  readonly twoPeople: string;
  readonly twoPeopleHint: string;
  readonly embargo: string;
  readonly embargoLead: string;
  readonly kind: string;
  readonly target: string;
  readonly theatre: string;
  readonly hours: string;
  readonly any: string;
  readonly remove: (n: number) => string;
  readonly removeShort: string;
  readonly add: string;
  readonly usual: string;
  readonly none: string;
  readonly save: string;
  readonly saved: string;
  readonly refused: (why: string) => string;
}

/** Words of the page by which a newsroom says how it works. */
export const settingsWords: Record<Lang, SettingsWords> = {
  en: {
    title: 'Settings',
    review: 'Review',
    twoPeople: 'Two people: nobody approves what they wrote',
    twoPeopleHint: 'Turned off, the page on method says so to readers.',
    embargo: 'Embargo',
    embargoLead:
      'When an event is approved, the longest rule that fits holds it back: so many hours from the end of its last day, Kyiv time. It is in no edition until then. An editor can set another time for any item.',
    kind: 'Kind',
    target: 'Target',
    theatre: 'Theatre',
    hours: 'Hours',
    any: 'any',
    remove: (n) => `Remove rule ${n}`,
    removeShort: 'Remove',
    add: 'Add a rule',
    usual: 'Back to the usual rules',
    none: 'No rule: nothing is held back.',
    save: 'Save',
    saved: 'Saved. It holds for what is approved from now on.',
    refused: (why) => `Not saved: ${why}`,
  },
  uk: {
    title: 'Налаштування',
    review: 'Перевірка',
    twoPeople: 'Двоє людей: ніхто не схвалює написаного собою',
    twoPeopleHint: 'Якщо вимкнути, сторінка про метод скаже про це читачам.',
    embargo: 'Ембарго',
    embargoLead:
      'Коли подію схвалено, її притримує найдовше з правил, що підходять: стільки годин від кінця її останнього дня за київським часом. Доти її немає в жодному випуску. Редактор може задати інший час для будь-якого запису.',
    kind: 'Вид',
    target: 'Ціль',
    theatre: 'Театр',
    hours: 'Годин',
    any: 'будь-що',
    remove: (n) => `Вилучити правило ${n}`,
    removeShort: 'Вилучити',
    add: 'Додати правило',
    usual: 'Повернути звичні правила',
    none: 'Правил немає: нічого не притримується.',
    save: 'Зберегти',
    saved: 'Збережено. Діє для того, що схвалять відтепер.',
    refused: (why) => `Не збережено: ${why}`,
  },
};
