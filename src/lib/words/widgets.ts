import type { Lang } from '../domain/text.ts';

export type WidgetFault =
  'name' | 'address' | 'words' | 'callouts' | 'sites' | 'hook' | 'private' | 'unknown';

interface WidgetsWords {
  readonly nav: string;
  readonly title: string;
  readonly lead: string;
  readonly none: string;
  readonly at: string;
  readonly shows: string;
  readonly showsHint: string;
  readonly headline: string;
  readonly credit: string;
  readonly callouts: string;
  readonly calloutsHint: string;
  readonly ownHint: string;
  readonly save: string;
  readonly saved: string;
  readonly open: string;
  readonly feed: string;
  readonly calls: string;
  readonly noCalls: string;
  readonly call: (edition: number, when: string, tries: number) => string;
  readonly answered: (status: number | undefined, text: string) => string;
  readonly again: (when: string) => string;
  readonly keys: string;
  readonly keysTitle: string;
  readonly keysLead: string;
  readonly name: string;
  readonly nameHint: string;
  readonly sites: string;
  readonly sitesHint: string;
  readonly hook: string;
  readonly hookHint: string;
  readonly make: string;
  readonly made: (name: string) => string;
  readonly secret: string;
  readonly copy: string;
  readonly change: string;
  readonly drop: (name: string) => string;
  readonly dropShort: string;
  readonly dropHint: string;
  readonly toPins: string;
  readonly fault: Readonly<Record<WidgetFault, string>>;
}

export const widgetsWords: Record<Lang, WidgetsWords> = {
  en: {
    nav: 'Widgets',
    title: 'Widgets of newsrooms',
    lead: 'Each stays under its address; what it shows is moved here, and the article needs no change.',
    none: 'No newsroom has a key yet. An admin makes one.',
    at: 'Address',
    shows: 'What it shows',
    showsHint: 'The address of a page or widget of this site. A page is pinned to the edition of now.',
    headline: 'Own title',
    credit: 'Own credit',
    callouts: 'Own callouts',
    calloutsHint:
      'Five at most, one a line: longitude, latitude and the words, such as “37.28, 47.98 The dam”.',
    ownHint: 'Own words stand apart from the map, marked with the name of the newsroom.',
    save: 'Save',
    saved: 'Saved. Readers see it within a minute.',
    open: 'Open',
    feed: 'Feed of corrections',
    calls: 'Last calls',
    noCalls: 'It was not called yet.',
    call: (edition, when, tries) =>
      `Edition ${edition}, ${when}, ${tries === 1 ? 'one try' : `${tries} tries`}:`,
    answered: (status, text) => (status === undefined ? `no answer (${text})` : `${status} ${text}`.trim()),
    again: (when) => `Tried again ${when}.`,
    keys: 'Keys',
    keysTitle: 'Keys of newsrooms',
    keysLead:
      'A key gives a newsroom an address that stays, words of its own and calls when its map is concerned.',
    name: 'Name of the newsroom',
    nameHint: 'Readers see it above the own words.',
    sites: 'Sites that alone may show it',
    sitesHint:
      'Origins such as https://news.example, with spaces between. Empty: any site that may show widgets.',
    hook: 'Address that is called',
    hookHint:
      'Called by POST when a publication concerns the map, signed with the secret. Empty: nobody is called.',
    make: 'Make a key',
    made: (name) => `Secret of ${name}`,
    secret:
      'Calls are signed with it: HMAC-SHA256 of the timestamp, a full stop and the body. It is shown this once.',
    copy: 'Copy the secret',
    change: 'Change',
    drop: (name) => `Withdraw the key of ${name}`,
    dropShort: 'Withdraw',
    dropHint: 'Its address then shows the front, without any words of its own.',
    toPins: 'What they show',
    fault: {
      name: 'Write a name of at most 80 letters.',
      address: 'That is no address of a public page or widget of this site.',
      words: 'A title and a credit have at most 160 letters each.',
      callouts: 'Write five callouts at most, each as longitude, latitude and up to 120 letters.',
      sites: 'That is no list of sites; write whole origins such as https://news.example.',
      hook: 'That is no web address.',
      private: 'That address is of a private network; nothing is sent there.',
      unknown: 'There is no such key any more.',
    },
  },
  uk: {
    nav: 'Віджети',
    title: 'Віджети редакцій',
    lead: 'Кожен лишається за своєю адресою; що він показує, змінюють тут, і статтю правити не треба.',
    none: 'Жодна редакція ще не має ключа. Його створює адміністратор.',
    at: 'Адреса',
    shows: 'Що він показує',
    showsHint: 'Адреса сторінки чи віджета цього сайту. Сторінку закріплюють за нинішнім випуском.',
    headline: 'Власний заголовок',
    credit: 'Власний підпис',
    callouts: 'Власні виноски',
    calloutsHint:
      'Щонайбільше п’ять, по одній у рядку: довгота, широта й слова, наприклад «37.28, 47.98 Гребля».',
    ownHint: 'Власні слова стоять окремо від карти й позначені назвою редакції.',
    save: 'Зберегти',
    saved: 'Збережено. Читачі побачать це протягом хвилини.',
    open: 'Відкрити',
    feed: 'Стрічка виправлень',
    calls: 'Останні виклики',
    noCalls: 'Ще не викликали.',
    call: (edition, when, tries) => `Випуск ${edition}, ${when}, спроб: ${tries}:`,
    answered: (status, text) =>
      status === undefined ? `без відповіді (${text})` : `${status} ${text}`.trim(),
    again: (when) => `Наступна спроба ${when}.`,
    keys: 'Ключі',
    keysTitle: 'Ключі редакцій',
    keysLead: 'Ключ дає редакції сталу адресу, власні слова й виклики, коли щось стосується її карти.',
    name: 'Назва редакції',
    nameHint: 'Читачі бачать її над власними словами.',
    sites: 'Сайти, яким лише й можна його показувати',
    sitesHint:
      'Адреси на зразок https://news.example через пробіл. Порожньо: будь-який сайт, якому дозволено віджети.',
    hook: 'Адреса для викликів',
    hookHint:
      'Викликається методом POST, коли публікація стосується карти, з підписом. Порожньо: не викликати.',
    make: 'Створити ключ',
    made: (name) => `Секрет: ${name}`,
    secret: 'Ним підписують виклики: HMAC-SHA256 від позначки часу, крапки й тіла. Показано лише цього разу.',
    copy: 'Копіювати секрет',
    change: 'Змінити',
    drop: (name) => `Відкликати ключ: ${name}`,
    dropShort: 'Відкликати',
    dropHint: 'За його адресою тоді буде фронт без жодних власних слів.',
    toPins: 'Що вони показують',
    fault: {
      name: 'Напишіть назву, не довшу за 80 літер.',
      address: 'Це не адреса публічної сторінки чи віджета цього сайту.',
      words: 'Заголовок і підпис мають щонайбільше по 160 літер.',
      callouts: 'Щонайбільше п’ять виносок: довгота, широта й до 120 літер.',
      sites: 'Це не перелік сайтів; напишіть повні адреси на зразок https://news.example.',
      hook: 'Це не вебадреса.',
      private: 'Це адреса приватної мережі; туди нічого не надсилають.',
      unknown: 'Такого ключа вже немає.',
    },
  },
};
