import * as v from 'valibot';
import { areaSchema } from '../geometry/geojson.ts';
import { textSchema } from '../text.ts';
import { daySchema } from '../time/day.ts';
import { REVIEW_ID, type ReviewId } from './review-id.ts';

/**
 * That the line in an oblast, or in an area that was drawn, was looked at on a day and nothing else is known of it. It
 * holds no ground and takes none, so no ledger is painted from it.
 */
export const reviewSchema = v.pipe(
  v.strictObject({
    id: v.pipe(
      v.string(),
      v.regex(REVIEW_ID, 'is no id of a review; it is "v-" and ten of a–z, 2–7'),
      v.transform((s) => s as ReviewId),
    ),
    basis: v.literal('reviewed'),
    /** The last day up to which reports were looked at. */
    day: daySchema,
    /** What was looked at, e.g. "Donetsk Oblast", "Pokrovsk sector". */
    title: textSchema,
    /** ISO 3166-2. */
    oblast: v.optional(v.pipe(v.string(), v.regex(/^UA-\d{2}$/, 'is no oblast of Ukraine, e.g. UA-14'))),
    area: v.optional(areaSchema),
    note: v.optional(textSchema),
    /** Who looked, as readers are told. */
    reviewer: v.optional(
      v.pipe(v.string(), v.trim(), v.nonEmpty('is empty; leave it out'), v.maxLength(120, 'is too long')),
    ),
  }),
  v.forward(
    v.partialCheck(
      [['oblast'], ['area']],
      (r) => (r.oblast === undefined) !== (r.area === undefined),
      'is needed: choose an oblast or draw an area, not both',
    ),
    ['area'],
  ),
);
export type Review = v.InferOutput<typeof reviewSchema>;
