import * as v from 'valibot';
import { reportIdSchema } from '../reports/report.ts';
import { daySchema } from '../time/day.ts';
import { ASPECTS, SAYS } from './terms.ts';
import { textSchema } from '../text.ts';

/** A place in a report that stands for something on the map. A quotation is short, and never a substitute for the report. */
export const citationSchema = v.strictObject({
  report: reportIdSchema,
  locator: v.optional(textSchema),
  quotation: v.optional(v.pipe(v.string(), v.maxLength(160, 'is longer than 160 characters; quote less'))),
});
export type Citation = v.InferOutput<typeof citationSchema>;

/** Who speaks, and whether it is a party to the war: what a party says of its own side is a claim. */
export const speakerSchema = v.strictObject({
  name: textSchema,
  party: v.optional(v.picklist(['russia', 'ukraine'])),
});

/** Who says what about an event. `via` is the report through which we know of the speaker's words. */
export const claimSchema = v.strictObject({
  aspect: v.picklist(ASPECTS),
  says: v.picklist(SAYS),
  speaker: speakerSchema,
  via: v.optional(reportIdSchema),
  text: textSchema,
  /** Whether the citation is a geolocation: a picture matched to the ground. */
  geolocation: v.optional(v.boolean()),
  citation: citationSchema,
});
export type Claim = v.InferOutput<typeof claimSchema>;

const countSchema = v.pipe(
  v.strictObject({
    least: v.pipe(v.number(), v.integer(), v.minValue(0)),
    most: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  v.check((c) => c.most === undefined || c.most >= c.least, 'has a most below its least'),
);

/** Harm as one speaker gives it; never added up across speakers. */
export const harmSchema = v.strictObject({
  killed: v.optional(countSchema),
  injured: v.optional(countSchema),
  who: v.picklist(['civilian', 'military', 'unknown']),
  as_of: daySchema,
  speaker: speakerSchema,
  citation: citationSchema,
});
