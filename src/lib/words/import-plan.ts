import type { Lang } from '../domain/text.ts';
import type { Day } from '../domain/time/day.ts';
import { amount, en, uk } from './amounts.ts';

interface Words {
  readonly added: (days: number) => string;
  readonly known: (days: number) => string;
  readonly corrected: (days: number, written: boolean) => string;
  readonly correction: (d: Day, km2: number) => string;
  readonly undone: (n: number, replaced: boolean) => string;
  readonly undoing: (title: string, d: Day, by: Day, km2: number) => string;
  readonly demonstration: string;
  readonly flips: (n: number) => string;
  readonly readBack: (days: number) => string;
  readonly resolution: (metres: number) => string;
  readonly placesAdded: (n: number) => string;
  readonly placesKnown: (n: number) => string;
  readonly nothing: string;
  readonly written: (n: number) => string;
  readonly draft: string;
  readonly published: (edition: number) => string;
  readonly stopped: string;
}

const days = (n: number): string => uk(n, 'день', 'дні', 'днів');

/** What an import would do to the store, or did. */
export const planWords: Readonly<Record<Lang, Words>> = {
  en: {
    added: (n) => `new: ${en(n, 'day')}`,
    known: (n) => `in the store already, edge for edge: ${en(n, 'day')}`,
    corrected: (n, written) =>
      written
        ? `corrected: ${en(n, 'day')} that the store had otherwise`
        : `in the store otherwise: ${en(n, 'day')}; they stay as they are. --correct changes them`,
    correction: (d, km2) => `${d}: ${amount('en', km2, 1)} km² differ`,
    undone: (n, replaced) =>
      replaced
        ? `undone: ${en(n, 'statement')} of editors of which these days say otherwise`
        : `these days would undo ${en(n, 'statement')} of editors, so nothing of this ledger is written. --replace undoes them`,
    undoing: (title, d, by, km2) => `${d} “${title}”: ${amount('en', km2, 1)} km² on ${by}`,
    demonstration:
      'the store holds the demonstration of this ledger, so nothing of it is written. Remove it first: npm run salient -- remove-demonstration',
    flips: (n) => `patches that changed hands from day to day: ${amount('en', n)}`,
    readBack: (n) => `compiled and read back edge for edge: ${en(n, 'day')}`,
    resolution: (metres) =>
      `nobody said how true the line is: ${amount('en', metres)} m is written (--resolution says another)`,
    placesAdded: (n) => `new: ${en(n, 'place')}`,
    placesKnown: (n) => `in the store already, and left as they are: ${en(n, 'place')}`,
    nothing: 'The store has all of it already; nothing was written.',
    written: (n) => `Written: ${en(n, 'item')}.`,
    draft: 'They are drafts: nobody outside sees them before they are published (--publish).',
    published: (edition) => `Published as edition ${edition}.`,
    stopped: 'Stopped. The store is as it was.',
  },
  uk: {
    added: (n) => `нових: ${days(n)}`,
    known: (n) => `уже в сховищі, ребро в ребро: ${days(n)}`,
    corrected: (n, written) =>
      written
        ? `виправлено: ${days(n)}, які сховище мало інакше`
        : `у сховищі інакше: ${days(n)}; вони лишаються, як є. Змінює їх --correct`,
    correction: (d, km2) => `${d}: різниця ${amount('uk', km2, 1)} км²`,
    undone: (n, replaced) =>
      replaced
        ? `скасовано: ${uk(n, 'твердження редакторів, про яке', 'твердження редакторів, про які', 'тверджень редакторів, про які')} ці дні кажуть інше`
        : `ці дні скасували б ${uk(n, 'твердження', 'твердження', 'тверджень')} редакторів, тож нічого з цього набору не записано. Скасовує їх --replace`,
    undoing: (title, d, by, km2) => `${d} «${title}»: ${amount('uk', km2, 1)} км² на ${by}`,
    demonstration:
      'у сховищі цей набір демонстраційний, тож нічого з нього не записано. Спершу вилучіть демонстрацію: npm run salient -- remove-demonstration',
    flips: (n) => `ділянок, що перейшли з рук у руки з дня на день: ${amount('uk', n)}`,
    readBack: (n) => `зібрано і прочитано назад ребро в ребро: ${days(n)}`,
    resolution: (metres) =>
      `ніхто не сказав, наскільки точна лінія: записано ${amount('uk', metres)} м (інакше — --resolution)`,
    placesAdded: (n) => `нових: ${uk(n, 'місце', 'місця', 'місць')}`,
    placesKnown: (n) => `уже в сховищі й лишаються, як є: ${uk(n, 'місце', 'місця', 'місць')}`,
    nothing: 'Усе це вже є у сховищі; нічого не записано.',
    written: (n) => `Записано: ${uk(n, 'запис', 'записи', 'записів')}.`,
    draft: 'Це чернетки: до публікації (--publish) їх ззовні ніхто не бачить.',
    published: (edition) => `Опубліковано як видання ${edition}.`,
    stopped: 'Зупинено. Сховище таке, як було.',
  },
};
