import type { ItemKind } from '../domain/history/edition.ts';
import type { DeskState, Move, Refusal } from '../domain/desk/workflow.ts';
import type { Role } from '../domain/access/access.ts';
import type { Lang } from '../domain/text.ts';
import { counted, type Forms } from './plural.ts';

/** Words of the desk that more than one of its pages says. */
export interface DeskWords {
  readonly title: string;
  readonly menu: string;
  readonly nav: Readonly<
    Record<'queue' | 'newReport' | 'newGround' | 'publish' | 'people' | 'audit' | 'settings', string>
  >;
  readonly account: string;
  readonly signOut: string;
  readonly toMap: string;
  readonly role: Readonly<Record<Role, string>>;
  readonly state: Readonly<Record<DeskState, string>>;
  readonly retraction: string;
  readonly kind: Readonly<Record<ItemKind, string>>;
  readonly kinds: Readonly<Record<ItemKind, string>>;
  readonly untitled: string;
  readonly undated: string;
  readonly move: Readonly<Record<Move, string>>;
  readonly refused: Readonly<Record<Refusal | 'changed' | 'unknown', string>>;
  readonly cancel: string;
  readonly items: (n: number) => string;
  readonly failed: string;
  readonly offline: string;
}

const items: Record<Lang, Forms> = {
  en: { one: 'item', other: 'items' },
  uk: { one: 'запис', few: 'записи', many: 'записів', other: 'запису' },
};

export const deskWords: Record<Lang, DeskWords> = {
  en: {
    title: 'The desk',
    menu: 'The desk',
    nav: {
      queue: 'Queue',
      newReport: 'New report',
      newGround: 'Draw ground',
      publish: 'Publish',
      people: 'People',
      audit: 'Audit log',
      settings: 'Settings',
    },
    account: 'Your account',
    signOut: 'Sign out',
    toMap: 'To the map',
    role: { none: 'Has left', contributor: 'Contributor', editor: 'Editor', admin: 'Admin' },
    state: {
      draft: 'Draft',
      review: 'In review',
      approved: 'Approved',
      public: 'Published',
      discarded: 'Put away',
    },
    retraction: 'To be retracted',
    kind: { event: 'Event', report: 'Report', statement: 'Ground', place: 'Place', ledger: 'Ledger' },
    kinds: { event: 'Events', report: 'Reports', statement: 'Ground', place: 'Places', ledger: 'Ledgers' },
    untitled: 'No title yet',
    undated: 'No day yet',
    move: {
      submit: 'Send to review',
      approve: 'Approve',
      'send-back': 'Send back',
      discard: 'Put away',
      restore: 'Take out again',
      retract: 'Retract',
      keep: 'Keep it after all',
      undo: 'Undo',
    },
    refused: {
      role: 'Your role does not allow that; ask an editor.',
      own: 'You wrote this yourself, so somebody else has to approve it.',
      faults: 'Something is still missing; open it to see what.',
      state: 'It stands elsewhere by now; look at it again.',
      changed: 'Somebody wrote to it meanwhile; look at it again before you decide.',
      unknown: 'There is no such item.',
    },
    cancel: 'Cancel',
    items: (n) => counted('en', n, items.en),
    failed: 'That did not get through. Try again.',
    offline: 'You are offline. What you write is kept in this browser and goes through later.',
  },
  uk: {
    title: 'Редакційний стіл',
    menu: 'Редакційний стіл',
    nav: {
      queue: 'Черга',
      newReport: 'Нове повідомлення',
      newGround: 'Малювати територію',
      publish: 'Публікація',
      people: 'Люди',
      audit: 'Журнал дій',
      settings: 'Налаштування',
    },
    account: 'Ваш обліковий запис',
    signOut: 'Вийти',
    toMap: 'До карти',
    role: { none: 'Більше не працює', contributor: 'Дописувач', editor: 'Редактор', admin: 'Адміністратор' },
    state: {
      draft: 'Чернетка',
      review: 'На перевірці',
      approved: 'Схвалено',
      public: 'Опубліковано',
      discarded: 'Відкладено',
    },
    retraction: 'Буде відкликано',
    kind: {
      event: 'Подія',
      report: 'Повідомлення',
      statement: 'Територія',
      place: 'Місце',
      ledger: 'Реєстр',
    },
    kinds: {
      event: 'Події',
      report: 'Повідомлення',
      statement: 'Територія',
      place: 'Місця',
      ledger: 'Реєстри',
    },
    untitled: 'Ще без назви',
    undated: 'Ще без дати',
    move: {
      submit: 'На перевірку',
      approve: 'Схвалити',
      'send-back': 'Повернути',
      discard: 'Відкласти',
      restore: 'Повернути до роботи',
      retract: 'Відкликати',
      keep: 'Усе ж залишити',
      undo: 'Скасувати дію',
    },
    refused: {
      role: 'Ваша роль цього не дозволяє; зверніться до редактора.',
      own: 'Ви самі це писали, тож схвалити має хтось інший.',
      faults: 'Чогось іще бракує; відкрийте запис, щоб побачити чого.',
      state: 'Запис уже в іншому стані; погляньте ще раз.',
      changed: 'Хтось тим часом його змінив; погляньте ще раз, перш ніж вирішувати.',
      unknown: 'Такого запису немає.',
    },
    cancel: 'Скасувати',
    items: (n) => counted('uk', n, items.uk),
    failed: 'Не вдалося надіслати. Спробуйте ще раз.',
    offline: 'Немає звʼязку. Написане зберігається в цьому браузері й надійде згодом.',
  },
};

interface QueueWords {
  readonly title: string;
  readonly lists: string;
  readonly tab: Readonly<
    Record<'draft' | 'review' | 'approved' | 'embargoed' | 'public' | 'discarded', string>
  >;
  readonly empty: Readonly<
    Record<'draft' | 'review' | 'approved' | 'embargoed' | 'public' | 'discarded', string>
  >;
  readonly nothing: string;
  readonly allKinds: string;
  readonly mine: string;
  readonly search: string;
  readonly searchGo: string;
  readonly choose: (title: string) => string;
  readonly chosen: (n: number) => string;
  readonly assign: string;
  readonly nobody: string;
  readonly tag: string;
  readonly tagGo: string;
  readonly tagged: (tag: string, n: number) => string;
  readonly withTag: (tag: string) => string;
  readonly written: (by: string, when: string) => string;
  readonly seenBy: (name: string) => string;
  readonly heldUntil: (when: string) => string;
  readonly earlier: string;
  readonly later: string;
  readonly keys: string;
  readonly done: (move: Move, n: number) => string;
  readonly left: (n: number, why: string) => string;
  readonly newEvent: string;
}

const CHOSEN: Record<Lang, Forms> = {
  en: { one: 'item chosen', other: 'items chosen' },
  uk: { one: 'запис вибрано', few: 'записи вибрано', many: 'записів вибрано', other: 'запису вибрано' },
};

/** Words of the queue. */
export const queueWords: Record<Lang, QueueWords> = {
  en: {
    title: 'Queue',
    lists: 'Lists',
    tab: {
      draft: 'Drafts',
      review: 'In review',
      approved: 'Approved',
      embargoed: 'Embargoed',
      public: 'Published lately',
      discarded: 'Put away',
    },
    empty: {
      draft: 'No drafts. Begin with a report: paste it, and draw events from its words.',
      review: 'Nothing waits for review.',
      approved: 'Nothing is approved and waiting to be published.',
      embargoed: 'Nothing is held back.',
      public: 'Nothing is published yet.',
      discarded: 'Nothing was put away.',
    },
    nothing: 'Nothing here fits what you look for.',
    allKinds: 'Everything',
    mine: 'Mine to see to',
    search: 'Words of the title',
    searchGo: 'Search',
    choose: (title) => `Choose “${title}”`,
    chosen: (n) => counted('en', n, CHOSEN.en),
    assign: 'Give to',
    nobody: 'nobody',
    tag: 'Tag',
    tagGo: 'Put the tag on',
    tagged: (tag, n) => `Tagged “${tag}”: ${counted('en', n, items.en)}.`,
    withTag: (tag) => `Tagged “${tag}”`,
    written: (by, when) => `${by}, ${when}`,
    seenBy: (name) => `${name} sees to it`,
    heldUntil: (when) => `held until ${when}`,
    earlier: 'Newer',
    later: 'Older',
    keys: 'Keys: j and k go down and up, Enter opens, x chooses, a approves, b sends back.',
    done: (move, n) => `${deskWords.en.move[move]}: ${counted('en', n, items.en)}.`,
    left: (n, why) => `${counted('en', n, items.en)} could not be moved: ${why}`,
    newEvent: 'New event',
  },
  uk: {
    title: 'Черга',
    lists: 'Списки',
    tab: {
      draft: 'Чернетки',
      review: 'На перевірці',
      approved: 'Схвалені',
      embargoed: 'Під ембарго',
      public: 'Недавно опубліковані',
      discarded: 'Відкладені',
    },
    empty: {
      draft: 'Чернеток немає. Почніть із повідомлення: вставте його й виведіть події з його слів.',
      review: 'Ніщо не чекає на перевірку.',
      approved: 'Немає схваленого, що чекає на публікацію.',
      embargoed: 'Нічого не притримано.',
      public: 'Ще нічого не опубліковано.',
      discarded: 'Нічого не відкладено.',
    },
    nothing: 'Тут немає нічого, що ви шукаєте.',
    allKinds: 'Усе',
    mine: 'Доручене мені',
    search: 'Слова з назви',
    searchGo: 'Шукати',
    choose: (title) => `Вибрати «${title}»`,
    chosen: (n) => counted('uk', n, CHOSEN.uk),
    assign: 'Доручити',
    nobody: 'нікому',
    tag: 'Мітка',
    tagGo: 'Поставити мітку',
    tagged: (tag, n) => `Мітка «${tag}»: ${counted('uk', n, items.uk)}.`,
    withTag: (tag) => `Мітка «${tag}»`,
    written: (by, when) => `${by}, ${when}`,
    seenBy: (name) => `цим займається ${name}`,
    heldUntil: (when) => `притримано до ${when}`,
    earlier: 'Новіші',
    later: 'Старіші',
    keys: 'Клавіші: j і k — вниз і вгору, Enter відкриває, x вибирає, a схвалює, b повертає.',
    done: (move, n) => `${deskWords.uk.move[move]}: ${counted('uk', n, items.uk)}.`,
    left: (n, why) => `Не вдалося перемістити: ${counted('uk', n, items.uk)}. ${why}`,
    newEvent: 'Нова подія',
  },
};
