import * as v from 'valibot';
import type { Brand } from '../brand.ts';
import { boundedPeriodSchema } from '../time/period.ts';
import { textSchema, urlSchema } from '../text.ts';

/** `r-` and ten random base32 characters. */
export type ReportId = Brand<string, 'ReportId'>;

export const reportIdSchema = v.pipe(
  v.string(),
  v.regex(/^r-[a-z2-7]{10}$/, 'is no report id; it is "r-" and ten of a–z, 2–7'),
  v.transform((s) => s as ReportId),
);

/**
 * A publication, cited and never copied: metadata only. `published` is a range of days; a report that shows its day
 * has a range of one. `dating` is the reasoning where the report shows no day.
 */
export const reportSchema = v.strictObject({
  id: reportIdSchema,
  title: v.pipe(v.string(), v.nonEmpty('is empty')),
  publisher: v.pipe(v.string(), v.nonEmpty('is empty')),
  author: v.optional(v.pipe(v.string(), v.nonEmpty('is empty'))),
  published: boundedPeriodSchema,
  dating: v.optional(textSchema),
  /** Another report that the dating rests on. */
  dated_by: v.optional(v.array(reportIdSchema)),
  url: v.nullable(urlSchema),
  language: v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'is no language code, e.g. en')),
  /** Where the text was read when that is not its first publication. */
  republished_by: v.optional(v.string()),
  /** Agencies or outlets on which the report itself rests. */
  citing: v.optional(v.array(v.string())),
  archive_url: v.optional(urlSchema),
  archive_sha256: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  /** A map is never the only evidence for anything. */
  kind: v.picklist(['article', 'assessment', 'statement', 'map']),
  note: v.optional(textSchema),
});
export type Report = v.InferOutput<typeof reportSchema>;

/** Whether the report shows the day on which it appeared. */
export const hasDay = (report: Report): boolean => daysLong(report) === 1;

const daysLong = (report: Report): number =>
  (Date.parse(report.published.until) - Date.parse(report.published.from)) / 86_400_000;
