/**
 * The forms in which a Ukrainian or Russian name stands in a sentence: "у Курахові", "під Угледаром", "Великої
 * Новосілки". Rules of school grammar, written as endings; a form too many does no harm (no text holds it), a missing
 * one loses a place. One list per case, so that the words of a long name stand in the same one.
 */
type Cases = readonly (readonly string[])[];

/** Genitive, dative, accusative, instrumental, locative. */
const CASES = 5;

/** How a word that ends so is declined: what is cut off, and the endings by case, split by "/". */
type Rule = readonly [ending: RegExp, cut: number, ...cases: string[]];

const UK_ADJECTIVES: readonly Rule[] = [
  [/ий$/, 2, 'ого', 'ому', 'ого/ий', 'им', 'ому/ім'],
  [/ій$/, 2, 'ього', 'ьому', 'ього/ій', 'ім', 'ьому/ім'],
  [/а$/, 1, 'ої', 'ій', 'у', 'ою', 'ій'],
  [/я$/, 1, 'ьої', 'ій', 'ю', 'ьою', 'ій'],
  [/е$/, 1, 'ого', 'ому', 'е', 'им', 'ому/ім'],
  [/є$/, 1, 'ього', 'ьому', 'є', 'ім', 'ьому/ім'],
  [/і$/, 1, 'их', 'им', 'і', 'ими', 'их'],
  [/ів$/, 2, 'ового', 'овому', 'ів/ового', 'овим', 'овому'],
];

const UK_NOUNS: readonly Rule[] = [
  [/ія$/, 1, 'ї', 'ї', 'ю', 'єю', 'ї'],
  [/я$/, 1, 'і/я', 'і/ю', 'ю/я', 'ею/ям', 'і'],
  [/ка$/, 2, 'ки', 'ці', 'ку', 'кою', 'ці'],
  [/га$/, 2, 'ги', 'зі', 'гу', 'гою', 'зі'],
  [/ха$/, 2, 'хи', 'сі', 'ху', 'хою', 'сі'],
  [/[жчшщ]а$/, 1, 'і', 'і', 'у', 'ею', 'і'],
  [/а$/, 1, 'и', 'і', 'у', 'ою', 'і'],
  [/о$/, 1, 'а', 'у', 'о', 'ом', 'і/у'],
  [/[еє]$/, 1, 'а/я', 'у/ю', 'е/є', 'ем/им/єм', 'і/у'],
  [/ки$/, 2, 'ок/ків', 'кам', 'ки', 'ками', 'ках'],
  [/ці$/, 2, 'ців/ець', 'цям', 'ці', 'цями', 'цях'],
  [/и$/, 1, '/ів', 'ам', 'и', 'ами', 'ах'],
  [/[ії]$/, 1, 'ів/їв/', 'ам/ям', 'і/ї', 'ами/ями', 'ах/ях'],
  [/їв$/, 2, 'єва', 'єву/єву', 'їв', 'євом', 'єві'],
  [/ів$/, 2, 'ова/ева/єва', 'ову/еву/єву', 'ів', 'овом/евом/євом', 'ові/еві/єві'],
  [/іль$/, 3, 'оля/еля/іля', 'олю/елю/ілю', 'іль', 'олем/елем/ілем', 'олі/елі/ілі'],
  [/інь$/, 3, 'еня/іня', 'еню/іню', 'інь', 'енем/інем', 'ені/іні'],
  [/ець$/, 3, 'ця', 'цю', 'ець', 'цем', 'ці'],
  [/ок$/, 2, 'ка/оку', 'ку/оку', 'ок', 'ком/оком', 'ку/оці'],
  [/ь$/, 1, 'я/і', 'ю/і', 'ь', 'ем/ю', 'і'],
  [/й$/, 1, 'я/ю', 'ю', 'й', 'єм', 'ї/ю'],
  [/іг$/, 2, 'огу', 'огу', 'іг', 'огом', 'озі/огу'],
  [/і([бвгджзкклмнпрстфх])$/, 0, 'у/а', 'у', '', 'ом', 'і/у'],
  [/[жчш]$/, 0, 'а/у/і', 'у/еві/і', '', 'ем/ю', 'і'],
  [/[бвгґджзклмнпрстфх]$/, 0, 'а/у', 'у/ові', '', 'ом', 'і/у'],
];

const RU_ADJECTIVES: readonly Rule[] = [
  [/[ыо]й$/, 2, 'ого', 'ому', 'ого', 'ым', 'ом'],
  [/ий$/, 2, 'ого/его', 'ому/ему', 'ого/его', 'им', 'ом/ем'],
  [/ая$/, 2, 'ой', 'ой', 'ую', 'ой/ою', 'ой'],
  [/яя$/, 2, 'ей', 'ей', 'юю', 'ей', 'ей'],
  [/ое$/, 2, 'ого', 'ому', 'ое', 'ым/им', 'ом'],
  [/ее$/, 2, 'его', 'ему', 'ее', 'им', 'ем'],
  [/ые$/, 2, 'ых', 'ым', 'ые', 'ыми', 'ых'],
  [/ие$/, 2, 'их', 'им', 'ие', 'ими', 'их'],
  [/[ое]в$/, 0, 'а', 'у', '', 'ым', 'ом'],
];

const RU_NOUNS: readonly Rule[] = [
  [/ия$/, 1, 'и', 'и', 'ю', 'ей', 'и'],
  [/я$/, 1, 'и', 'е', 'ю', 'ей', 'е'],
  [/[гкхжчшщ]а$/, 1, 'и', 'е', 'у', 'ой/ей', 'е'],
  [/а$/, 1, 'ы', 'е', 'у', 'ой', 'е'],
  [/ье$/, 1, 'я', 'ю', 'е', 'ем', 'е/и'],
  [/[оеё]$/, 1, 'а/я', 'у/ю', 'о/е', 'ом/ем', 'е'],
  [/ки$/, 2, 'ок/ек', 'кам', 'ки', 'ками', 'ках'],
  [/цы$/, 2, 'цев/цов', 'цам', 'цы', 'цами', 'цах'],
  [/[ыи]$/, 1, '/ов/ей', 'ам/ям', 'ы/и', 'ами/ями', 'ах/ях'],
  [/ец$/, 2, 'ца', 'цу', 'ец', 'цом/цем', 'це'],
  [/ок$/, 2, 'ка', 'ку', 'ок', 'ком', 'ке'],
  [/ь$/, 1, 'я/и', 'ю/и', 'ь', 'ем/ью', 'е/и'],
  [/й$/, 1, 'я', 'ю', 'й', 'ем', 'е'],
  [/[бвгджзклмнпрстфхцчшщ]$/, 0, 'а', 'у', '', 'ом/ем', 'е'],
];

const LANGUAGES = {
  uk: { adjectives: UK_ADJECTIVES, nouns: UK_NOUNS },
  ru: { adjectives: RU_ADJECTIVES, nouns: RU_NOUNS },
} as const;

/** Every form of a name in sentences, the name itself among them. */
export function formsOf(name: string, lang: 'uk' | 'ru'): string[] {
  const words = name
    .toLowerCase()
    .split(/(?<=[\s-])|(?=[\s-])/u)
    .filter((word) => word !== '');
  const forms = new Set([name.toLowerCase()]);
  for (let c = 0; c < CASES; c += 1) {
    let phrases = [''];
    for (const [i, word] of words.entries()) {
      const options = /^[\s-]$/.test(word) ? [word] : optionsOf(word, lang, c, i === words.length - 1);
      phrases = phrases.flatMap((phrase) => options.map((option) => phrase + option));
    }
    for (const phrase of phrases) forms.add(phrase);
  }
  return [...forms];
}

/** One word in one case. What stands before a hyphen may stay as it is: "в Івано-Франківську". */
function optionsOf(word: string, lang: 'uk' | 'ru', c: number, isLast: boolean): string[] {
  const { adjectives, nouns } = LANGUAGES[lang];
  const options = new Set([...(declined(word, adjectives)[c] ?? []), ...(declined(word, nouns)[c] ?? [])]);
  if (!isLast || options.size === 0) options.add(word);
  return [...options];
}

function declined(word: string, rules: readonly Rule[]): Cases {
  const rule = rules.find(([ending]) => ending.test(word));
  if (!rule) return [];
  const [ending, cut, ...cases] = rule;
  const stem = word.slice(0, word.length - cut);
  // A closed syllable opens: Ріг, Брід, Острів, Камінь.
  const stems =
    cut === 0 && /^\/і\(/.test(`/${ending.source}`) ? [stem, open(stem, 'о'), open(stem, 'е')] : [stem];
  return cases.map((endings) => stems.flatMap((s) => endings.split('/').map((end) => s + end)));
}

const open = (stem: string, vowel: string): string => stem.replace(/і(?=[^і]$)/u, vowel);
