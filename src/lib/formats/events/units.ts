import { marksUnits } from '../control/units.ts';

/** Where troops or their things are, or on their way, in English, Ukrainian and Russian. */
const PRESENCE =
  /(?<!\p{L})(convoys?|columns? of|(military|heavy|russian|ukrainian|armou?red) (equipment|vehicles?|hardware|weapon(ry|s)?)|weaponry|movements? of|moving|being (moved|transported)|transport(ing|ed)?|deploy(ed|ment|ing)|firing positions?|staging|(tanks?|apcs?|ifvs?|vehicles?|soldiers|troops|forces) (in|at|on|near|seen|spotted|parked|moving|driving|heading|gathered)|presence|troops|колон[аиіу]|технік[аиіу]|техник[аиу]|переміщен\p{L}+|перемещен\p{L}+|перекид\p{L}+|позиці\p{L}+|позици\p{L}+|ешелон\p{L}*|эшелон\p{L}*)(?!\p{L})/iu;

/** What is done by or to somebody: an event, whoever has part in it. */
const ACT =
  /(?<!\p{L})(str(ike|ikes|uck)|hits?|hit by|shell(ed|ing)|bomb(ed|ing|ardment)?|attack(s|ed)?|explo(sion|sions|des?|ded)|detonat\p{L}+|destroy(s|ed)|destruction|damaged?|kill(s|ed)|injured|wounded|fight(ing)?|battle|clash(es)?|captured?|seiz(ed|es)|liberat\p{L}+|shot down|fires? (on|at)|ambush(ed)?|assault(s|ed)?|repel(s|led)|burn(ing|ed|t)|abandoned|удар\p{L}*|обстр\p{L}+|вибух\p{L}*|взрыв\p{L}*|атак\p{L}*|знищ\p{L}+|уничтож\p{L}+|влуч\p{L}+|попадан\p{L}+|бої|бои|бій|бой|штурм\p{L}*|загину\p{L}+|погиб\p{L}+|поранен\p{L}+|ранен\p{L}+|пошкод\p{L}+)(?!\p{L})/iu;

/**
 * Whether a row tells where troops are or go rather than what happened: such are never read. Columns that only features
 * about troops have decide alone; words do where they tell of no act.
 *
 * @param texts what the row is called and what it says
 */
export function marksTroops(cells: ReadonlyMap<string, string>, texts: readonly string[]): boolean {
  const keys = Object.fromEntries([...cells].map(([name, value]) => [name, value === '' ? '' : 1]));
  if (marksUnits(keys, true)) return true;
  const said = texts.filter((text) => text !== '');
  if (said.some((text) => ACT.test(text))) return false;
  return said.some((text) => PRESENCE.test(text) || marksUnits({ name: text }, false));
}
