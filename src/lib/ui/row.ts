import type { EventKind } from '../domain/events/event.ts';
import type { Evidence } from '../domain/events/evidence.ts';

/** One line of a list as a component shows it. */
export interface RowView {
  readonly key: string;
  /** A kind of event, or undefined for ground that changed hands. */
  readonly kind: EventKind | undefined;
  readonly evidence: Evidence | undefined;
  readonly disputed: boolean;
  readonly href: string;
  readonly when: string;
  readonly where: string | undefined;
  readonly title: string;
  readonly titleLang: string;
  readonly who: string;
}
