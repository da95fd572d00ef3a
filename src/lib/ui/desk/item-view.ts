import type { Unfinished } from '#lib/domain/desk/faults.ts';
import type { DeskState, Move } from '#lib/domain/desk/workflow.ts';
import type { ItemKind } from '#lib/domain/history/edition.ts';

/** What every page on which an item is written is given; see server/desk/item.ts. */
export interface ItemView {
  readonly kind: ItemKind;
  readonly payload: Unfinished;
  readonly revision: number;
  readonly state: DeskState | undefined;
  readonly retraction: boolean;
  readonly moves: readonly Move[];
  readonly comments: readonly {
    readonly id: string;
    readonly by: string;
    readonly when: string;
    readonly text: string;
    readonly resolved: boolean;
  }[];
  readonly history: string;
  readonly publicPage: string | undefined;
}

/** A report that can be cited. */
export interface ReportChoice {
  readonly id: string;
  readonly title: string;
  readonly day?: string | undefined;
}
