import type { Lang } from '../domain/text.ts';

/** Square kilometres as readers see them, to 0.1, with a true minus. */
export const km2Text = (lang: Lang, m2: number, isSigned = false): string =>
  written(lang, Math.round(m2 / 1e5) / 10, 0.1, isSigned);

/** Metres as whole kilometres, at least one. */
export const kmOfEdge = (metres: number): number => Math.max(1, Math.round(metres / 1000));

/** A figure to what its uncertainty bears, one digit of it: 540 ± 60, 12.4 ± 0.9. */
export function boundedText(
  lang: Lang,
  m2: number,
  uncertainty_m2: number,
): { value: string; uncertainty: string } {
  const bounds = Math.max(0.1, uncertainty_m2 / 1e6);
  const step = Math.max(0.1, 10 ** Math.floor(Math.log10(bounds)));
  const to = (km2: number): string => written(lang, Math.round(km2 / step) * step, step, false);
  return { value: to(m2 / 1e6), uncertainty: to(bounds) };
}

function written(lang: Lang, n: number, step: number, isSigned: boolean): string {
  const digits = step < 1 ? 1 : 0;
  const text = new Intl.NumberFormat(lang, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay: isSigned ? 'exceptZero' : 'negative',
  }).format(n);
  return text.replace('-', '−');
}
