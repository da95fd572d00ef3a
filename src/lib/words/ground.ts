import type { Basis, Holder } from '../domain/control/statement.ts';
import type { Lang } from '../domain/text.ts';

/** Words of the page on which a statement about ground is written. */
interface GroundWords {
  readonly newStatement: string;
  readonly day: string;
  readonly holder: string;
  readonly holders: Readonly<Record<Holder, string>>;
  readonly basis: string;
  readonly bases: Readonly<Record<Basis, string>>;
  readonly extent: string;
  readonly extents: Readonly<Record<'patch' | 'snapshot', string>>;
  readonly ends: string;
  readonly titleHint: string;
  readonly places: string;
  readonly citations: string;
  readonly citation: (n: number) => string;
  readonly addCitation: string;
  readonly saysText: string;
  readonly saysTextUk: string;
  readonly area: string;
  readonly tools: string;
  readonly draw: string;
  readonly add: string;
  readonly cut: string;
  readonly corners: string;
  readonly line: string;
  readonly undo: string;
  readonly redo: string;
  readonly takeOut: string;
  readonly close: string;
  readonly giveUp: string;
  readonly done: string;
  readonly howDraw: string;
  readonly howCorners: string;
  readonly howLine: string;
  readonly many: string;
  readonly noLine: string;
  readonly noArea: string;
  readonly size: (km2: string, corners: number) => string;
  readonly crossings: (n: number) => string;
  readonly moved: (gained: string, lost: string) => string;
  readonly withheld: string;
  readonly takeGained: string;
  readonly takeLost: string;
  readonly takeWhole: string;
  readonly paste: string;
  readonly pasteHint: string;
  readonly takePasted: string;
  readonly writeOut: string;
  readonly effect: string;
  readonly effectWaits: string;
  readonly effectNone: string;
  readonly effectFailed: string;
  readonly waiting: (n: number) => string;
  readonly endedBy: string;
  readonly undone: string;
  readonly retractEffect: string;
  readonly retracting: string;
}

export const groundWords: Record<Lang, GroundWords> = {
  en: {
    newStatement: 'New statement about ground',
    day: 'Day from which it holds',
    holder: 'Who holds it',
    holders: {
      russia: 'Russia',
      ukraine: 'Ukraine (inside Russia)',
      none: 'nobody: it is only lost',
      unknown: 'not settled',
    },
    basis: 'By what',
    bases: {
      assessed: 'assessed',
      claimed: 'claimed',
      contested: 'fought over',
      infiltration: 'infiltration',
      'pre-2022': 'before 24 February 2022',
    },
    extent: 'What is drawn is',
    extents: { patch: 'a piece of ground', snapshot: 'all that is held on the day' },
    ends: 'It ends here (fighting, infiltration or a claim)',
    titleHint: 'What changed, in the words of a headline.',
    places: 'Places in it',
    citations: 'Reports that say so',
    citation: (n) => `Report ${n}`,
    addCitation: 'Add a report',
    saysText: 'What it says',
    saysTextUk: 'What it says, in Ukrainian',
    area: 'Ground',
    tools: 'Drawing',
    draw: 'Draw an area',
    add: 'Add to it',
    cut: 'Cut out of it',
    corners: 'Move its corners',
    line: 'Move the line',
    undo: 'Undo',
    redo: 'Redo',
    takeOut: 'Take the area out',
    close: 'Close the area',
    giveUp: 'Give up',
    done: 'Done',
    howDraw:
      'Click from corner to corner; corners go to lines that are near. Enter or a click on the first corner closes it, Ctrl + Z takes a corner back, Escape gives up.',
    howCorners: 'Drag a corner, or the small dot between two to make one. A right click takes one out.',
    howLine: 'Drag corners of the line to where it runs now. What lies between becomes the statement.',
    many: 'There are too many corners in view: zoom in to move them.',
    noLine: 'There is no line of this ledger on this day.',
    noArea: 'Nothing is drawn yet.',
    size: (km2, corners) => `Drawn: ${km2} km², ${corners} corners.`,
    crossings: (n) =>
      `The outline crosses itself ${n === 1 ? 'in one place' : `in ${n} places`}, marked on the map.`,
    moved: (gained, lost) => `Gained ${gained} km², lost ${lost} km².`,
    withheld: 'Figures are withheld: the ledger is a demonstration.',
    takeGained: 'State what is gained',
    takeLost: 'State what is lost',
    takeWhole: 'State all of it, gains and losses',
    paste: 'Type or paste an area',
    pasteHint: 'A Polygon or MultiPolygon in GeoJSON or WKT; degrees, longitude first.',
    takePasted: 'Take this area',
    writeOut: 'Write out what is drawn',
    effect: 'What it really changes',
    effectWaits: 'Give the holder, the day and an area to see it.',
    effectNone: 'Nothing changes: on that day and after it the ground is told so already.',
    effectFailed: 'It could not be told. What is written is safe.',
    waiting: (n) => `Told with ${n} approved, not yet published:`,
    endedBy: 'Then other statements speak of it:',
    undone: 'It takes back ground of these:',
    retractEffect: 'What changes if it is retracted',
    retracting: 'Show what retracting it changes',
  },
  uk: {
    newStatement: 'Нове твердження про територію',
    day: 'День, від якого це так',
    holder: 'Хто утримує',
    holders: {
      russia: 'Росія',
      ukraine: 'Україна (у Росії)',
      none: 'ніхто: лише втрачено',
      unknown: 'не визначено',
    },
    basis: 'На якій підставі',
    bases: {
      assessed: 'за оцінками',
      claimed: 'за заявою',
      contested: 'точаться бої',
      infiltration: 'просочування',
      'pre-2022': 'до 24 лютого 2022 року',
    },
    extent: 'Намальоване — це',
    extents: { patch: 'частина території', snapshot: 'усе, що утримують того дня' },
    ends: 'Тут це закінчується (бої, просочування чи заява)',
    titleHint: 'Що змінилося, словами заголовка.',
    places: 'Місця на ній',
    citations: 'Повідомлення, які це кажуть',
    citation: (n) => `Повідомлення ${n}`,
    addCitation: 'Додати повідомлення',
    saysText: 'Що в ньому сказано, англійською',
    saysTextUk: 'Що в ньому сказано, українською',
    area: 'Територія',
    tools: 'Малювання',
    draw: 'Намалювати ділянку',
    add: 'Додати до неї',
    cut: 'Вирізати з неї',
    corners: 'Пересунути її кути',
    line: 'Пересунути лінію',
    undo: 'Скасувати',
    redo: 'Повернути',
    takeOut: 'Прибрати ділянку',
    close: 'Замкнути ділянку',
    giveUp: 'Облишити',
    done: 'Готово',
    howDraw:
      'Клацайте від кута до кута; кути пристають до близьких ліній. Enter або клацання на першому куті замикає, Ctrl + Z забирає кут, Escape облишає.',
    howCorners: 'Тягніть кут або малу крапку між двома, щоб зробити новий. Клацання правою забирає кут.',
    howLine: 'Перетягніть кути лінії туди, де вона тепер. Те, що між ними, стане твердженням.',
    many: 'У полі зору забагато кутів: наблизьте, щоб їх пересувати.',
    noLine: 'Того дня в цьому реєстрі немає лінії.',
    noArea: 'Ще нічого не намальовано.',
    size: (km2, corners) => `Намальовано: ${km2} км², кутів: ${corners}.`,
    crossings: (n) => `Обрис перетинає сам себе, місць: ${n}; їх позначено на карті.`,
    moved: (gained, lost) => `Здобуто ${gained} км², втрачено ${lost} км².`,
    withheld: 'Числа не подаються: реєстр демонстраційний.',
    takeGained: 'Твердити здобуте',
    takeLost: 'Твердити втрачене',
    takeWhole: 'Твердити все, здобуте і втрачене',
    paste: 'Вписати або вставити ділянку',
    pasteHint: 'Polygon або MultiPolygon у GeoJSON чи WKT; градуси, спершу довгота.',
    takePasted: 'Взяти цю ділянку',
    writeOut: 'Виписати намальоване',
    effect: 'Що це справді змінює',
    effectWaits: 'Укажіть, хто утримує, день і ділянку, щоб це побачити.',
    effectNone: 'Нічого не змінюється: того дня й після нього про територію вже сказано так само.',
    effectFailed: 'Не вдалося дізнатися. Написане збережено.',
    waiting: (n) => `Разом зі схваленим, ще не опублікованим (${n}):`,
    endedBy: 'Далі про неї кажуть інші твердження:',
    undone: 'Забирає територію в цих:',
    retractEffect: 'Що зміниться, якщо його відкликати',
    retracting: 'Показати, що змінить відкликання',
  },
};
