import type { Lang } from '../domain/text.ts';
import { counted } from './plural.ts';

interface GazetteerWords {
  readonly nav: string;
  readonly title: string;
  readonly find: string;
  readonly findHint: string;
  readonly findGo: string;
  readonly found: (query: string) => string;
  readonly none: (query: string) => string;
  readonly written: string;
  readonly add: string;
  readonly name: string;
  readonly nameHint: string;
  readonly addGo: string;
  readonly fault: Readonly<Record<'empty' | 'letters' | 'taken', string>>;
  readonly ledgers: string;
  readonly ledgersLead: string;
  readonly define: string;
  readonly holderBasis: string;
  readonly defineGo: string;
  readonly merge: string;
  readonly mergeLead: string;
  readonly mergeWith: string;
  readonly mergeHint: string;
  readonly noPlace: string;
  readonly remove: string;
  readonly would: (events: number, statements: number, name: string) => string;
  readonly mergeGo: string;
  readonly mergeDone: string;
  readonly toQueue: string;
  readonly standsFor: string;
}

/** Words of the desk's pages of places and ledgers, and of making one place of two. */
export const gazetteerWords: Record<Lang, GazetteerWords> = {
  en: {
    nav: 'Places',
    title: 'Places and ledgers',
    find: 'Find a place',
    findHint: 'Any of its names, in any script.',
    findGo: 'Find',
    found: (query) => `Places called “${query}”`,
    none: (query) => `No place is called “${query}”.`,
    written: 'Being written',
    add: 'Add a place',
    name: 'Its name in English',
    nameHint: 'Look for it first: it may be there under another spelling.',
    addGo: 'Begin',
    fault: {
      empty: 'Write its name.',
      letters: 'Write its name in Latin letters: its address is made of them.',
      taken:
        'A place of that name is there: it is above. Where yours is another one, add its region to the name; you can mend the name afterwards.',
    },
    ledgers: 'Ledgers',
    ledgersLead:
      'A ledger holds all statements about ground of one holder and one basis, and says what its category means.',
    define: 'Define a ledger',
    holderBasis: 'Holder and basis',
    defineGo: 'Define it',
    merge: 'The same place twice?',
    mergeLead:
      'Choose the entry that stays. What names this one names the other then, its names come along, and its address leads there. All of it goes to review, and readers see it when it is published.',
    mergeWith: 'The entry that stays',
    mergeHint: 'Any of its names, in any script.',
    noPlace: 'No place of that name.',
    remove: 'Choose another',
    would: (events, statements, name) =>
      `${counted('en', events, { one: 'event', other: 'events' })} and ${counted('en', statements, { one: 'statement about ground', other: 'statements about ground' })} will name ${name} instead.`,
    mergeGo: 'Make them one',
    mergeDone: 'All of it is in review now.',
    toQueue: 'To the queue',
    standsFor: 'Stands for these ids too:',
  },
  uk: {
    nav: 'Місця',
    title: 'Місця та реєстри',
    find: 'Знайти місце',
    findHint: 'Будь-яка з назв, будь-яким письмом.',
    findGo: 'Знайти',
    found: (query) => `Місця з назвою «${query}»`,
    none: (query) => `Місця з назвою «${query}» немає.`,
    written: 'Ще пишуться',
    add: 'Додати місце',
    name: 'Назва англійською',
    nameHint: 'Спершу пошукайте: воно може бути записане інакше.',
    addGo: 'Почати',
    fault: {
      empty: 'Напишіть назву.',
      letters: 'Напишіть назву латиницею: з неї складається адреса.',
      taken:
        'Місце з такою назвою є: воно вище. Якщо ваше інше, додайте до назви область; саму назву можна виправити потім.',
    },
    ledgers: 'Реєстри',
    ledgersLead:
      'Реєстр містить усі твердження про територію одного утримувача на одній підставі й каже, що означає ця категорія.',
    define: 'Визначити реєстр',
    holderBasis: 'Хто утримує і на якій підставі',
    defineGo: 'Визначити',
    merge: 'Те саме місце двічі?',
    mergeLead:
      'Виберіть запис, який залишиться. Усе, що називає це місце, називатиме той запис, назви перейдуть до нього, а адреса вестиме туди. Усе піде на перевірку, а читачі побачать після публікації.',
    mergeWith: 'Запис, що залишиться',
    mergeHint: 'Будь-яка з назв, будь-яким письмом.',
    noPlace: 'Місця з такою назвою немає.',
    remove: 'Вибрати інше',
    would: (events, statements, name) =>
      `${counted('uk', events, { one: 'подія', few: 'події', many: 'подій', other: 'події' })} і ${counted('uk', statements, { one: 'твердження про територію', few: 'твердження про територію', many: 'тверджень про територію', other: 'твердження про територію' })} називатимуть натомість ${name}.`,
    mergeGo: 'Зробити одним',
    mergeDone: 'Усе тепер на перевірці.',
    toQueue: 'До черги',
    standsFor: 'Відповідає також за ідентифікатори:',
  },
};
