import type { EventLikeness } from '../domain/events/alike.ts';
import type { Doubt } from '../domain/geometry/said-point.ts';
import type { Lang } from '../domain/text.ts';

/** How what somebody writes stands; see editor/draft.ts. */
type DraftStatus = 'saved' | 'unsaved' | 'saving' | 'offline' | 'signed-out' | 'conflict' | 'refused';

interface EventFormWords {
  readonly newEvent: string;
  readonly title: string;
  readonly titleUk: string;
  readonly titleHint: string;
  readonly note: string;
  readonly noteUk: string;
  readonly kind: string;
  readonly by: string;
  readonly theatre: string;
  readonly role: string;
  readonly weapon: string;
  readonly target: string;
  readonly heading: string;
  readonly headingHint: string;
  readonly choose: string;
  readonly notGiven: string;
  readonly when: string;
  readonly first: string;
  readonly last: string;
  readonly whenHint: string;
  readonly planned: string;
  readonly where: string;
  readonly place: string;
  readonly placeHint: string;
  readonly noPlace: string;
  readonly point: string;
  readonly pointHint: string;
  readonly takePoint: string;
  readonly pointOfPlace: string;
  readonly precision: string;
  readonly radius: string;
  readonly sure: Readonly<Record<Doubt | 'far' | 'outside', string>>;
  readonly takeInstead: (point: string) => string;
  readonly remove: string;
  readonly claims: string;
  readonly claim: (n: number) => string;
  readonly aspect: string;
  readonly says: string;
  readonly speaker: string;
  readonly party: string;
  readonly noParty: string;
  readonly text: string;
  readonly textUk: string;
  readonly report: string;
  readonly chooseReport: string;
  readonly locator: string;
  readonly quotation: string;
  readonly geolocation: string;
  readonly addClaim: string;
  readonly harm: string;
  readonly addHarm: string;
  readonly killed: string;
  readonly injured: string;
  readonly least: string;
  readonly most: string;
  readonly who: string;
  readonly whoWords: Readonly<Record<'civilian' | 'military' | 'unknown', string>>;
  readonly asOf: string;
  readonly faults: (n: number) => string;
  readonly whole: string;
  readonly submit: string;
  readonly submitHint: string;
  readonly suggested: string;
  readonly fromWords: (words: string) => string;
  readonly alike: string;
  readonly alikeWhy: (l: Omit<EventLikeness, 'likeness' | 'sameSpot'>) => string;
  readonly addCitation: (title: string) => string;
  readonly open: string;
  readonly status: Readonly<Record<DraftStatus, string>>;
  /** Nothing was written yet, so there is nothing to save. */
  readonly blank: string;
  readonly merged: string;
  readonly recovered: string;
  readonly signIn: string;
  readonly others: (names: string) => string;
  readonly conflictTitle: string;
  readonly conflictLead: (by: string) => string;
  readonly mine: string;
  readonly theirs: string;
  readonly settle: string;
  readonly comments: string;
  readonly comment: string;
  readonly say: string;
  readonly resolve: string;
  readonly history: string;
}

const km = (lang: Lang, metres: number): string =>
  metres < 1000
    ? `${Math.round(metres)} ${lang === 'uk' ? 'м' : 'm'}`
    : `${Math.round(metres / 1000)} ${lang === 'uk' ? 'км' : 'km'}`;

export const eventFormWords: Record<Lang, EventFormWords> = {
  en: {
    newEvent: 'New event',
    title: 'Title',
    titleUk: 'Title in Ukrainian',
    titleHint: 'What happened, in the words of a headline; who says so stands in the claims.',
    note: 'Note for readers',
    noteUk: 'Note in Ukrainian',
    kind: 'Kind',
    by: 'Who acted',
    theatre: 'Theatre',
    role: 'Role',
    weapon: 'Weapon',
    target: 'Target',
    heading: 'Heading in degrees',
    headingHint: 'Clockwise from north; only where a report or the ground gives one.',
    choose: 'Choose…',
    notGiven: 'not given',
    when: 'When',
    first: 'First day',
    last: 'Last day',
    whenHint: 'One day: the same twice. Leave out the end that nobody knows.',
    planned: 'Announced for',
    where: 'Where',
    place: 'Place',
    placeHint: 'Any spelling, any script, old names too.',
    noPlace: 'No place of that name is published. Try another spelling or a larger place near by.',
    point: 'Point',
    pointHint: 'Degrees, MGRS, Plus Code, or a link to a map.',
    takePoint: 'Set the point',
    pointOfPlace: 'Point of the place',
    precision: 'How exactly is it known?',
    radius: 'Within metres',
    sure: {
      order: 'Nothing says which number is latitude. Are you sure?',
      theatre: 'It lies far from the theatre as it is, and inside with the numbers swapped. Are you sure?',
      hemisphere: 'The S may mean south or a band of the grid. Are you sure?',
      far: 'The point lies far from the place. Are you sure?',
      outside: 'The point lies outside of the theatre, or in the sea. Are you sure?',
    },
    takeInstead: (point) => `Take ${point} instead`,
    remove: 'Take out',
    claims: 'Who says so',
    claim: (n) => `Claim ${n}`,
    aspect: 'About',
    says: 'The speaker',
    speaker: 'Speaker',
    party: 'Party to the war',
    noParty: 'no party',
    text: 'What is said',
    textUk: 'What is said, in Ukrainian',
    report: 'Report',
    chooseReport: 'Choose a report…',
    locator: 'Where in it',
    quotation: 'Short quotation',
    geolocation: 'Matches a picture to the ground',
    addClaim: 'Add a claim',
    harm: 'Harm',
    addHarm: 'Add harm as one speaker gives it',
    killed: 'Killed',
    injured: 'Injured',
    least: 'at least',
    most: 'at most',
    who: 'Who was harmed',
    whoWords: { civilian: 'civilians', military: 'military', unknown: 'not said' },
    asOf: 'As of',
    faults: (n) =>
      n === 1
        ? 'One thing is missing before it can be published.'
        : `${n} things are missing before it can be published.`,
    whole: 'Nothing is missing.',
    submit: 'Send to review',
    submitHint: 'Ctrl + Enter',
    suggested: 'In the words',
    fromWords: (words) => `from “${words}”`,
    alike: 'Is it one of these?',
    alikeWhy: ({ days, metres, kind, by }) =>
      [
        days === undefined ? '' : days === 0 ? 'same day' : days === 1 ? 'a day apart' : `${days} days apart`,
        metres === undefined ? '' : metres < 500 ? 'same spot' : `${km('en', metres)} away`,
        kind === 'same' ? 'same kind' : kind === 'related' ? 'a kind near it' : 'another kind',
        by === 'other' ? 'another side' : '',
      ]
        .filter(Boolean)
        .join(', '),
    addCitation: (title) => `Add as citation to “${title}”`,
    open: 'Open',
    status: {
      saved: 'Saved',
      unsaved: 'Writing…',
      saving: 'Saving…',
      offline: 'No connection: kept in this browser, will be saved later',
      'signed-out': 'You are signed out: kept in this browser',
      conflict: 'Somebody else changed the same',
      refused: 'It cannot be saved as it is',
    },
    blank: 'Nothing is kept until you write',
    merged: 'What somebody else wrote meanwhile came in.',
    recovered: 'What you wrote before and was not saved is back.',
    signIn: 'Sign in again',
    others: (names) => `${names} has this open too`,
    conflictTitle: 'Two of you changed the same',
    conflictLead: (by) =>
      `${by} saved while you wrote. Nothing is lost: choose for each field what shall stand.`,
    mine: 'Yours',
    theirs: 'Theirs',
    settle: 'Keep what is chosen',
    comments: 'Between colleagues',
    comment: 'Comment',
    say: 'Say it',
    resolve: 'Settled',
    history: 'History',
  },
  uk: {
    newEvent: 'Нова подія',
    title: 'Назва англійською',
    titleUk: 'Назва українською',
    titleHint: 'Що сталося, словами заголовка; хто це каже — у твердженнях.',
    note: 'Примітка для читачів англійською',
    noteUk: 'Примітка українською',
    kind: 'Вид',
    by: 'Хто діяв',
    theatre: 'Театр',
    role: 'Роль',
    weapon: 'Зброя',
    target: 'Ціль',
    heading: 'Напрямок у градусах',
    headingHint: 'За годинниковою стрілкою від півночі; лише якщо його дає повідомлення чи місцевість.',
    choose: 'Виберіть…',
    notGiven: 'не вказано',
    when: 'Коли',
    first: 'Перший день',
    last: 'Останній день',
    whenHint: 'Один день — двічі той самий. Невідомий кінець лишіть порожнім.',
    planned: 'Оголошено на',
    where: 'Де',
    place: 'Місце',
    placeHint: 'Будь-яке написання й письмо, також старі назви.',
    noPlace: 'Опублікованого місця з такою назвою немає. Спробуйте інше написання або більше місце поруч.',
    point: 'Точка',
    pointHint: 'Градуси, MGRS, Plus Code або посилання на карту.',
    takePoint: 'Поставити точку',
    pointOfPlace: 'Точка місця',
    precision: 'Наскільки точно це відомо?',
    radius: 'У межах метрів',
    sure: {
      order: 'Не сказано, котре з чисел — широта. Ви певні?',
      theatre: 'Так точка далеко від театру, а з переставленими числами — в його межах. Ви певні?',
      hemisphere: 'S може означати південь або смугу сітки. Ви певні?',
      far: 'Точка далеко від місця. Ви певні?',
      outside: 'Точка поза театром або в морі. Ви певні?',
    },
    takeInstead: (point) => `Взяти натомість ${point}`,
    remove: 'Прибрати',
    claims: 'Хто це каже',
    claim: (n) => `Твердження ${n}`,
    aspect: 'Про що',
    says: 'Мовець',
    speaker: 'Хто каже',
    party: 'Сторона війни',
    noParty: 'не сторона',
    text: 'Що сказано, англійською',
    textUk: 'Що сказано, українською',
    report: 'Повідомлення',
    chooseReport: 'Виберіть повідомлення…',
    locator: 'Де саме в ньому',
    quotation: 'Коротка цитата',
    geolocation: 'Звіряє зображення з місцевістю',
    addClaim: 'Додати твердження',
    harm: 'Постраждалі',
    addHarm: 'Додати число постраждалих за одним мовцем',
    killed: 'Загинуло',
    injured: 'Поранено',
    least: 'щонайменше',
    most: 'щонайбільше',
    who: 'Хто постраждав',
    whoWords: { civilian: 'цивільні', military: 'військові', unknown: 'не сказано' },
    asOf: 'Станом на',
    faults: (n) => `До публікації бракує: ${n}.`,
    whole: 'Нічого не бракує.',
    submit: 'На перевірку',
    submitHint: 'Ctrl + Enter',
    suggested: 'У словах',
    fromWords: (words) => `зі слів «${words}»`,
    alike: 'Чи не одна з цих?',
    alikeWhy: ({ days, metres, kind, by }) =>
      [
        days === undefined ? '' : days === 0 ? 'того ж дня' : `різниця в днях: ${days}`,
        metres === undefined ? '' : metres < 500 ? 'те саме місце' : `за ${km('uk', metres)}`,
        kind === 'same' ? 'той самий вид' : kind === 'related' ? 'близький вид' : 'інший вид',
        by === 'other' ? 'інша сторона' : '',
      ]
        .filter(Boolean)
        .join(', '),
    addCitation: (title) => `Додати як джерело до «${title}»`,
    open: 'Відкрити',
    status: {
      saved: 'Збережено',
      unsaved: 'Пишете…',
      saving: 'Зберігається…',
      offline: 'Немає звʼязку: лежить у цьому браузері, збережеться згодом',
      'signed-out': 'Ви вийшли: лежить у цьому браузері',
      conflict: 'Хтось змінив те саме',
      refused: 'Так зберегти не можна',
    },
    blank: 'Нічого не зберігається, поки ви не пишете',
    merged: 'Додано те, що тим часом написав хтось інший.',
    recovered: 'Повернуто написане раніше й не збережене.',
    signIn: 'Увійти знову',
    others: (names) => `Це відкрито також у: ${names}`,
    conflictTitle: 'Двоє змінили те саме',
    conflictLead: (by) =>
      `Поки ви писали, зберіг/зберегла ${by}. Нічого не втрачено: виберіть для кожного поля, що лишити.`,
    mine: 'Ваше',
    theirs: 'Їхнє',
    settle: 'Лишити вибране',
    comments: 'Між колегами',
    comment: 'Коментар',
    say: 'Надіслати',
    resolve: 'Вирішено',
    history: 'Історія',
  },
};
