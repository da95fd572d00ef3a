import * as v from 'valibot';
import { alikeEvents, type AlikeEvent, type Comparable } from '#lib/domain/events/alike.ts';
import { EVENT_KINDS, PRECISIONS, SIDES } from '#lib/domain/events/terms.ts';
import type { Box } from '#lib/domain/geometry/rings.ts';
import { parse } from '#lib/domain/parse.ts';
import { placeIdSchema } from '#lib/domain/places/place.ts';
import { alikeReports, type AlikeReport, type ComparableReport } from '#lib/domain/reports/alike.ts';
import { ok, type Result } from '#lib/domain/result.ts';
import type { Lang } from '#lib/domain/text.ts';
import { addDays } from '#lib/domain/time/day.ts';
import { boundedPeriodSchema, periodSchema } from '#lib/domain/time/period.ts';
import type { StaffedDesk } from './desk.ts';
import { itemAddress } from './queue.ts';

const point = v.nullable(v.tuple([v.number(), v.number()]));

/** As much of a draft as is there, or nothing where too little is. */
const comparable = v.object({
  id: v.optional(v.string()),
  kind: v.picklist(EVENT_KINDS),
  by: v.optional(v.picklist(SIDES), 'unknown'),
  period: periodSchema,
  point: v.optional(point, null),
  location: v.optional(
    v.object({
      precision: v.optional(v.picklist(PRECISIONS), 'settlement'),
      radius_m: v.optional(v.number()),
      place: v.optional(placeIdSchema),
    }),
  ),
});

/** Degrees around a point in which duplicates are looked for; two places of one name are told apart by much less. */
const AROUND = 0.6;
/** Days from which on two events are not alike, whatever else is. */
const DAYS = 3;
const MOST = 4;

export interface AlikeRow extends Omit<AlikeEvent<unknown>, 'event' | 'likeness'> {
  readonly id: string;
  readonly title: string | undefined;
  readonly href: string;
}

/** Events near a draft in space, day and kind: a second source for a known event is the commonest act. */
async function alikeTo({ store }: StaffedDesk, draft: unknown, lang: Lang): Promise<AlikeRow[]> {
  const read = v.safeParse(comparable, draft);
  if (!read.success) return [];
  const own = read.output;
  if (!own.point) return [];
  const [lng, lat] = own.point;
  const box: Box = [lng - AROUND, lat - AROUND, lng + AROUND, lat + AROUND];
  const { from, until } = own.period;
  const around = {
    ...(from ? { from: addDays(from, -DAYS) } : {}),
    ...(until ? { until: addDays(until, DAYS) } : {}),
  };
  const rows = (await store.work.around('event', box, around)).filter((row) => row.id !== own.id);
  const candidates = rows.flatMap((row) => {
    const one = v.safeParse(comparable, {
      id: row.id,
      kind: row.sort,
      period: { ...(row.from ? { from: row.from } : {}), ...(row.until ? { until: row.until } : {}) },
      point: row.point ?? null,
    });
    return one.success ? [one.output as unknown as Comparable] : [];
  });
  return alikeEvents(own as unknown as Comparable, candidates)
    .slice(0, MOST)
    .map(({ event, days, metres, sameSpot, kind, by }) => ({
      id: event.id,
      title: rows.find((row) => row.id === event.id)?.title,
      href: itemAddress(lang, 'event', event.id),
      days,
      metres,
      sameSpot,
      kind,
      by,
    }));
}

export interface AlikeReportRow extends Omit<AlikeReport<unknown>, 'report' | 'likeness'> {
  readonly id: string;
  readonly title: string | undefined;
  readonly href: string;
}

const UNDATED = { from: '1000-01-01', until: '1000-01-02' };
/** As much of a report as is there: without its day it is known by its address alone. */
const comparableReport = v.object({
  id: v.optional(v.string()),
  title: v.fallback(v.string(), ''),
  publisher: v.fallback(v.string(), ''),
  published: v.fallback(boundedPeriodSchema, UNDATED as never),
  url: v.fallback(v.nullable(v.string()), null),
  archive_url: v.fallback(v.optional(v.string()), undefined),
});

/** Reports that may be one and the same: by their address, or by a near-equal title and day. */
async function alikeReportsTo({ store }: StaffedDesk, draft: unknown, lang: Lang): Promise<AlikeReportRow[]> {
  const reports = (all: readonly unknown[]): ComparableReport[] =>
    all.flatMap((one) => {
      const read = v.safeParse(comparableReport, one);
      return read.success ? [read.output as unknown as ComparableReport] : [];
    });
  const [own] = reports([draft]);
  if (!own || (own.title === '' && own.url === null)) return [];
  const all = (await store.desk.all('report')).map(({ payload }) => payload);
  return alikeReports(own, reports(all))
    .slice(0, MOST)
    .map(({ report, likeness: _, ...why }) => ({
      ...why,
      id: report.id,
      title: report.title,
      href: itemAddress(lang, 'report', report.id),
    }));
}

const askSchema = v.union([
  v.strictObject({ event: v.looseObject({}) }),
  v.strictObject({ report: v.looseObject({}) }),
]);

/** What is like the draft of a request. */
export async function alikeFor(
  desk: StaffedDesk,
  body: unknown,
  lang: Lang,
): Promise<Result<readonly (AlikeRow | AlikeReportRow)[]>> {
  const read = parse(askSchema, body);
  if (!read.ok) return read;
  return ok(
    'event' in read.value
      ? await alikeTo(desk, read.value.event, lang)
      : await alikeReportsTo(desk, read.value.report, lang),
  );
}
