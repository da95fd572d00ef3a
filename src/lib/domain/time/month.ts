import type { Day } from './day.ts';

/** What has no day is kept apart from every month; it sorts after them. */
export const UNDATED = 'undated';

/** A month as `2024-11`, which sorts before its days; `undated` for what has no day. */
export const monthOf = (d: Day | null | undefined): string => d?.slice(0, 7) ?? UNDATED;
