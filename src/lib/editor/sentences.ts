/** A sentence of a text: UTF-16 offsets, and the paragraph that it stands in, counted from 1. */
export interface Sentence {
  readonly start: number;
  readonly until: number;
  readonly text: string;
  readonly paragraph: number;
}

/** The sentences of a text in a language, paragraph by paragraph; a blank line or a line end parts paragraphs. */
export function sentencesOf(text: string, language: string): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sentences: Sentence[] = [];
  let paragraph = 0;
  for (const line of text.matchAll(/[^\n]+/g)) {
    if (line[0].trim() === '') continue;
    paragraph += 1;
    for (const { segment, index } of segmenter.segment(line[0])) {
      const bare = segment.trim();
      if (bare === '') continue;
      const start = line.index + index + segment.indexOf(bare);
      sentences.push({ start, until: start + bare.length, text: bare, paragraph });
    }
  }
  return sentences;
}

/** The longest quotation that is taken from a report, in letters. */
const LONGEST_QUOTATION = 160;

/** Words as a short quotation: whole, or up to the last word that fits. */
export function quotationOf(words: string): string {
  const text = words.replace(/\s+/g, ' ').trim();
  if (text.length <= LONGEST_QUOTATION) return text;
  const cut = text.slice(0, LONGEST_QUOTATION - 2);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), LONGEST_QUOTATION / 2)).replace(/[\s,;:–—-]+$/, '')} …`;
}
