import type { DeskState } from '#lib/domain/desk/workflow.ts';
import type { Lang } from '#lib/domain/text.ts';
import type { Drawn } from '../store/work.ts';
import type { StaffedDesk } from './desk.ts';
import { itemAddress } from './queue.ts';

/** What a report says, as it was pasted last. */
export async function textOf({ store }: StaffedDesk, report: string) {
  const [newest, ...earlier] = await store.work.textsOf(report);
  return newest && { number: newest.number, text: newest.text, earlier: earlier.length };
}

/** What was drawn from a report, and from which of its words. */
export interface DrawnRow extends Drawn {
  readonly title: string | undefined;
  readonly state: DeskState;
  readonly href: string;
}

export async function drawnRows({ store }: StaffedDesk, report: string, lang: Lang): Promise<DrawnRow[]> {
  const drawn = await store.work.drawnFrom(report);
  const rows: DrawnRow[] = [];
  for (const each of drawn) {
    const item = await store.work.item(each.kind, each.id);
    // What was begun and never written is nothing yet.
    if (!item) continue;
    rows.push({
      ...each,
      title: item.title,
      state: item.state,
      href: itemAddress(lang, each.kind, each.id),
    });
  }
  return rows;
}
