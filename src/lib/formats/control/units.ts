/** Properties that only features about troops have. */
const KEYS =
  /^(units?|unit[_ -]?(name|id|type|symbol)|sidc|sid[_ -]?code|echelon|mil[_ -]?(sym|symbol|std)|milsymbol|symbol[_ -]?(code|id)|formation|garrison)$/i;
const NAMES = /^(name|title|label|caption)([_ -]?\w{2,3})?$/i;
const TEXTS = /^(description|desc|popup|comment)$/i;

/** Words alone: letters before or after make others of them, in Cyrillic too. */
const words = (...forms: string[]): RegExp => new RegExp(`(?<!\\p{L})(${forms.join('|')})(?!\\p{L})`, 'iu');

/** Kinds of units, and places where troops are, in English, Ukrainian and Russian. */
const UNITS = [
  words(
    'brigades?|regiments?|battalions?|divisions?|squadrons?|platoons?|(army|armou?red|rifle|assault) corps|btgs?',
  ),
  words('concentrations? of|armed formations?|troop positions?|unit positions?|military units?'),
  words(
    'бригад\\p{L}{0,3}|полк(у|и|ів|ом|ам|ах|а|ов)?|батальйон\\p{L}{0,3}|батальон\\p{L}{0,3}|взвод\\p{L}{0,2}|бтгр?',
  ),
  words(
    'дивізі\\p{L}{1,5}|дивизи\\p{L}{1,5}|армійськ\\p{L}+ корпус\\p{L}{0,3}|армейск\\p{L}+ корпус\\p{L}{0,3}',
  ),
  words(
    'зосереджен\\p{L}+|сосредоточен\\p{L}+|(збройн|вооруж[её]нн)\\p{L}+ форм\\p{L}+|військов\\p{L}+ частин\\p{L}+',
  ),
];

/** What else a point is called that stands for troops; ground may be named so by who holds it. */
const OF_POINTS = [
  words('units?|squads?|corps|compan(y|ies)|army|armies|military bases?|detachments?|troops'),
  words(
    'арм[іи]\\p{L}{1,3}|корпус\\p{L}{0,3}|рот[аиіу]|заг[оі]н\\p{L}{0,3}|отряд\\p{L}{0,3}|підрозділ\\p{L}{0,3}',
  ),
  words('подразделени\\p{L}+|військов\\p{L}+ баз\\p{L}+|военн\\p{L}+ баз\\p{L}+|війська|войска'),
];

const says = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && value !== false;

/**
 * Whether a feature marks a unit or where troops are. Such are never read, whatever their geometry. Ground that tells
 * in a longer text who freed or took it is still ground, so only its name counts.
 */
export const marksUnits = (properties: Readonly<Record<string, unknown>>, maybeGround: boolean): boolean =>
  Object.entries(properties).some(([key, value]) => {
    if (KEYS.test(key) && says(value)) return true;
    if (typeof value !== 'string' || !(NAMES.test(key) || (!maybeGround && TEXTS.test(key)))) return false;
    return [...UNITS, ...(maybeGround ? [] : OF_POINTS)].some((word) => word.test(value));
  });

/** The same, and whether it lies in a folder of such. */
export const isOfUnits = (properties: Readonly<Record<string, unknown>>, maybeGround: boolean): boolean =>
  marksUnits(properties, maybeGround) || marksUnits({ name: properties['folder'] }, maybeGround);
