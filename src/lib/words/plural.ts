import type { Lang } from '../domain/text.ts';

const rules = { en: new Intl.PluralRules('en'), uk: new Intl.PluralRules('uk') };
const numbers = { en: new Intl.NumberFormat('en'), uk: new Intl.NumberFormat('uk') };

/** Word forms by plural category; English has one and other, Ukrainian one, few and many. */
export type Forms = {
  readonly one: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
};

/** A count with the form of its noun: `1 strike`, `5 ударів`. */
export function counted(lang: Lang, n: number, forms: Forms): string {
  return `${numbers[lang].format(n)} ${form(lang, n, forms)}`;
}

/** The form of a noun that goes with a count. */
export function form(lang: Lang, n: number, forms: Forms): string {
  const category = rules[lang].select(n);
  if (category === 'one') return forms.one;
  if (category === 'few') return forms.few ?? forms.other;
  if (category === 'many') return forms.many ?? forms.other;
  return forms.other;
}
