import type { EventLikeness } from '#lib/domain/events/alike.ts';

/** A known event that may be the one that is being written, and in what. */
export interface AlikeRow extends Omit<EventLikeness, 'likeness'> {
  readonly id: string;
  readonly title?: string | undefined;
  readonly href: string;
}
