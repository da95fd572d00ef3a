import * as v from 'valibot';
import type { ReviewRule } from '#lib/domain/access/access.ts';
import { embargoRulesSchema, USUAL_RULES, type EmbargoRule } from '#lib/domain/desk/embargo.ts';
import { parse } from '#lib/domain/parse.ts';
import type { Result } from '#lib/domain/result.ts';
import type { WorkStore } from '../store/work.ts';
import type { StaffedDesk } from './desk.ts';

const reviewSchema = v.object({ twoPeople: v.boolean() });

/** Whether somebody else has to approve what a person wrote. So it is until an admin says otherwise. */
export const reviewRule = async (work: Pick<WorkStore, 'setting'>): Promise<ReviewRule> =>
  v.parse(v.fallback(reviewSchema, { twoPeople: true }), await work.setting('review'));

/** For how long what is held back, as the newsroom has set it. */
export async function embargoRules(work: Pick<WorkStore, 'setting'>): Promise<readonly EmbargoRule[]> {
  const read = v.safeParse(embargoRulesSchema, await work.setting('embargo'));
  return read.success ? read.output : USUAL_RULES;
}

/** What `/desk/settings` shows. */
export const settingsPage = async ({ store }: StaffedDesk) => ({
  twoPeople: (await reviewRule(store.work)).twoPeople,
  rules: await embargoRules(store.work),
  usual: USUAL_RULES,
});

const settingsSchema = v.strictObject({ twoPeople: v.boolean(), rules: embargoRulesSchema });

/** Settle how the newsroom works; only what is otherwise than it was is written, and so in the audit log. */
export async function saveSettings(
  { store, person }: StaffedDesk,
  body: unknown,
): Promise<Result<v.InferOutput<typeof settingsSchema>>> {
  const read = parse(settingsSchema, body);
  if (!read.ok) return read;
  const { twoPeople, rules } = read.value;
  const { work } = store;
  if ((await reviewRule(work)).twoPeople !== twoPeople) await work.settle('review', { twoPeople }, person.id);
  if (JSON.stringify(await embargoRules(work)) !== JSON.stringify(rules))
    await work.settle('embargo', rules, person.id);
  return read;
}
