import * as v from 'valibot';
import type { ReviewRule } from '#lib/domain/access/access.ts';
import type { WorkStore } from '../store/work.ts';

const reviewSchema = v.fallback(v.object({ twoPeople: v.boolean() }), { twoPeople: true });

/** Whether somebody else has to approve what a person wrote. So it is until an admin says otherwise. */
export const reviewRule = async (work: WorkStore): Promise<ReviewRule> =>
  v.parse(reviewSchema, await work.setting('review'));
