import { EVENT_KINDS } from '../domain/events/terms.ts';

/** What a legend can explain, in the order in which it does. */
export const LEGEND_KEYS = [
  'held',
  'pre2022',
  'fresh',
  'ua-held',
  'ua-fresh',
  'contested',
  'claimed',
  'infiltration',
  'front',
  'unsourced',
  'ua-unsourced',
  'band',
  'start',
  ...EVENT_KINDS,
  'halo',
  'claimed-mark',
  'disputed-mark',
] as const;
export type LegendKey = (typeof LEGEND_KEYS)[number];
