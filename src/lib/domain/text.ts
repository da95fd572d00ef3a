import * as v from 'valibot';

/** The languages of the interface, in the order in which they are offered. */
export const LANGS = ['en', 'uk'] as const;
export type Lang = (typeof LANGS)[number];

/** Text that a reader sees. English always; Ukrainian where there is one, else English is shown and marked as such. */
export const textSchema = v.strictObject({
  en: v.pipe(v.string(), v.trim(), v.nonEmpty('is empty; write the English text')),
  uk: v.optional(
    v.pipe(v.string(), v.trim(), v.nonEmpty('is empty; leave it out or write the Ukrainian text')),
  ),
});
export type Text = v.InferOutput<typeof textSchema>;

/** The text in a language, with the language that it is really in. */
export function textIn(text: Text, lang: Lang): { text: string; lang: Lang } {
  const own = text[lang];
  return own === undefined ? { text: text.en, lang: 'en' } : { text: own, lang };
}

/** An https or http address. */
export const urlSchema = v.pipe(
  v.string(),
  v.url('is no address; write it whole, with https://'),
  v.regex(/^https?:\/\//, 'is no web address; it must begin with https:// or http://'),
);
