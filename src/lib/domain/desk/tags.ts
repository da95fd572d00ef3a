import * as v from 'valibot';

/** As it is kept, however it was typed. */
export const plainTag = (text: string): string => text.normalize('NFC').trim().replace(/\s+/g, ' ');

/** A word or two that a newsroom marks items with among itself; readers see none of it. */
export const tagSchema = v.pipe(
  v.string(),
  v.transform((text) => plainTag(text)),
  v.nonEmpty('is empty; say what to mark with'),
  v.maxLength(40, 'is longer than 40 letters'),
);

/** As it is already written elsewhere, whatever its capitals, so that one tag does not become two. */
export const spelledAs = (tag: string, all: readonly string[]): string =>
  all.find((other) => other.toLowerCase() === tag.toLowerCase()) ?? tag;

/** Tags with one more, or with one less, in order; undefined where none is left. */
export function retagged(
  tags: readonly string[],
  { tag, untag }: { readonly tag?: string | undefined; readonly untag?: string | undefined },
): readonly string[] | undefined {
  const left = new Set(tags.filter((each) => each !== untag));
  if (tag !== undefined) left.add(tag);
  return left.size === 0 ? undefined : [...left].sort();
}
