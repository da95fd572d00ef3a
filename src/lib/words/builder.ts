import type { Following, Font, Ratio } from '../domain/embed/options.ts';
import type { Show } from '../domain/embed/builder.ts';
import type { Lang } from '../domain/text.ts';
import type { Day } from '../domain/time/day.ts';
import type { Theme } from '../domain/view/view.ts';
import { longDay, mediumDay } from './dates.ts';

interface BuilderWords {
  readonly title: string;
  readonly lead: string;
  readonly examples: string;
  readonly what: string;
  readonly show: Readonly<Record<Show, string>>;
  readonly place: string;
  readonly placeHint: string;
  found(name: string, about: string): string;
  readonly others: string;
  notFound(query: string): string;
  readonly event: string;
  readonly report: string;
  readonly choose: string;
  readonly area: string;
  readonly areaHint: string;
  missing(what: string): string;
  readonly days: string;
  readonly window: string;
  lastDays(n: number): string;
  readonly allDays: string;
  readonly twoDays: string;
  readonly oneDay: string;
  readonly compared: string;
  readonly earlier: string;
  around(flip: Day, before: Day, after: Day): string;
  readonly useAround: string;
  readonly noFlip: string;
  readonly whichDay: string;
  readonly day: string;
  dayHint(usual: string): string;
  readonly later: string;
  readonly laters: Readonly<Record<Following, { readonly text: string; readonly about: string }>>;
  readonly layers: string;
  readonly kinds: string;
  readonly kept: string;
  readonly look: string;
  readonly ratio: string;
  readonly ratios: Readonly<Record<Ratio, string>>;
  readonly theme: string;
  readonly themes: Readonly<Record<Theme, string>>;
  readonly accent: string;
  readonly accentHint: string;
  shade(paper: 'light' | 'dark', shade: string, changed: boolean): string;
  readonly font: string;
  readonly fonts: Readonly<Record<Font, string>>;
  readonly lang: string;
  readonly controls: string;
  readonly controlsOn: string;
  readonly controlsOff: string;
  readonly never: string;
  readonly update: string;
  readonly updated: string;
  readonly failed: string;
  readonly preview: string;
  readonly width: string;
  px(width: number): string;
  readonly article: {
    readonly title: string;
    readonly by: string;
    readonly before: string;
    readonly after: string;
    readonly more: string;
  };
  readonly openTest: string;
  readonly backToBuilder: string;
  readonly copies: string;
  readonly demonstration: string;
  readonly demonstrationWhy: string;
  readonly know: string;
  readonly iframe: string;
  readonly iframeWhy: string;
  readonly picture: string;
  readonly pictureHint: string;
  readonly script: string;
  readonly scriptWhy: string;
  readonly element: string;
  readonly elementWhy: string;
  readonly oembed: string;
  readonly oembedWhy: string;
  readonly pictures: string;
  readonly picturesWhy: string;
  readonly double: string;
  readonly link: string;
  readonly address: string;
  readonly asPicture: string;
  readonly openMap: string;
  frame(title: string): string;
  alt(title: string, follows: string): string;
  readonly live: string;
  readonly none: string;
  readonly forms: {
    readonly title: string;
    readonly lead: string;
    readonly snippet: string;
    readonly build: string;
    readonly place: string;
    readonly strike: string;
    readonly compare: string;
    readonly live: string;
    readonly dark: string;
    readonly slot: string;
  };
}

/** Words of the page on which a map for an article is made, and of its examples. */
export const builderWords: Readonly<Record<Lang, BuilderWords>> = {
  en: {
    title: 'Put this map into an article',
    lead: 'No account is needed. Choose what to show and copy what your system takes; the map never changes under your text unless you ask for it.',
    examples: 'See examples',
    what: 'What to show',
    show: {
      front: 'The front',
      place: 'A place',
      event: 'An event',
      report: 'A report',
      area: 'An area',
      view: 'The part of the map you came from',
    },
    place: 'Name of the place',
    placeHint: 'In any spelling; older names are found too.',
    found: (name, about) => `${name}, ${about}`,
    others: 'Or did you mean',
    notFound: (q) => `No place is called “${q}”; try another spelling. The front is shown.`,
    event: 'Which event',
    report: 'Which report',
    choose: 'Choose …',
    area: 'West, south, east, north',
    areaHint: 'In degrees, for example 36.5,47.5,38,48.5. On the map, “Share” takes along what you look at.',
    missing: (what) => `${what}: none is chosen yet, so the front is shown.`,
    days: 'Days',
    window: 'Events of',
    lastDays: (n) => (n === 1 ? 'the day itself' : `the last ${n} days`),
    allDays: 'all days until then',
    oneDay: 'One day',
    twoDays: 'Before and after',
    compared: 'One day or two',
    earlier: 'The day before',
    around: (flip, before, after) =>
      `The nearest change is of ${longDay('en', flip)}; around it lie ${mediumDay('en', before)} and ${mediumDay('en', after)}.`,
    useAround: 'Use these two days',
    noFlip: 'No change of ground is recorded within a year before that day; name the earlier day yourself.',
    whichDay: 'Which day?',
    day: 'Day',
    dayHint: (usual) => `Of two, the later one. Left empty: ${usual}.`,
    later: 'If we correct that day later?',
    laters: {
      keep: {
        text: 'Keep it and add a note',
        about: 'The picture stays as published. A correction of what it shows puts a note with a link on it.',
      },
      update: {
        text: 'Update it',
        about: 'The same day, always as now known.',
      },
      live: {
        text: 'Follow the front',
        about: 'Always the last reviewed day, as now known. It will not match an old text.',
      },
    },
    layers: 'Layers',
    kinds: 'Kinds of events',
    kept: 'The filters of the map you came from stay on; the map says what they hide.',
    look: 'How it looks',
    ratio: 'Shape',
    ratios: {
      '16x9': 'Wide, 16:9',
      '4x3': 'Usual, 4:3',
      '1x1': 'Square',
      '4x5': 'Tall, 4:5',
      '9x16': 'Phone, 9:16',
    },
    theme: 'Light or dark',
    themes: { system: 'As the reader has it', light: 'Light', dark: 'Dark' },
    accent: 'Accent colour',
    accentHint: 'Six hexadecimal digits, for example b3261e. Empty: the colour of the map.',
    shade: (paper, shade, changed) =>
      `On ${paper}: #${shade}${changed ? ', shaded so that it can be read' : ''}`,
    font: 'Letters of headings',
    fonts: { sans: 'Sans serif', serif: 'Serif' },
    lang: 'Language of the map',
    controls: 'A tap on the map',
    controlsOn: 'brings the map that moves, in place',
    controlsOff: 'does nothing; the map stays a picture',
    never:
      'The day, the edition, how certain each thing is, the source and who publishes always stand on it.',
    update: 'Show it',
    updated: 'The preview is up to date.',
    failed: 'The preview could not be fetched; use “Show it”.',
    preview: 'Preview',
    width: 'Width of the column',
    px: (width) => `${width} px`,
    article: {
      title: 'A headline of your article',
      by: 'By your reporter',
      before:
        'This is where your text stands. It says what happened and where, and the map below it shows the ground of which it speaks.',
      after: 'And here your text goes on. Nothing in it moves when the map has come.',
      more: 'The last paragraph is here only so that you see how the map stands among others.',
    },
    openTest: 'Open a test article',
    backToBuilder: 'Back to the choices',
    copies: 'What to copy',
    demonstration: 'This is demonstration data.',
    demonstrationWhy:
      'Its lines were drawn by us, generalised, to show what the software does. Every map of it says so, and no article should take it for the front.',
    know: 'I know; show me what to copy',
    iframe: 'Frame',
    iframeWhy:
      'For most systems. A frame alone would be blank on the day our server does not answer; so a small picture that links to the whole one stands under it. Keep that picture with yourselves, and it is there on that day too.',
    picture: 'Address of the picture on your site',
    pictureHint:
      'Download one below, put it into your system, and write here where it is. Until then it comes from us.',
    script: 'Script',
    scriptWhy: 'Loads when it is scrolled to, and takes the height that it needs.',
    element: 'Web component',
    elementWhy: 'The same as an element of its own, for pages that are built of such.',
    oembed: 'oEmbed',
    oembedWhy: 'For systems that turn an address into a map by themselves.',
    pictures: 'Pictures',
    picturesWhy: 'For print, mail, social networks, and the day our server does not answer.',
    double: 'double size',
    link: 'Link',
    address: 'Address of the widget',
    asPicture: 'The map as a picture',
    openMap: 'Open the map',
    frame: (title) => `Map: ${title}`,
    alt: (title, follows) => `Map: ${title}. ${follows}`,
    live: 'The front as last reviewed',
    none: 'Nothing is published yet: there is no day to show.',
    forms: {
      title: 'Maps in articles: six examples',
      lead: 'Each is the real thing, in the frame that its lines make.',
      snippet: 'Frame to copy',
      build: 'Change it',
      place: 'A place, kept as it was published',
      strike: 'A story about a strike',
      compare: 'Before and after',
      live: 'The front, which it follows',
      dark: 'Dark, with a colour and letters of the house',
      slot: 'A slot of 300 × 250',
    },
  },
  uk: {
    title: 'Карта для вашої статті',
    lead: 'Обліковий запис не потрібен. Виберіть, що показати, і скопіюйте те, що приймає ваша система; карта не змінюється під вашим текстом, якщо ви про це не просите.',
    examples: 'Приклади',
    what: 'Що показати',
    show: {
      front: 'Фронт',
      place: 'Місце',
      event: 'Подію',
      report: 'Повідомлення',
      area: 'Ділянку',
      view: 'Частину карти, з якої ви прийшли',
    },
    place: 'Назва місця',
    placeHint: 'У будь-якому написанні; знайдуться й старі назви.',
    found: (name, about) => `${name}, ${about}`,
    others: 'Або, можливо,',
    notFound: (q) => `Місця з назвою «${q}» немає; спробуйте інше написання. Показано фронт.`,
    event: 'Яка подія',
    report: 'Яке повідомлення',
    choose: 'Виберіть …',
    area: 'Захід, південь, схід, північ',
    areaHint:
      'У градусах, наприклад 36.5,47.5,38,48.5. На карті «Поділитися» бере з собою те, на що ви дивитеся.',
    missing: (what) => `${what}: ще нічого не вибрано, тож показано фронт.`,
    days: 'Дні',
    window: 'Події за',
    lastDays: (n) => (n === 1 ? 'сам цей день' : `останні дні: ${n}`),
    allDays: 'усі дні до нього',
    oneDay: 'Один день',
    twoDays: 'До і після',
    compared: 'Один день чи два',
    earlier: 'Попередній день',
    around: (flip, before, after) =>
      `Найближча зміна: ${longDay('uk', flip)}; навколо неї ${mediumDay('uk', before)} і ${mediumDay('uk', after)}.`,
    useAround: 'Взяти ці два дні',
    noFlip: 'За рік до цього дня не записано жодної зміни території; назвіть попередній день самі.',
    whichDay: 'Який день?',
    day: 'День',
    dayHint: (usual) => `З двох — пізніший. Якщо не вказано: ${usual}.`,
    later: 'Якщо ми згодом виправимо цей день?',
    laters: {
      keep: {
        text: 'Лишити й додати примітку',
        about:
          'Зображення лишається, яким було опубліковане. Виправлення того, що воно показує, додає до нього примітку з посиланням.',
      },
      update: {
        text: 'Оновити',
        about: 'Той самий день, завжди таким, яким він відомий тепер.',
      },
      live: {
        text: 'Іти за фронтом',
        about: 'Завжди останній переглянутий день, як відомо тепер. Давньому тексту це не відповідатиме.',
      },
    },
    layers: 'Шари',
    kinds: 'Види подій',
    kept: 'Фільтри карти, з якої ви прийшли, лишаються; карта каже, що вони приховують.',
    look: 'Вигляд',
    ratio: 'Форма',
    ratios: {
      '16x9': 'Широка, 16:9',
      '4x3': 'Звичайна, 4:3',
      '1x1': 'Квадратна',
      '4x5': 'Висока, 4:5',
      '9x16': 'Для телефону, 9:16',
    },
    theme: 'Світла чи темна',
    themes: { system: 'Як у читача', light: 'Світла', dark: 'Темна' },
    accent: 'Колір акценту',
    accentHint: 'Шість шістнадцяткових цифр, наприклад b3261e. Якщо порожньо — колір самої карти.',
    shade: (paper, shade, changed) =>
      `На ${paper === 'light' ? 'світлому' : 'темному'}: #${shade}${changed ? ', відтінок змінено, щоб можна було прочитати' : ''}`,
    font: 'Літери заголовків',
    fonts: { sans: 'Без засічок', serif: 'Із засічками' },
    lang: 'Мова карти',
    controls: 'Дотик до карти',
    controlsOn: 'відкриває на місці карту, що рухається',
    controlsOff: 'не робить нічого; карта лишається зображенням',
    never: 'День, випуск, наскільки що певне, джерело й хто публікує — на карті завжди.',
    update: 'Показати',
    updated: 'Попередній перегляд оновлено.',
    failed: 'Попередній перегляд не вдалося отримати; натисніть «Показати».',
    preview: 'Попередній перегляд',
    width: 'Ширина колонки',
    px: (width) => `${width} px`,
    article: {
      title: 'Заголовок вашої статті',
      by: 'Ваш кореспондент',
      before:
        'Тут стоїть ваш текст. Він каже, що сталося і де, а карта під ним показує місцевість, про яку йдеться.',
      after: 'А тут ваш текст іде далі. Коли карта завантажиться, нічого в ньому не зсунеться.',
      more: 'Останній абзац тут лише для того, щоб ви бачили, як карта стоїть поміж інших.',
    },
    openTest: 'Відкрити пробну статтю',
    backToBuilder: 'Назад до вибору',
    copies: 'Що копіювати',
    demonstration: 'Це демонстраційні дані.',
    demonstrationWhy:
      'Лінії накреслили ми самі, узагальнено, щоб показати, що вміє програма. Кожна така карта це каже, і жодна стаття не має вважати їх фронтом.',
    know: 'Я знаю; покажіть, що копіювати',
    iframe: 'Рамка',
    iframeWhy:
      'Для більшості систем. Сама рамка була б порожньою того дня, коли наш сервер не відповідає; тож під нею стоїть мале зображення, що веде до цілого. Тримайте це зображення у себе, і воно буде й того дня.',
    picture: 'Адреса зображення на вашому сайті',
    pictureHint:
      'Завантажте одне з наведених нижче, покладіть у свою систему й напишіть тут, де воно. Доти воно надходить від нас.',
    script: 'Скрипт',
    scriptWhy: 'Завантажується, коли до нього догортають, і бере потрібну висоту.',
    element: 'Вебкомпонент',
    elementWhy: 'Те саме окремим елементом, для сторінок, що з таких складаються.',
    oembed: 'oEmbed',
    oembedWhy: 'Для систем, які самі перетворюють адресу на карту.',
    pictures: 'Зображення',
    picturesWhy: 'Для друку, пошти, соцмереж і того дня, коли наш сервер не відповідає.',
    double: 'удвічі більше',
    link: 'Посилання',
    address: 'Адреса віджета',
    asPicture: 'Карта як зображення',
    openMap: 'Відкрити карту',
    frame: (title) => `Карта: ${title}`,
    alt: (title, follows) => `Карта: ${title}. ${follows}`,
    live: 'Фронт за останнім переглядом',
    none: 'Ще нічого не опубліковано: немає дня, який показати.',
    forms: {
      title: 'Карти в статтях: шість прикладів',
      lead: 'Кожен — справжній, у рамці, яку роблять його рядки.',
      snippet: 'Рамка для копіювання',
      build: 'Змінити',
      place: 'Місце, яким його опубліковано',
      strike: 'Розповідь про удар',
      compare: 'До і після',
      live: 'Фронт, за яким вона йде',
      dark: 'Темна, з кольором і літерами видання',
      slot: 'Місце 300 × 250',
    },
  },
};
