import * as v from 'valibot';
import { distance } from '#lib/domain/geometry/sphere.ts';
import { positionSchema } from '#lib/domain/geometry/geojson.ts';
import { placeIdSchema } from '#lib/domain/places/place.ts';
import { reportIdSchema, reportSchema, type Report } from '#lib/domain/reports/report.ts';
import { textSchema } from '#lib/domain/text.ts';
import { daySchema } from '#lib/domain/time/day.ts';
import { problemsOf } from '#lib/domain/parse.ts';
import { reportIdOf } from './ids.ts';

const citationSchema = v.strictObject({
  report: reportIdSchema,
  locator: v.optional(textSchema),
  says: textSchema,
});

export const settlementSchema = v.strictObject({
  id: placeIdSchema,
  names: v.strictObject({ en: v.string(), uk: v.string() }),
  point: positionSchema,
  oblast: v.string(),
  country: v.picklist(['UA', 'RU']),
  /** Who held it on 1 September 2024. Where it was fought over: who held the larger part. */
  side: v.picklist(['ukraine', 'russia']),
  /** Whether Russia occupied it before 24 February 2022. */
  pre2022: v.boolean(),
  /** Changes of side after 1 September, each by a report that assesses or confirms it. */
  changes: v.array(
    v.strictObject({ day: daySchema, to: v.picklist(['ukraine', 'russia']), citation: citationSchema }),
  ),
  /** A null day is 1 September or before; a null end is "still so". */
  contested: v.nullable(
    v.strictObject({
      from: v.nullable(daySchema),
      until: v.nullable(daySchema),
      citation: v.nullable(citationSchema),
      /** What says that the fighting ended. A change of side on the same day says it too. */
      ended: v.optional(citationSchema),
    }),
  ),
  note: v.optional(v.string()),
});
export type Settlement = v.InferOutput<typeof settlementSchema>;

/**
 * A point that stands for ground without a settlement of its own in the table, where otherwise the halfway line would
 * plainly go astray. It never changes.
 */
export const anchorSchema = v.strictObject({
  id: placeIdSchema,
  point: positionSchema,
  country: v.picklist(['UA', 'RU']),
  side: v.picklist(['ukraine', 'russia']),
  why: v.string(),
});
export type Anchor = v.InferOutput<typeof anchorSchema>;

const tableSchema = v.strictObject({
  settlements: v.array(settlementSchema),
  anchors: v.array(anchorSchema),
});
const reportsSchema = v.strictObject({ reports: v.array(reportSchema) });

/** Metres under which two rows are the same settlement. */
const SAME_M = 500;

/** The reviewed table and its reports. Throws with every fault named where they do not hold together. */
export function readTable(
  table: unknown,
  reports: unknown,
): { settlements: readonly Settlement[]; anchors: readonly Anchor[]; reports: readonly Report[] } {
  const { settlements: rows, anchors } = open('settlements.json', tableSchema, table);
  const cited = open('reports.json', reportsSchema, reports).reports;
  const faults = [
    ...faultsOfReports(cited),
    ...faultsOfRows(rows, new Map(cited.map((r) => [r.id as string, r]))),
  ];
  if (faults.length > 0) throw new Error(faults.join('\n'));
  return { settlements: rows, anchors, reports: cited };
}

function open<S extends v.GenericSchema>(file: string, schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  throw new Error(
    problemsOf(result.issues)
      .map(({ path, reason }) => `${file}: ${path}: ${reason}`)
      .join('\n'),
  );
}

const faultsOfReports = (reports: readonly Report[]): string[] =>
  reports.flatMap((r, i) => [
    ...(r.url !== null && r.id !== reportIdOf(r.url)
      ? [`reports.json: ${r.id} should be ${reportIdOf(r.url)}`]
      : []),
    ...(reports.findIndex((other) => other.id === r.id) < i ? [`reports.json: ${r.id} stands twice`] : []),
  ]);

function faultsOfRows(rows: readonly Settlement[], reports: ReadonlyMap<string, Report>): string[] {
  const faults: string[] = [];
  for (const [i, row] of rows.entries()) {
    const fault = (text: string) => faults.push(`settlements.json: ${row.id}: ${text}`);
    for (const other of rows.slice(0, i)) {
      if (other.id === row.id) fault('stands twice');
      else if (distance(other.point, row.point) < SAME_M) fault(`lies under ${SAME_M} m from ${other.id}`);
    }
    let side = row.side;
    let last = '2024-09-01';
    for (const change of row.changes) {
      if (change.to === side) fault(`passes to ${change.to} on ${change.day}, whose it was`);
      if (change.day <= last) fault(`${change.day} is not after ${last}`);
      [side, last] = [change.to, change.day];
    }
    const { from = null, until = null, citation = null, ended } = row.contested ?? {};
    if (from && !citation) fault(`is fought over from ${from} without a report`);
    if (until && !ended && !row.changes.some((c) => c.day === until))
      fault(`fighting ends ${until} without a report`);
    const said = [
      ...row.changes.map((c) => ({ day: c.day as string, report: c.citation.report })),
      ...(from && citation ? [{ day: from as string, report: citation.report }] : []),
      ...(until && ended ? [{ day: until as string, report: ended.report }] : []),
    ];
    for (const { day, report } of said) {
      const until = reports.get(report)?.published.until;
      if (until === undefined) fault(`cites ${report}, which is not in reports.json`);
      else if (until <= day) fault(`changes on ${day} by ${report}, which appeared before that day`);
    }
    if (citation && !reports.has(citation.report))
      fault(`cites ${citation.report}, which is not in reports.json`);
  }
  return faults;
}
