import type { Lang } from '../domain/text.ts';
import { amount, en, uk } from './amounts.ts';

interface Words {
  readonly nav: string;
  readonly title: string;
  readonly lead: string;
  readonly role: string;
  readonly file: string;
  readonly fileHint: string;
  readonly drop: string;
  readonly chosen: (name: string) => string;
  readonly tooLarge: string;
  readonly notRead: string;
  readonly reading: string;
  readonly delimiter: string;
  readonly encoding: string;
  readonly byItself: string;
  readonly tab: string;
  readonly sample: (columns: number) => string;
  readonly mapping: string;
  readonly mappingLead: string;
  readonly load: string;
  readonly save: string;
  readonly notMapping: string;
  readonly groups: Readonly<Record<'what' | 'when' | 'where' | 'who', string>>;
  readonly needed: string;
  readonly nothing: string;
  readonly columns: string;
  readonly constants: string;
  readonly own: string;
  readonly ownWords: string;
  readonly take: (column: string) => string;
  readonly offers: (n: number) => string;
  readonly order: string;
  readonly orders: Readonly<Record<'none' | 'dmy' | 'mdy', string>>;
  readonly number: string;
  readonly numbers: Readonly<Record<'none' | 'excel' | 'unix-s' | 'unix-ms', string>>;
  readonly words: string;
  readonly from: string;
  readonly report: string;
  readonly reportHint: string;
  readonly noReports: string;
  readonly chooseReport: string;
  readonly cites: string;
  readonly undated: string;
  readonly leaveAlike: string;
  readonly missing: (what: string) => string;
  readonly tryIt: string;
  readonly trying: string;
  readonly stop: string;
  readonly stopped: string;
  readonly progress: (rows: number) => string;
  readonly outcome: string;
  readonly counts: Readonly<
    Record<'accepted' | 'refused' | 'alike' | 'twice' | 'known' | 'unlocated' | 'skipped', string>
  >;
  readonly lists: Readonly<
    Record<'preview' | 'refused' | 'alike' | 'unlocated' | 'unknown' | 'twice', string>
  >;
  readonly unknownHint: string;
  readonly means: string;
  readonly leaveRow: string;
  readonly again: string;
  readonly changed: string;
  readonly go: (n: number) => string;
  readonly going: string;
  readonly done: (n: number) => string;
  readonly toQueue: string;
  readonly another: string;
  readonly failed: string;
  readonly row: string;
  readonly noPlace: string;
}

/** The page on which a file of events is brought in. */
export const importPageWords: Readonly<Record<Lang, Words>> = {
  en: {
    nav: 'Import',
    title: 'Import events',
    lead: 'Rows of a table, or points of a map, become drafts. Nothing of it is published by this, and nothing that tells where troops are is taken.',
    role: 'Editors bring in files; ask one.',
    file: 'File',
    fileHint: 'CSV, NDJSON, GeoJSON or KML, less than 50 MB. Larger ones go through the terminal.',
    drop: 'Or drop it here.',
    chosen: (name) => `Chosen: ${name}`,
    tooLarge: 'The file has 50 MB or more. Split it, or import it at the terminal: npm run salient -- import events.',
    notRead: 'The file is not read',
    reading: 'Reading the first rows…',
    delimiter: 'Columns are parted by',
    encoding: 'Letters are written as',
    byItself: 'As the file itself shows',
    tab: 'Tab',
    sample: (n) => `The first rows, ${en(n, 'column')}`,
    mapping: 'Which column is what',
    mappingLead: 'Names of columns are only offers: each stands for nothing until you take it.',
    load: 'Load a mapping',
    save: 'Save this mapping',
    notMapping: 'That file is no mapping:',
    groups: { what: 'What', when: 'When', where: 'Where', who: 'Who says so' },
    needed: 'needed',
    nothing: 'Nothing',
    columns: 'Columns',
    constants: 'The same for all rows',
    own: 'Words of your own',
    ownWords: 'Words for all rows; {column} stands for its cell',
    take: (column) => `Take “${column}”`,
    offers: (n) => `${en(n, 'offer')} not taken yet`,
    order: 'In 03/04/2022 comes first',
    orders: { none: 'not said', dmy: 'the day', mdy: 'the month' },
    number: 'A number alone is',
    numbers: { none: 'not said', excel: 'a day of a spreadsheet', 'unix-s': 'seconds since 1970', 'unix-ms': 'milliseconds since 1970' },
    words: 'Also dates in words',
    from: 'The rows are from',
    report: 'Report',
    reportHint: 'Each event cites it, or came to us through it.',
    noReports: 'There is no report yet. Write one first: it is what the events cite.',
    chooseReport: 'Choose a report',
    cites: 'Make a draft of a report of every link, and cite that',
    undated: 'Take rows without a day, as undated',
    leaveAlike: 'Leave out what may be known already',
    missing: (what) => `Still to be said: ${what}.`,
    tryIt: 'Try it',
    trying: 'Trying; nothing is written.',
    stop: 'Stop',
    stopped: 'Stopped. Nothing was written.',
    progress: (n) => `${en(n, 'row')} read`,
    outcome: 'What would become of it',
    counts: { accepted: 'new drafts', refused: 'refused', alike: 'may be known', twice: 'twice in the file', known: 'imported before', unlocated: 'without a place', skipped: 'left out' },
    lists: { preview: 'The first drafts', refused: 'Refused', alike: 'May be known already', unlocated: 'Without a place', unknown: 'Values that nobody said the meaning of', twice: 'Twice in the file' },
    unknownHint: 'Say what each means, or leave it: a kind that is not said refuses its rows, anything else stays open in the draft.',
    means: 'means',
    leaveRow: 'leave such rows out',
    again: 'Try it again',
    changed: 'Something was changed since; try it again before you import.',
    go: (n) => `Import ${en(n, 'draft')}`,
    going: 'Importing. Until it is done, nothing of it is in the store.',
    done: (n) => `${en(n, 'draft')} of events now ${n === 1 ? 'waits' : 'wait'} in the queue.`,
    toQueue: 'To the queue',
    another: 'Import another file',
    failed: 'That did not get through. Nothing was written; try again.',
    row: 'row',
    noPlace: 'no place',
  },
  uk: {
    nav: 'Імпорт',
    title: 'Імпорт подій',
    lead: 'Рядки таблиці чи точки карти стають чернетками. Нічого з них цим не публікується, і нічого про розташування військ не береться.',
    role: 'Файли імпортують редактори; попросіть когось із них.',
    file: 'Файл',
    fileHint: 'CSV, NDJSON, GeoJSON або KML, менш як 50 МБ. Більші — через термінал.',
    drop: 'Або перетягніть його сюди.',
    chosen: (name) => `Обрано: ${name}`,
    tooLarge: 'Файл має 50 МБ або більше. Розділіть його або імпортуйте в терміналі: npm run salient -- import events.',
    notRead: 'Файл не прочитано',
    reading: 'Читаємо перші рядки…',
    delimiter: 'Стовпці розділено знаком',
    encoding: 'Літери записано в',
    byItself: 'Як видно з файла',
    tab: 'Табуляція',
    sample: (n) => `Перші рядки, ${uk(n, 'стовпець', 'стовпці', 'стовпців')}`,
    mapping: 'Який стовпець що означає',
    mappingLead: 'Назви стовпців — лише пропозиції: жодна не діє, доки ви її не приймете.',
    load: 'Завантажити відповідності',
    save: 'Зберегти ці відповідності',
    notMapping: 'Цей файл не є відповідностями:',
    groups: { what: 'Що', when: 'Коли', where: 'Де', who: 'Хто про це каже' },
    needed: 'потрібно',
    nothing: 'Нічого',
    columns: 'Стовпці',
    constants: 'Однаково для всіх рядків',
    own: 'Власні слова',
    ownWords: 'Слова для всіх рядків; {стовпець} означає його клітинку',
    take: (column) => `Взяти «${column}»`,
    offers: (n) => `Ще не прийнято: ${uk(n, 'пропозиція', 'пропозиції', 'пропозицій')}`,
    order: 'У 03/04/2022 першим стоїть',
    orders: { none: 'не сказано', dmy: 'день', mdy: 'місяць' },
    number: 'Саме лише число — це',
    numbers: { none: 'не сказано', excel: 'день електронної таблиці', 'unix-s': 'секунди від 1970 року', 'unix-ms': 'мілісекунди від 1970 року' },
    words: 'Також дати словами',
    from: 'Звідки рядки',
    report: 'Повідомлення',
    reportHint: 'На нього посилається кожна подія, або через нього ми про неї знаємо.',
    noReports: 'Повідомлень ще немає. Спершу створіть одне: на нього посилатимуться події.',
    chooseReport: 'Оберіть повідомлення',
    cites: 'Створити чернетку повідомлення з кожного посилання й посилатися на неї',
    undated: 'Брати рядки без дня, як недатовані',
    leaveAlike: 'Пропускати те, що, можливо, вже відоме',
    missing: (what) => `Ще слід сказати: ${what}.`,
    tryIt: 'Спробувати',
    trying: 'Пробуємо; нічого не записується.',
    stop: 'Зупинити',
    stopped: 'Зупинено. Нічого не записано.',
    progress: (n) => `Прочитано ${uk(n, 'рядок', 'рядки', 'рядків')}`,
    outcome: 'Що з цього вийде',
    counts: { accepted: 'нових чернеток', refused: 'відхилено', alike: 'можливо, відомі', twice: 'двічі у файлі', known: 'імпортовано раніше', unlocated: 'без місця', skipped: 'пропущено' },
    lists: { preview: 'Перші чернетки', refused: 'Відхилено', alike: 'Можливо, уже відомі', unlocated: 'Без місця', unknown: 'Значення, про які ніхто не сказав, що вони означають', twice: 'Двічі у файлі' },
    unknownHint: 'Скажіть, що означає кожне, або залиште: рядки без виду відхиляються, решта лишається незаповненою в чернетці.',
    means: 'означає',
    leaveRow: 'пропускати такі рядки',
    again: 'Спробувати ще раз',
    changed: 'Відтоді щось змінено; спробуйте ще раз, перш ніж імпортувати.',
    go: (n) => `Імпортувати ${uk(n, 'чернетку', 'чернетки', 'чернеток')}`,
    going: 'Імпортуємо. Доки не завершено, у сховищі нічого з цього немає.',
    done: (n) => `У черзі тепер ${uk(n, 'чернетка події', 'чернетки подій', 'чернеток подій')}.`,
    toQueue: 'До черги',
    another: 'Імпортувати інший файл',
    failed: 'Не вийшло. Нічого не записано; спробуйте ще раз.',
    row: 'рядок',
    noPlace: 'без місця',
  },
}; // prettier-ignore

/** A count as it stands over its name. */
export const countOf = (lang: Lang, n: number): string => amount(lang, n);

/** Which side a speaker belongs to. */
export const partyWords: Readonly<Record<Lang, Readonly<Record<'russia' | 'ukraine' | 'none', string>>>> = {
  en: { russia: 'Russia', ukraine: 'Ukraine', none: 'no party to the war' },
  uk: { russia: 'Росія', ukraine: 'Україна', none: 'не сторона війни' },
};
