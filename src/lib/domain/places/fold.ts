/**
 * Fold a name to a key under which all its spellings meet: Kurakhove, Курахове, Курахово and "kurahovo" differ only
 * in their last letter, Дніпро, Днепр and Dnipro only in their vowels. Cyrillic is first written in Latin letters
 * (Ukrainian by the 2010 national system, Russian letters beside it), marks and apostrophes go, and digraphs that
 * spellings disagree on are made one. What other languages write with letters that mean something else in English
 * ("Charkiw", "Donezk") is another name, not a spelling. Sources: Cabinet of Ministers of Ukraine, resolution 55 of
 * 27 January 2010; ISO 9.
 */
const LATIN: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'h', ґ: 'g', д: 'd', е: 'e', є: 'ie', ж: 'zh', з: 'z', и: 'y', і: 'i', ї: 'i', й: 'i',
  к: 'k', л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'kh', ц: 'ts', ч: 'ch',
  ш: 'sh', щ: 'shch', ь: '', ю: 'iu', я: 'ia', ы: 'y', э: 'e', ё: 'e', ъ: '', ў: 'u',
}; // prettier-ignore

/** Letters of the scholars' Latin (ISO 9) and of Polish, which lose their meaning with their marks. */
const MARKED: Record<string, string> = { č: 'ch', š: 'sh', ž: 'zh', ż: 'zh', ł: 'l' };

/** Pairs of spellings that count as one, applied in order to the Latin form. */
const ALIKE: readonly [RegExp, string][] = [
  // German and Polish write with many letters what others write with two.
  [/cz/g, 'ch'],
  [/sz/g, 'sh'],
  [/shch|sch/g, 'sh'],
  [/tsh/g, 'ch'],
  [/dsh/g, 'dzh'],
  // "Bila Cerkva"; any other c is a k.
  [/c(?=[eiy])/g, 'ts'],
  [/kh|x/g, 'h'],
  [/g/g, 'h'],
  [/[jy]/g, 'i'],
  [/ie|io|yo/g, 'e'],
  [/c(?!h)/g, 'k'],
  [/w/g, 'v'],
  [/i+/g, 'i'],
  [/(zh|sh|ch)\1+/g, '$1'],
  [/(.)\1+/g, '$1'],
];

const transliterate = (text: string): string =>
  Array.from(text, (letter) => LATIN[letter] ?? MARKED[letter] ?? letter).join('');

/** What one of the pairs would still change. */
const UNLIKE = /[cs]z|sh?ch|[td]sh|kh|[xgjyw]|ie|io|c(?!h)|(zh|sh|ch|.)\1/;

/** One pair may make another ("kg", "kx" become "kh"), so they are applied until nothing changes. */
function alike(text: string): string {
  const next = ALIKE.reduce((t, [from, to]) => t.replace(from, to), text);
  return next === text || !UNLIKE.test(next) ? next : alike(next);
}

export function fold(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFC')
    .replace(/[’'ʼ`´]/g, '');
  // Letters first, so that й and ї keep their marks, then once more for letters that lost one (ѐ, ӂ).
  const bare = transliterate(plain).normalize('NFD').replace(/\p{M}/gu, '');
  return alike(transliterate(bare))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The keys under which the name of a place is found: its own, and for "-ове", "-еве", "-ине" also the one that ends in
 * "-o", as Russian and older maps write it. Only here and not in `fold`: whoever types "novo" is half-way to
 * Novohrodivka, and would be sent to Nove.
 */
export function foldedNames(name: string): string[] {
  const own = fold(name);
  return /(?:ov|ev|in)e$/.test(own) ? [own, own.replace(/e$/, 'o')] : [own];
}
