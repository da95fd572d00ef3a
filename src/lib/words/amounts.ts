import type { Lang } from '../domain/text.ts';
import { counted } from './plural.ts';

/** A number as a language writes it. */
export const amount = (lang: Lang, n: number, digits = 0): string =>
  new Intl.NumberFormat(lang === 'uk' ? 'uk-UA' : 'en-GB', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(n);

/** So many of a thing, in English. */
export const en = (n: number, one: string, other = `${one}s`): string => counted('en', n, { one, other });

/** So many of a thing, in Ukrainian. */
export const uk = (n: number, one: string, few: string, many: string): string =>
  counted('uk', n, { one, few, many, other: few });
