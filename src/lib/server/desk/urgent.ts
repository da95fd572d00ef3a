import { mayReview, type Person, type ReviewRule } from '#lib/domain/access/access.ts';
import { faultsOf } from '#lib/domain/desk/faults.ts';
import type { Lang } from '#lib/domain/text.ts';
import { instant } from '#lib/words/dates.ts';
import type { StaffedDesk } from './desk.ts';
import { differencesIn } from './differences.ts';
import { publicPayload } from './publish.ts';
import { historyAddress, itemAddress } from './queue.ts';
import { reviewRule } from './settings.ts';

/** Whether somebody may say that what was published without a second person is right. */
export const mayConfirm = (person: Person, publisher: string, rule: ReviewRule): boolean =>
  mayReview(person) && !(rule.twoPeople && person.id === publisher);

/** Changes of what is public that nobody approved yet, whole enough to be published. */
export async function urgentList({ store }: StaffedDesk, lang: Lang) {
  const rows = await store.work.queue({ states: ['draft', 'review'], limit: 200 });
  const reader = await store.public.at((await store.public.head()).number);
  const list = [];
  for (const row of rows) {
    if (!reader || row.published === undefined || row.retraction) continue;
    const entry = await store.work.item(row.kind, row.id);
    if (!entry || faultsOf(entry.kind, entry.payload).length > 0) continue;
    const was = await publicPayload(reader, row.kind, row.id);
    list.push({
      key: `${row.kind} ${row.id}`,
      kind: row.kind,
      id: row.id,
      revision: row.revision,
      title: row.title,
      href: itemAddress(lang, row.kind, row.id),
      differences: differencesIn(lang, was, entry.payload),
    });
  }
  return list;
}

/** What was published so and waits for somebody to confirm it. */
export async function unreviewedList({ store, person }: StaffedDesk, lang: Lang) {
  const rule = await reviewRule(store.work);
  const people = await store.accounts.people();
  return (await store.publishing.unreviewed()).map((u) => ({
    key: `${u.kind} ${u.id} ${u.edition}`,
    kind: u.kind,
    id: u.id,
    edition: u.edition,
    title: u.title,
    href: historyAddress(lang, u.kind, u.id),
    by: people.find((p) => p.id === u.by)?.name ?? u.by,
    when: instant(lang, u.at),
    mayConfirm: mayConfirm(person, u.by, rule),
  }));
}
