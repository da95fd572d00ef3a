import type { Lang } from '#lib/domain/text.ts';
import { pageWords } from '#lib/words/page.ts';

/** A direction in words, of eight. */
export function compass(lang: Lang, degrees: number): string {
  const names = pageWords[lang].compass;
  return names[Math.round((((degrees % 360) + 360) % 360) / 45) % 8] as string;
}

/** Metres as kilometres with the figure that their precision bears: 1 km steps, or 5 km from 50 km on. */
export function roughKm(lang: Lang, metres: number): string {
  const km = metres / 1000;
  const step = km < 50 ? 1 : 5;
  return pageWords[lang].kilometres(Math.round(km / step) * step);
}
