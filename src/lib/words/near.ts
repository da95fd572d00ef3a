import type { Lang } from '../domain/text.ts';
import { boundedText } from './km2.ts';
import { counted, form } from './plural.ts';

/** Where ground changed hands and how much, as a reader is told. */
export interface NearFacts {
  /** The settlement nearest to the most of it. */
  readonly place: string | undefined;
  /** How many settlements more it lies near to. */
  readonly others: number;
  /** How much it is; where that is withheld, how many patches it has. */
  readonly size: { readonly area_m2: number; readonly uncertainty_m2: number } | number;
}

const english = (place: string, others: number): string =>
  others > 0
    ? `Near ${place} and ${counted('en', others, { one: 'other place', other: 'other places' })}`
    : `Near ${place}`;

/** A colon keeps the name in the nominative, in which alone we know it. */
const ukrainian = (place: string, others: number): string => {
  const more = { one: 'місце', few: 'місця', many: 'місць', other: 'місця' };
  return others > 0 ? `Поблизу: ${place} і ще ${counted('uk', others, more)}` : `Поблизу: ${place}`;
};

/** "Near Toretsk and 6 other places, 12.9 ± 0.9 km²". */
export function nearText(lang: Lang, { place, others, size }: NearFacts): string {
  const where = place && (lang === 'uk' ? ukrainian : english)(place, others);
  return [where, sizeText(lang, size)].filter(Boolean).join(', ');
}

function sizeText(lang: Lang, size: NearFacts['size']): string {
  if (typeof size === 'number') {
    const forms = { one: 'ділянка', few: 'ділянки', many: 'ділянок', other: 'ділянки' };
    return lang === 'uk'
      ? `${size} ${form('uk', size, forms)}`
      : counted('en', size, { one: 'patch', other: 'patches' });
  }
  const { value, uncertainty } = boundedText(lang, size.area_m2, size.uncertainty_m2);
  return `${value}\u00a0±\u00a0${uncertainty}\u00a0${lang === 'uk' ? 'км²' : 'km²'}`;
}

/** Of a whole day that shows what the one before it showed. */
export const asTheDayBefore: Readonly<Record<Lang, string>> = {
  en: 'The same ground as in the state before.',
  uk: 'Та сама територія, що й у попередньому стані.',
};
