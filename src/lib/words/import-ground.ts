import type { Lang } from '../domain/text.ts';
import { amount, en, uk } from './amounts.ts';

/** Words of the page on which a file of ground is brought in, row by row. */
interface Words {
  readonly title: string;
  readonly kinds: string;
  readonly events: string;
  readonly ground: string;
  readonly lead: string;
  readonly fileHint: string;
  readonly drop: string;
  readonly tooLarge: string;
  readonly reading: string;
  readonly looked: (n: number, of: number) => string;
  readonly stop: string;
  readonly stopped: string;
  readonly failed: string;
  readonly offline: string;
  readonly signedOut: string;
  readonly said: string;
  readonly whose: string;
  readonly ways: Readonly<Record<'all' | 'property' | 'rules', string>>;
  readonly property: string;
  readonly chooseProperty: string;
  readonly notSaid: string;
  readonly leaveOut: string;
  readonly valueRows: (rows: number) => string;
  readonly moreValues: (n: number) => string;
  readonly rules: (n: number) => string;
  readonly load: string;
  readonly save: string;
  readonly notRules: string;
  readonly day: string;
  readonly dayIs: string;
  readonly dayFile: string;
  readonly dayProperty: (key: string) => string;
  readonly report: string;
  readonly reportHint: string;
  readonly addReport: string;
  readonly dropReport: string;
  readonly reportFrom: string;
  readonly none: string;
  readonly rows: string;
  readonly counts: (sound: number, all: number) => string;
  readonly units: (n: number) => string;
  readonly points: (n: number) => string;
  readonly swapped: (n: number) => string;
  readonly exchange: string;
  readonly byColour: string;
  readonly acceptAll: (n: number) => string;
  readonly undoLast: string;
  readonly accept: string;
  readonly skip: string;
  readonly takeUp: string;
  readonly undo: string;
  readonly writing: string;
  readonly keys: string;
  readonly nameless: (feature: number) => string;
  readonly corners: (n: number) => string;
  readonly mended: (what: string) => string;
  readonly crossed: (at: string, more: number) => string;
  readonly states: Readonly<Record<'draft' | 'known' | 'twice' | 'out' | 'skipped' | 'put-away', string>>;
  readonly twice: (row: number) => string;
  readonly open: string;
  readonly more: (n: number) => string;
  readonly asking: string;
  readonly noneOpen: string;
  readonly noArea: string;
  readonly chooseRow: string;
  readonly done: (n: number) => string;
  readonly nothingNew: string;
  readonly undone: (n: number) => string;
  readonly notUndone: string;
  readonly notAccepted: string;
  readonly toQueue: string;
  readonly groundNow: (day: string) => string;
}

export const importGroundWords: Readonly<Record<Lang, Words>> = {
  en: {
    title: 'Import ground',
    kinds: 'What the file holds',
    events: 'Events',
    ground: 'Ground',
    lead: 'Outlines of a map become statements about ground, each as a draft once you accept it. Nothing of it is published by this, and nothing that tells where troops are is taken.',
    fileHint: 'GeoJSON, NDJSON, KML or GPX, less than 50 MB. A closed line counts as an outline.',
    drop: 'Or drop it here.',
    tooLarge: 'The file has 50 MB or more. Split it, or import it at the terminal: npm run salient -- import control.',
    reading: 'Reading the file…',
    looked: (n, of) => `${amount('en', n)} of ${en(of, 'feature')} looked at`,
    stop: 'Stop',
    stopped: 'Stopped. Nothing was written.',
    failed: 'That did not get through. Nothing was written; try again.',
    offline: 'The server cannot be reached. Nothing was written; try again.',
    signedOut: 'You are signed out. Sign in in another tab, then try again.',
    said: 'What is said of the rows',
    whose: 'Whose ground it is',
    ways: { all: 'The same for all rows', property: 'As a property says', rules: 'By rules of a file' },
    property: 'Property',
    chooseProperty: 'Choose a property',
    notSaid: 'not said',
    leaveOut: 'leave such rows out',
    valueRows: (n) => en(n, 'row'),
    moreValues: (n) => `${en(n, 'value')} more: load rules for these.`,
    rules: (n) => `${en(n, 'rule')}; the first that picks a row decides.`,
    load: 'Load rules',
    save: 'Save these rules',
    notRules: 'These rules cannot be used:',
    day: 'Day from which it holds',
    dayIs: 'The same for all rows',
    dayFile: 'As the file says',
    dayProperty: (key) => `As the property “${key}” says`,
    report: 'Report that says so',
    reportHint: 'Every row cites it. A map alone is evidence of nothing.',
    addReport: 'A further report',
    dropReport: 'Take this report out',
    reportFrom: 'Property that names a report of each row, by its link or id',
    none: 'none',
    rows: 'Rows',
    counts: (sound, all) => `${amount('en', sound)} of ${en(all, 'row')} can be accepted.`,
    units: (n) => `Left out because they mark units or where troops are: ${en(n, 'feature')}. Such are never imported.`,
    points: (n) => `Not ground, so left out: ${en(n, 'point')}.`,
    swapped: (n) => `In ${en(n, 'row')} latitude and longitude seem to stand in each other’s place. Is that so?`,
    exchange: 'Yes, exchange them',
    byColour: 'Say whose ground each colour is',
    acceptAll: (n) => n === 0 ? 'Accept all that are sound' : n === 1 ? 'Accept the one that is sound' : `Accept all ${amount('en', n)} that are sound`,
    undoLast: 'Undo',
    accept: 'Accept',
    skip: 'Skip',
    takeUp: 'Take it up again',
    undo: 'Undo',
    writing: 'Writing drafts…',
    keys: 'Keys in the list: ↑ and ↓ go from row to row, A accepts, S skips, Ctrl + Z takes the last step back.',
    nameless: (n) => `Feature ${amount('en', n)}`,
    corners: (n) => en(n, 'corner'),
    mended: (what) => `Mended: ${what}. Look at it before you accept it.`,
    crossed: (at, more) => more > 0 ? `Its lines crossed at ${at} and in ${en(more, 'other place')}, marked on the map.` : `Its lines crossed at ${at}, marked on the map.`,
    states: { draft: 'Now a draft', known: 'Known already', twice: 'Twice in the file', out: 'Left out by what is said', skipped: 'Skipped', 'put-away': 'Was put away; accepting makes it a draft again' },
    twice: (row) => `The same as row ${amount('en', row)}`,
    open: 'Open it',
    more: (n) => `Show ${amount('en', n)} more`,
    asking: 'Looking up what each would become…',
    noneOpen: 'Nothing is left to accept.',
    noArea: 'It cannot be shown on the map.',
    chooseRow: 'Choose a row to see it on the map, and what it would really change.',
    done: (n) => `${en(n, 'draft')} now ${n === 1 ? 'waits' : 'wait'} in the queue.`,
    nothingNew: 'Nothing was written: all of it is known already.',
    undone: (n) => `Taken back: ${en(n, 'draft')} put away.`,
    notUndone: 'It was changed at the desk since, so it stays. Open it to see.',
    notAccepted: 'Nothing was written: something is wrong with a row. See there.',
    toQueue: 'To the queue',
    groundNow: (day) => `The ground below is that of ${day}, as readers see it.`,
  },
  uk: {
    title: 'Імпорт території',
    kinds: 'Що у файлі',
    events: 'Події',
    ground: 'Територія',
    lead: 'Контури з мапи стають твердженнями про територію, кожен — чернеткою, щойно ви його приймете. Нічого з них цим не публікується, і нічого про розташування військ не береться.',
    fileHint: 'GeoJSON, NDJSON, KML або GPX, менш як 50 МБ. Замкнена лінія вважається контуром.',
    drop: 'Або перетягніть його сюди.',
    tooLarge: 'Файл має 50 МБ або більше. Розділіть його або імпортуйте в терміналі: npm run salient -- import control.',
    reading: 'Читаємо файл…',
    looked: (n, of) => `Переглянуто ${amount('uk', n)} з ${uk(of, 'об’єкта', 'об’єктів', 'об’єктів')}`,
    stop: 'Зупинити',
    stopped: 'Зупинено. Нічого не записано.',
    failed: 'Не вийшло. Нічого не записано; спробуйте ще раз.',
    offline: 'Сервер недоступний. Нічого не записано; спробуйте ще раз.',
    signedOut: 'Ви вийшли. Увійдіть в іншій вкладці й спробуйте ще раз.',
    said: 'Що сказано про рядки',
    whose: 'Чия це територія',
    ways: { all: 'Однаково для всіх рядків', property: 'Як каже властивість', rules: 'За правилами з файла' },
    property: 'Властивість',
    chooseProperty: 'Оберіть властивість',
    notSaid: 'не сказано',
    leaveOut: 'пропускати такі рядки',
    valueRows: (n) => uk(n, 'рядок', 'рядки', 'рядків'),
    moreValues: (n) => `Ще ${uk(n, 'значення', 'значення', 'значень')}: завантажте для них правила.`,
    rules: (n) => `${uk(n, 'правило', 'правила', 'правил')}; вирішує перше, що пасує до рядка.`,
    load: 'Завантажити правила',
    save: 'Зберегти ці правила',
    notRules: 'Ці правила не годяться:',
    day: 'День, від якого це так',
    dayIs: 'Однаковий для всіх рядків',
    dayFile: 'Як каже файл',
    dayProperty: (key) => `Як каже властивість «${key}»`,
    report: 'Повідомлення, яке це каже',
    reportHint: 'На нього посилається кожен рядок. Сама мапа нічого не доводить.',
    addReport: 'Ще одне повідомлення',
    dropReport: 'Прибрати це повідомлення',
    reportFrom: 'Властивість, що називає повідомлення кожного рядка, його посиланням чи id',
    none: 'жодна',
    rows: 'Рядки',
    counts: (sound, all) => `Можна прийняти ${amount('uk', sound)} з ${uk(all, 'рядка', 'рядків', 'рядків')}.`,
    units: (n) => `Вилучено, бо позначають підрозділи або місця військ: ${uk(n, 'об’єкт', 'об’єкти', 'об’єктів')}. Такі ніколи не імпортують.`,
    points: (n) => `Не територія, тож вилучено: ${uk(n, 'точка', 'точки', 'точок')}.`,
    swapped: (n) => `Широта й довгота, схоже, стоять одна на місці одної: ${uk(n, 'рядок', 'рядки', 'рядків')}. Це так?`,
    exchange: 'Так, поміняти їх',
    byColour: 'Сказати, чия територія якого кольору',
    acceptAll: (n) => n === 0 ? 'Прийняти всі справні' : n === 1 ? 'Прийняти єдиний справний' : `Прийняти всі справні: ${amount('uk', n)}`,
    undoLast: 'Скасувати',
    accept: 'Прийняти',
    skip: 'Пропустити',
    takeUp: 'Повернути',
    undo: 'Скасувати',
    writing: 'Записуємо чернетки…',
    keys: 'Клавіші у списку: ↑ і ↓ — від рядка до рядка, A — прийняти, S — пропустити, Ctrl + Z — скасувати останній крок.',
    nameless: (n) => `Об’єкт ${amount('uk', n)}`,
    corners: (n) => uk(n, 'кут', 'кути', 'кутів'),
    mended: (what) => `Виправлено: ${what}. Погляньте, перш ніж приймати.`,
    crossed: (at, more) => more > 0 ? `Його лінії перетиналися в точці ${at} і ще ${uk(more, 'в іншому місці', 'в інших місцях', 'в інших місцях')}; позначено на карті.` : `Його лінії перетиналися в точці ${at}; позначено на карті.`,
    states: { draft: 'Тепер чернетка', known: 'Уже відомо', twice: 'Двічі у файлі', out: 'Вилучено за сказаним', skipped: 'Пропущено', 'put-away': 'Було відкладено; якщо прийняти, знову стане чернеткою' },
    twice: (row) => `Те саме, що рядок ${amount('uk', row)}`,
    open: 'Відкрити',
    more: (n) => `Показати ще ${amount('uk', n)}`,
    asking: 'Дивимося, чим кожен стане…',
    noneOpen: 'Приймати більше нічого.',
    noArea: 'Його не можна показати на карті.',
    chooseRow: 'Оберіть рядок, щоб побачити його на карті й те, що він справді змінює.',
    done: (n) => `У черзі тепер ${uk(n, 'нова чернетка', 'нові чернетки', 'нових чернеток')}.`,
    nothingNew: 'Нічого не записано: усе це вже відоме.',
    undone: (n) => `Скасовано; відкладено ${uk(n, 'чернетку', 'чернетки', 'чернеток')}.`,
    notUndone: 'Відтоді її змінили за столом, тож вона лишається. Відкрийте, щоб побачити.',
    notAccepted: 'Нічого не записано: з якимось рядком щось не так. Дивіться там.',
    toQueue: 'До черги',
    groundNow: (day) => `Територія під контурами — станом на ${day}, як її бачать читачі.`,
  },
}; // prettier-ignore
