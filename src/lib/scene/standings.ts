import type { Standing } from '#lib/domain/events/dating.ts';

/** How an event stands to a window, as the number that a scan writes for it. */
export const STANDINGS: readonly Standing[] = ['outside', 'dated', 'touches', 'undated'];
export const OUTSIDE = 0;
export const DATED = 1;
export const TOUCHES = 2;
export const UNDATED = 3;
