import { formsOf } from './declension.ts';
import { fold, foldedNames } from './fold.ts';
import type { Place, PlaceName } from './place.ts';

/** A place that words may mean, and under which of its names. */
export interface Meant {
  readonly place: Place;
  readonly name: PlaceName;
  /** The words are the name as it stands in the gazetteer, not one of its cases. */
  readonly exact: boolean;
}

/** Words of a sentence that name places: every place of that name, none of them chosen. */
export interface Mention {
  /** Where the words stand, in UTF-16 units; `to` is after the last. */
  readonly from: number;
  readonly to: number;
  /** Likest first: as written before a case of it, official before former, large before small. */
  readonly meant: readonly Meant[];
}

/** Made once for a gazetteer, asked for every sentence. */
export interface PlaceIndex {
  /** Names by how they fold, in any script. */
  readonly names: ReadonlyMap<string, readonly Meant[]>;
  /** Cyrillic names by how they begin. Their cases are made when a sentence first holds such a word. */
  readonly cases: ReadonlyMap<string, Drawer>;
  /** Words of the longest name. */
  readonly longest: number;
}

interface Drawer {
  readonly names: Meant[];
  forms?: Map<string, Meant[]>;
}

/** Words that stand for "Oblast" in English texts. */
const OBLAST = ['region', 'province', 'oblast'];

export function placeIndex(places: Iterable<Place>): PlaceIndex {
  const names = new Map<string, Meant[]>();
  const cases = new Map<string, Drawer>();
  let longest = 1;
  for (const place of places) {
    for (const name of place.names) {
      const meant = { place, name, exact: true };
      const keys = writtenAs(place, name).flatMap(foldedNames);
      for (const key of keys) {
        longest = Math.max(longest, key.split(' ').length);
        add(names, key, meant);
      }
      if (name.script !== 'Cyrl') continue;
      const drawer = drawerOf(keys[0] ?? '');
      const found = cases.get(drawer);
      if (found) found.names.push(meant);
      else cases.set(drawer, { names: [meant] });
    }
  }
  return { names, cases, longest };
}

function writtenAs({ kind }: Place, { text }: PlaceName): string[] {
  if (kind !== 'oblast' || !/ Oblast$/.test(text)) return [text];
  return OBLAST.map((word) => text.replace(/Oblast$/, word));
}

function add(names: Map<string, Meant[]>, key: string, meant: Meant): void {
  const list = names.get(key);
  if (!list) names.set(key, [meant]);
  else if (!list.some((one) => one.place === meant.place)) list.push(meant);
}

/**
 * The drawer of a name by the first three consonants of its first word: vowels change between cases (Київ, Києва), and
 * so does the last consonant (Ріг, Розі), which is why short names have drawers of their own, by their first letter.
 */
function drawerOf(key: string): string {
  const consonants = consonantsOf(key);
  return consonants.length > 3 ? consonants.slice(0, 3) : shortDrawer(key);
}

const consonantsOf = (key: string): string => (key.split(' ')[0] ?? '').replace(/[aeiou]/g, '');
const shortDrawer = (key: string): string => `short ${key[0]}`;

function formsIn(drawer: Drawer | undefined): ReadonlyMap<string, readonly Meant[]> | undefined {
  if (!drawer) return undefined;
  if (drawer.forms) return drawer.forms;
  const forms = new Map<string, Meant[]>();
  // Long names have the same words in many of their forms.
  const folded = new Map<string, string>();
  const foldWord = (word: string): string => {
    const key = folded.get(word) ?? fold(word);
    folded.set(word, key);
    return key;
  };
  for (const { place, name } of drawer.names) {
    const meant = { place, name, exact: false };
    const inRussian = name.lang === 'ru' || !place.names.some((n) => n.lang === 'ru');
    const written = [
      ...(name.lang === 'ru' ? [] : formsOf(name.text, 'uk')),
      // Most villages have no Russian name here, and Russian texts then decline the one that they have.
      ...(inRussian ? formsOf(name.text, 'ru') : []),
    ];
    for (const form of written) add(forms, form.split(/[\s-]/).map(foldWord).join(' '), meant);
  }
  drawer.forms = forms;
  return forms;
}

interface Word {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly key: string;
  /** Stands apart from the word before it: another sentence, a bracket, a comma. */
  readonly apart: boolean;
  readonly first: boolean;
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:['’ʼ`´][\p{L}\p{M}]+)*/gu;

function wordsOf(sentence: string): Word[] {
  let end = 0;
  return Array.from(sentence.matchAll(WORD), (match, i) => {
    const gap = sentence.slice(end, match.index);
    // "Kurakhove's" is Kurakhove; Ukrainian has letters after its apostrophes.
    const text = match[0].replace(/['’ʼ][sS]$/, '');
    end = match.index + match[0].length;
    const apart = i > 0 && !/^(?:\s+|\s*[-‐‑]\s*)$/u.test(gap);
    const first = i === 0 || /[.!?…:]["»”)]*\s+["«“(]*$|\n/u.test(gap);
    return { text, from: match.index, to: match.index + text.length, key: fold(text), apart, first };
  });
}

/**
 * The places that a sentence names, in Latin, Ukrainian or Russian, also in the cases of Ukrainian and Russian; the
 * longest name first ("Nova Kakhovka" is not Kakhovka). Names begin with a capital, unless the whole text has none.
 * Small places whose names are also short or common words need a word before them that leads to a place.
 */
export function placesInText(sentence: string, index: PlaceIndex): Mention[] {
  const words = wordsOf(sentence);
  const hasCapitals = /\p{Lu}/u.test(sentence);
  const mentions: Mention[] = [];
  for (let i = 0; i < words.length;) {
    const found = mentionAt(words, i, index, hasCapitals);
    if (found) mentions.push(found.mention);
    i += found?.length ?? 1;
  }
  return mentions;
}

function mentionAt(
  words: readonly Word[],
  i: number,
  index: PlaceIndex,
  hasCapitals: boolean,
): { mention: Mention; length: number } | undefined {
  const first = words[i] as Word;
  if (!/^\p{L}/u.test(first.text) || first.key === '') return undefined;
  if (hasCapitals ? !/^\p{Lu}/u.test(first.text) : first.key.length < 6) return undefined;
  const isCyrillic = /\p{Script=Cyrillic}/u.test(first.text);
  const drawers = isCyrillic
    ? [
        formsIn(index.cases.get(consonantsOf(first.key).slice(0, 3))),
        formsIn(index.cases.get(shortDrawer(first.key))),
      ]
    : [];
  for (let n = Math.min(index.longest, words.length - i); n > 0; n -= 1) {
    const run = words.slice(i, i + n);
    if (run.some((word, k) => k > 0 && word.apart)) continue;
    const key = run.map((word) => word.key).join(' ');
    const meant = merged([index.names.get(key), ...drawers.map((forms) => forms?.get(key))]);
    if (meant.length === 0 || (n === 1 && isDoubtful(words, i, meant))) continue;
    return { mention: { from: first.from, to: (run.at(-1) as Word).to, meant }, length: n };
  }
  return undefined;
}

/** Every place once, under its likest name. */
function merged(lists: readonly (readonly Meant[] | undefined)[]): Meant[] {
  const byPlace = new Map<string, Meant>();
  for (const meant of lists.flatMap((list) => list ?? [])) {
    const known = byPlace.get(meant.place.id);
    if (!known || likest(meant, known) < 0) byPlace.set(meant.place.id, meant);
  }
  return [...byPlace.values()].sort(likest);
}

const isFormer = ({ name }: Meant): number => Number(name.kind === 'former');
const sizeOf = ({ place }: Meant): number =>
  place.kind === 'country' || place.kind === 'oblast' ? 1e9 : (place.population ?? 0);

const likest = (a: Meant, b: Meant): number =>
  Number(b.exact) - Number(a.exact) ||
  isFormer(a) - isFormer(b) ||
  sizeOf(b) - sizeOf(a) ||
  (a.place.id < b.place.id ? -1 : 1);

const BIG = 10_000;

const isBig = ({ place, name }: Meant): boolean =>
  name.kind !== 'former' &&
  (['country', 'oblast', 'city', 'town'].includes(place.kind) || (place.population ?? 0) >= BIG);

/** Names of villages that are also words with which sentences begin, as they fold. */
const COMMON = new Set(
  ['перемога', 'мирне', 'мирний', 'центральне', 'південне', 'північне', 'південний', 'нове', 'велике', 'авангард', 'аеродром', 'вікно', 'вогні', 'долина', 'дружба', 'колонія', 'маленьке', 'нижнє', 'середнє', 'озера', 'пороги', 'потоки', 'правда', 'світле', 'слобода', 'степне', 'червоне', 'широке', 'широкий', 'вільне', 'дивізія', 'полігон', 'удачне', 'чорна', 'промінь', 'розділ', 'урожайне', 'заводське', 'партизанське', 'гвардійське', 'десантне', 'шахтарське', 'первомайське', 'мирное', 'центральное', 'новое', 'победа'].map(fold),
); // prettier-ignore

const LEADS =
  /^(?:in|near|at|of|from|to|towards?|around|outside|into|village|town|settlement|city|у|в|на|до|з|із|зі|під|біля|коло|поблизу|за|від|між|м|с|смт|сел[оаіуе]|селищ[еаіу]|міст[оаіу]|возле|около|под|из|от|к|между|город[ае]?|поселк[ае]|станиці|районі?)$/iu;

/** First names that are towns too; before a surname they are a person. */
const FIRST_NAMES = new Set(
  ['володимир', 'владимир', 'vladimir', 'марія', 'maria', 'сергій', 'sergei', 'вікторія', 'victoria', 'станіслав', 'богдан'].map(fold),
); // prettier-ignore

const isCapital = (word: Word | undefined): boolean => /^\p{Lu}/u.test(word?.text ?? '');

/**
 * A word that may be just a word or a person: a very short one, a short or common one that names small places only, a
 * first name before a surname, a surname after a first name.
 */
function isDoubtful(words: readonly Word[], i: number, meant: readonly Meant[]): boolean {
  const [before, word, after] = [words[i - 1], words[i] as Word, words[i + 1]];
  const leads = before !== undefined && !word.apart;
  if (leads && LEADS.test(before.text)) return false;
  if (FIRST_NAMES.has(word.key) && isCapital(after) && !after?.apart) return true;
  if (word.text.length > 3 && meant.some(isBig)) return false;
  if (leads && isCapital(before) && !before.first && !isAllCapitals(word)) return true;
  return word.text.length <= 4 || (word.first && COMMON.has(word.key));
}

const isAllCapitals = ({ text }: Word): boolean => text === text.toUpperCase();
