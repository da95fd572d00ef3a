import type { Lang } from '../domain/text.ts';

/** Words of the maps at the desk. */
interface DeskMapWords {
  readonly map: string;
  readonly closer: string;
  readonly farther: string;
  readonly loading: string;
  readonly noGraphics: string;
  readonly noFiles: string;
  /** The mark of a point, for who cannot see it. */
  readonly mark: (written: string) => string;
  readonly howPoint: string;
  readonly noPoint: string;
  readonly groundOf: (day: string) => string;
}

export const deskMapWords: Record<Lang, DeskMapWords> = {
  en: {
    map: 'Map',
    closer: 'Closer',
    farther: 'Farther off',
    loading: 'The map is coming…',
    noGraphics: 'This browser cannot draw the map. Everything can be written in the fields.',
    noFiles: 'The map could not be had. Everything can be written in the fields.',
    mark: (written) => `The point, ${written}. Arrow keys move it, with Shift by little.`,
    howPoint:
      'Click to set the point, drag to move it. With a keyboard: arrow keys on the mark, with Shift by little.',
    noPoint: 'What is known to an oblast or a country only has no point.',
    groundOf: (day) => `Ground as of ${day}.`,
  },
  uk: {
    map: 'Карта',
    closer: 'Ближче',
    farther: 'Далі',
    loading: 'Карта зараз буде…',
    noGraphics: 'Цей браузер не може намалювати карту. Усе можна вписати в поля.',
    noFiles: 'Карту не вдалося отримати. Усе можна вписати в поля.',
    mark: (written) => `Точка, ${written}. Стрілки пересувають її, із Shift — потроху.`,
    howPoint:
      'Клацніть, щоб поставити точку; перетягніть, щоб пересунути. З клавіатури: стрілки на позначці, із Shift — потроху.',
    noPoint: 'Відоме лише до області чи країни не має точки.',
    groundOf: (day) => `Територія станом на ${day}.`,
  },
};
