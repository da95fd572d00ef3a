import type { Lang } from '../domain/text.ts';
import type { How } from '../domain/view/view.ts';
import { counted } from './plural.ts';

interface Words {
  readonly open: string;
  readonly title: string;
  readonly close: string;
  readonly before: string;
  readonly after: string;
  earlier(which: string): string;
  later(which: string): string;
  readonly how: string;
  readonly hows: Readonly<Record<How, string>>;
  readonly handle: string;
  /** Where the handle is, read aloud. */
  handleAt(percent: number, before: string, after: string): string;
  /** What a difference holds, by how many patches each side took. */
  patches(russia: number, ukraine: number): string;
  readonly none: string;
  area(km2: string, plusMinus: string): string;
  readonly took: Readonly<Record<'russia' | 'ukraine', string>>;
  readonly withheld: string;
  /** Said when the days or the way have changed. */
  said(how: How, before: string, after: string): string;
  readonly ended: string;
  readonly mapBefore: string;
  readonly noDay: string;
  /** Notes of the page. */
  compared(before: string, after: string): string;
  readonly swapped: string;
  readonly same: string;
  /** On a picture, under the day. */
  with(before: string): string;
}

const en: Words = {
  open: 'Compare two days',
  title: 'Compare',
  close: 'Stop comparing',
  before: 'Before',
  after: 'After',
  earlier: (which) => `${which}: a day earlier`,
  later: (which) => `${which}: a day later`,
  how: 'How',
  hows: { difference: 'Difference', swipe: 'Swipe', side: 'Side by side' },
  handle: 'Divides the two days',
  handleAt: (percent, before, after) =>
    `${before} on the left ${percent} % of the map, ${after} on the right`,
  patches: (russia, ukraine) =>
    [
      russia > 0 ? `Russia took ${counted('en', russia, { one: 'patch', other: 'patches' })}` : '',
      ukraine > 0 ? `Ukraine took ${counted('en', ukraine, { one: 'patch', other: 'patches' })}` : '',
    ]
      .filter(Boolean)
      .join('; '),
  none: 'No ground is known to have changed hands.',
  area: (km2, plusMinus) => `${km2} ± ${plusMinus} km²`,
  took: { russia: 'Taken by Russia', ukraine: 'Taken by Ukraine' },
  withheld: 'Figures are withheld: demonstration data.',
  said: (how, before, after) => `${en.hows[how]}: ${before} and ${after}`,
  ended: 'The comparison is closed.',
  mapBefore: 'Map of the earlier day',
  noDay: 'There is no such day to compare.',
  compared: (before, after) =>
    `Compared: ${before} with ${after}. What changed hands between them is on the map and in the list.`,
  swapped: 'The two days were the wrong way round; the earlier one is “before”.',
  same: 'A day cannot be compared with itself; it is shown alone.',
  with: (before) => `Compared with ${before}`,
};

const uk: Words = {
  open: 'Порівняти два дні',
  title: 'Порівняння',
  close: 'Завершити порівняння',
  before: 'До',
  after: 'Після',
  earlier: (which) => `${which}: на день раніше`,
  later: (which) => `${which}: на день пізніше`,
  how: 'Як',
  hows: { difference: 'Різниця', swipe: 'Шторка', side: 'Поруч' },
  handle: 'Розділяє два дні',
  handleAt: (percent, before, after) => `${before} на лівих ${percent} % карти, ${after} праворуч`,
  patches: (russia, ukraine) => {
    const forms = { one: 'ділянку', few: 'ділянки', many: 'ділянок', other: 'ділянки' };
    return [
      russia > 0 ? `Росія зайняла ${counted('uk', russia, forms)}` : '',
      ukraine > 0 ? `Україна зайняла ${counted('uk', ukraine, forms)}` : '',
    ]
      .filter(Boolean)
      .join('; ');
  },
  none: 'Невідомо, щоб якась територія перейшла з рук у руки.',
  area: (km2, plusMinus) => `${km2} ± ${plusMinus} км²`,
  took: { russia: 'Зайнято Росією', ukraine: 'Зайнято Україною' },
  withheld: 'Числа не наводяться: дані демонстраційні.',
  said: (how, before, after) => `${uk.hows[how]}: ${before} і ${after}`,
  ended: 'Порівняння закрито.',
  mapBefore: 'Карта раннішого дня',
  noDay: 'Такого дня для порівняння немає.',
  compared: (before, after) =>
    `Порівняно ${before} і ${after}. Те, що за цей час перейшло з рук у руки, є на карті й у переліку.`,
  swapped: 'Дні стояли навпаки; «до» — це раніший із них.',
  same: 'День не можна порівняти із самим собою; його показано окремо.',
  with: (before) => `Порівняно з ${before}`,
};

/** Words of comparing two days. They come with the code that does it, not with the first page. */
export const compareWords: Readonly<Record<Lang, Words>> = { en, uk };
