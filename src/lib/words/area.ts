import type { OutlineFault } from '../domain/view/outline.ts';
import type { Lang } from '../domain/text.ts';
import { counted } from './plural.ts';

interface Words {
  /** Leads to the numbers of the two days for what the map shows. */
  readonly inView: string;
  readonly draw: string;
  /** What the drawing surface is called and how it is used. */
  readonly surface: string;
  readonly how: string;
  readonly keys: string;
  readonly back: string;
  readonly done: string;
  readonly giveUp: string;
  corners(n: number): string;
  /** Said when a corner has come or gone. */
  said(n: number, lat: string, lng: string): string;
  readonly none: string;
  /** What is wrong with the corners as they are; three are needed first. */
  readonly faults: Readonly<Partial<Record<OutlineFault, string>>>;
}

const en: Words = {
  inView: 'In numbers, for this view',
  draw: 'Draw an area',
  surface: 'Draw an area on the map',
  how: 'Click or tap the corners of an area.',
  keys: 'With a keyboard: arrow keys move the cross, Enter sets a corner, Backspace takes the last away, Escape gives up.',
  back: 'Take back',
  done: 'Show numbers',
  giveUp: 'Give up',
  corners: (n) => counted('en', n, { one: 'corner', other: 'corners' }),
  said: (n, lat, lng) => `${en.corners(n)}, the last at ${lat}° north, ${lng}° east`,
  none: 'No corner yet.',
  faults: {
    crosses: 'The outline crosses itself.',
    flat: 'The corners lie on one line.',
    huge: 'The area is wider than this map.',
    many: 'These are as many corners as can be told.',
  },
};

const uk: Words = {
  inView: 'У числах, для цього виду',
  draw: 'Обвести ділянку',
  surface: 'Обвести ділянку на карті',
  how: 'Натискайте на кути ділянки.',
  keys: 'З клавіатури: стрілки рухають хрест, Enter ставить кут, Backspace прибирає останній, Escape скасовує.',
  back: 'Прибрати кут',
  done: 'Показати числа',
  giveUp: 'Скасувати',
  corners: (n) => counted('uk', n, { one: 'кут', few: 'кути', many: 'кутів', other: 'кута' }),
  said: (n, lat, lng) => `${uk.corners(n)}, останній: ${lat}° північної широти, ${lng}° східної довготи`,
  none: 'Ще немає кутів.',
  faults: {
    crosses: 'Межа перетинає сама себе.',
    flat: 'Кути лежать на одній прямій.',
    huge: 'Ділянка ширша за цю карту.',
    many: 'Більше кутів ділянка мати не може.',
  },
};

/** Words of drawing an area, which come with the code that does it. */
export const areaWords: Readonly<Record<Lang, Words>> = { en, uk };
