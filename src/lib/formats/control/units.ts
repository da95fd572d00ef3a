/** Properties that only features about troops have. */
const KEYS =
  /^(units?|unit[_ -]?(name|id|type|symbol)|sidc|sid[_ -]?code|echelon|mil[_ -]?(sym|symbol|std)|milsymbol|symbol[_ -]?(code|id)|formation|garrison)$/i;

/** Names of units and of places where troops are, in English, Ukrainian and Russian. */
const WORDS = [
  /(?<!\p{L})(brigades?|regiments?|battalions?|divisions?|squadrons?|platoons?|(army|armou?red|rifle) corps|btgs?)(?!\p{L})/iu,
  /(?<!\p{L})(concentrations? of|armed formations?|troop positions?|unit positions?|military units?)(?!\p{L})/iu,
  /(?<!\p{L})(бригад\p{L}{0,3}|полк(у|и|ів|ом|ам|ах|а|ов)?|батальйон\p{L}{0,3}|батальон\p{L}{0,3}|дивізі\p{L}{1,3}|дивизи\p{L}{1,3}|дивізіон\p{L}{0,3}|взвод\p{L}{0,2}|бтгр?)(?!\p{L})/iu,
  /(?<!\p{L})(зосереджен\p{L}+|сосредоточен\p{L}+|збройн\p{L}+ формуван\p{L}+|вооруж[её]нн\p{L}+ формирован\p{L}+|військов\p{L}+ частин\p{L}+)(?!\p{L})/iu,
];
const NAMES = /^(name|title|label|caption|description|desc|popup)([_ -]?\w{2,3})?$/i;

const says = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== '' && value !== false;

/** Whether a feature marks a unit or where troops are. Such are never read, whatever their geometry. */
export const marksUnits = (properties: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(properties).some(
    ([key, value]) =>
      (KEYS.test(key) && says(value)) ||
      (NAMES.test(key) && typeof value === 'string' && WORDS.some((word) => word.test(value))),
  );
