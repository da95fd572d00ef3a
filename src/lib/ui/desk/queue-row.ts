import type { DeskState } from '#lib/domain/desk/workflow.ts';
import type { ItemKind } from '#lib/domain/history/edition.ts';

/** An item as a row of the queue shows it. */
export interface QueueRow {
  readonly key: string;
  readonly kind: ItemKind;
  readonly id: string;
  readonly revision: number;
  readonly href: string;
  readonly title: string | undefined;
  readonly sort: string;
  readonly when: string;
  readonly state: DeskState;
  readonly retraction: boolean;
  readonly updated: string;
  readonly by: string;
  /** Each with the address of all that have it, or of all where these alone are shown. */
  readonly tags: readonly { readonly text: string; readonly href: string }[];
  readonly assignee: string | undefined;
  readonly held: string | undefined;
}
