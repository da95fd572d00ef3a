import type { Lang } from '../domain/text.ts';

interface ReportFormWords {
  readonly newReport: string;
  readonly title: string;
  readonly publisher: string;
  readonly author: string;
  readonly url: string;
  readonly noUrl: string;
  readonly language: string;
  readonly languages: Readonly<Record<string, string>>;
  readonly kind: string;
  readonly kinds: Readonly<Record<'article' | 'assessment' | 'statement' | 'map', string>>;
  readonly first: string;
  readonly last: string;
  readonly publishedHint: string;
  readonly dating: string;
  readonly datingUk: string;
  readonly archive: string;
  readonly note: string;
  readonly noteUk: string;
  readonly text: string;
  readonly textHint: string;
  readonly keep: string;
  readonly keepHint: string;
  readonly again: string;
  readonly reading: string;
  readonly readingHint: string;
  readonly draw: string;
  readonly drawHint: string;
  readonly another: string;
  readonly drawnTitle: string;
  readonly drawnNone: string;
  readonly about: string;
  readonly close: string;
  readonly alike: string;
  readonly alikeWhy: Readonly<Record<'same-url' | 'same-title' | 'near-title', string>>;
  readonly paragraph: (n: number) => { en: string; uk: string };
  readonly mentions: string;
  readonly cited: (title: string) => string;
  readonly sentence: (n: number, of: number) => string;
}

const paragraph = (n: number) => ({ en: `paragraph ${n}`, uk: `абзац ${n}` });

/** Words of the page on which a report is entered and read. */
export const reportFormWords: Record<Lang, ReportFormWords> = {
  en: {
    newReport: 'New report',
    title: 'Title',
    publisher: 'Publisher',
    author: 'Author',
    url: 'Address',
    noUrl: 'It has no address',
    language: 'Language',
    languages: { en: 'English', uk: 'Ukrainian', ru: 'Russian', de: 'German', fr: 'French', pl: 'Polish' },
    kind: 'Kind',
    kinds: { article: 'Article', assessment: 'Assessment', statement: 'Statement', map: 'Map' },
    first: 'Published on, or not before',
    last: 'Not after',
    publishedHint: 'The day it shows. Where it shows none: the range of days, and how that is known.',
    dating: 'How its day is known',
    datingUk: 'How its day is known, in Ukrainian',
    archive: 'Archived copy',
    note: 'Note for readers',
    noteUk: 'Note in Ukrainian',
    text: 'What it says',
    textHint: 'Paste the text. It stays at this desk and is never published.',
    keep: 'Read it',
    keepHint: 'Ctrl + Enter',
    again: 'Paste it anew',
    reading: 'The text',
    readingHint:
      'Arrow keys go from sentence to sentence, E draws an event from one. Or select words, then press E.',
    draw: 'Draw an event from it',
    drawHint: 'E',
    another: 'One more like this',
    drawnTitle: 'Drawn from it',
    drawnNone: 'Nothing yet.',
    about: 'About the report',
    close: 'Close the event',
    alike: 'Is it there already?',
    alikeWhy: {
      'same-url': 'the same address',
      'same-title': 'the same title and day',
      'near-title': 'nearly the same title',
    },
    paragraph,
    mentions: 'Mentioned in it',
    cited: (title) => `Added as a citation to “${title}”.`,
    sentence: (n, of) => `Sentence ${n} of ${of}`,
  },
  uk: {
    newReport: 'Нове повідомлення',
    title: 'Назва',
    publisher: 'Видавець',
    author: 'Автор',
    url: 'Адреса',
    noUrl: 'Адреси немає',
    language: 'Мова',
    languages: {
      en: 'англійська',
      uk: 'українська',
      ru: 'російська',
      de: 'німецька',
      fr: 'французька',
      pl: 'польська',
    },
    kind: 'Вид',
    kinds: { article: 'Стаття', assessment: 'Оцінка', statement: 'Заява', map: 'Карта' },
    first: 'Опубліковано, або не раніше',
    last: 'Не пізніше',
    publishedHint: 'День, який на ньому стоїть. Якщо не стоїть жоден — проміжок і звідки він відомий.',
    dating: 'Звідки відомий день, англійською',
    datingUk: 'Звідки відомий день, українською',
    archive: 'Архівна копія',
    note: 'Примітка для читачів англійською',
    noteUk: 'Примітка українською',
    text: 'Що в ньому сказано',
    textHint: 'Вставте текст. Він лишається за цим столом і ніколи не публікується.',
    keep: 'Читати',
    keepHint: 'Ctrl + Enter',
    again: 'Вставити заново',
    reading: 'Текст',
    readingHint:
      'Стрілки ведуть від речення до речення, E виводить із речення подію. Або виділіть слова й натисніть E.',
    draw: 'Вивести з нього подію',
    drawHint: 'E',
    another: 'Ще одна така',
    drawnTitle: 'Виведено з нього',
    drawnNone: 'Поки нічого.',
    about: 'Про повідомлення',
    close: 'Закрити подію',
    alike: 'Чи його ще немає?',
    alikeWhy: {
      'same-url': 'та сама адреса',
      'same-title': 'та сама назва й день',
      'near-title': 'майже та сама назва',
    },
    paragraph,
    mentions: 'Згадано в ньому',
    cited: (title) => `Додано як джерело до «${title}».`,
    sentence: (n, of) => `Речення ${n} з ${of}`,
  },
};
