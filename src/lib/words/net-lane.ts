import type { Lang } from '../domain/text.ts';
import { amount } from './amounts.ts';

type Unit = 'day' | 'week' | 'month' | 'year';

interface NetLaneWords {
  /** The name of the lane and, on a line of its own, between what it goes. */
  name(unit: Unit, least: number, most: number): string;
  /** What some days came to, to be said after something else. */
  net(km2: number): string;
}

/** Square kilometres with their sign; what rounds to nothing has none. */
function signed(lang: Lang, km2: number, digits: number): string {
  const size = amount(lang, Math.abs(km2), digits);
  if (size === amount(lang, 0, digits)) return size;
  return `${km2 < 0 ? '−' : '+'}${size}`;
}

/** Whole numbers where they are large enough. */
const range = (lang: Lang, least: number, most: number): string => {
  const digits = most - least < 10 ? 1 : 0;
  return `${signed(lang, least, digits)} … ${signed(lang, most, digits)}`;
};

const EN = { day: 'day', week: 'week', month: 'month', year: 'year' } as const;
const UK = { day: 'за день', week: 'за тиждень', month: 'за місяць', year: 'за рік' } as const;

/** Words of the lane that shows the net change of the ground that Russia is assessed to hold. */
export const netLaneWords: Readonly<Record<Lang, NetLaneWords>> = {
  en: {
    name: (unit, least, most) => `Russia’s net km² a ${EN[unit]}\n${range('en', least, most)}`,
    net: (km2) => `, Russia’s net ${signed('en', km2, 1)} km²`,
  },
  uk: {
    name: (unit, least, most) => `Чиста зміна Росії, км² ${UK[unit]}\n${range('uk', least, most)}`,
    net: (km2) => `, чиста зміна Росії ${signed('uk', km2, 1)} км²`,
  },
};
