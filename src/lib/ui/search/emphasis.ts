import { fold } from '#lib/domain/places/fold.ts';

/** A stretch of a name; `strong` where it is what was written. */
export interface Piece {
  readonly text: string;
  readonly strong: boolean;
}

/**
 * A name cut into pieces, with the beginnings of words that match what was written, in whatever script: "kurah" is
 * the beginning of "Kurakhove" and of «Курахове». Put together again the pieces are the name.
 */
export function emphasised(name: string, written: string): Piece[] {
  const asked = fold(written.slice(0, 200)).split(' ').filter(Boolean);
  // Letter by letter too: half of a digraph, the "k" of "kh", is not yet what it will be folded to.
  const plain = written.slice(0, 200).toLowerCase().split(/\s+/).filter(Boolean);
  const pieces: Piece[] = [];
  const add = (text: string, strong: boolean): void => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.strong === strong) pieces[pieces.length - 1] = { text: last.text + text, strong };
    else pieces.push({ text, strong });
  };
  let at = 0;
  for (const match of name.matchAll(/[\p{L}\p{M}\p{N}’'ʼ`´]+/gu)) {
    const [word] = match;
    const literal = plain.map((part) => (word.toLowerCase().startsWith(part) ? part.length : 0));
    const length = Math.max(0, ...literal, ...asked.map((part) => matching(word, part)));
    add(name.slice(at, match.index), false);
    add(word.slice(0, length), true);
    add(word.slice(length), false);
    at = match.index + word.length;
  }
  add(name.slice(at), false);
  return pieces;
}

/** How many letters of a word say what was written; 0 where it begins otherwise. */
function matching(word: string, part: string): number {
  if (!fold(word).startsWith(part)) return 0;
  let length = 0;
  for (const letter of word) {
    length += letter.length;
    if (fold(word.slice(0, length)).startsWith(part)) return length;
  }
  return word.length;
}
