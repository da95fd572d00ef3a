import type { EmbedOptions } from '#lib/domain/embed/options.ts';
import type { Event } from '#lib/domain/events/event.ts';
import type { Report } from '#lib/domain/reports/report.ts';
import { textIn } from '#lib/domain/text.ts';
import { eventsIn } from '#lib/scene/concerned.ts';
import { eventRow, eventsInWindow, newestFirst } from '#lib/scene/rows.ts';
import { toCsv } from '../api/csv.ts';
import type { Asked } from '../pages/asked.ts';
import { scenesShown } from './later.ts';

/** Events that some frame shows of a widget. */
export function eventsShown(asked: Asked, { view, lang }: EmbedOptions): Event[] {
  const seen = new Set<string>(view.event === undefined ? [] : [view.event]);
  for (const one of scenesShown(asked, lang)) for (const id of eventsIn(one)) seen.add(id);
  return asked.catalogue.events.filter(({ id }) => seen.has(id));
}

const COLUMNS = [
  'id',
  'from',
  'until',
  'kind',
  'evidence',
  'title',
  'where',
  'says',
  'lng',
  'lat',
  'sources',
];

/** The table of a widget with every event that it shows, newest first. */
export function shownCsv({ catalogue }: Asked, events: readonly Event[], lang: EmbedOptions['lang']): string {
  const ids = new Set(events.map(({ id }) => id));
  const records = eventsInWindow(catalogue, 'all')
    .filter(({ event }) => ids.has(event.id))
    .map(({ event, standing }) => ({ event, row: eventRow(event, standing, catalogue, lang) }))
    .sort((a, b) => newestFirst(a.row, b.row))
    .map(({ event, row }) => ({
      id: event.id,
      from: event.period.from ?? null,
      until: event.period.until ?? null,
      kind: event.kind,
      evidence: row.evidence ?? null,
      title: textIn(event.title, lang).text,
      where: row.where ?? null,
      says: row.who,
      lng: event.point?.[0] ?? null,
      lat: event.point?.[1] ?? null,
      sources: sourcesOf(event)
        .map((id) => catalogue.reports.get(id)?.url ?? id)
        .join(' '),
    }));
  return toCsv(COLUMNS, records);
}

/** The reports that an event rests on. */
export const sourcesOf = ({ claims, harm }: Event): Report['id'][] => [
  ...new Set([
    ...claims.flatMap((c) => [c.citation.report, ...(c.via ? [c.via] : [])]),
    ...(harm ?? []).map((h) => h.citation.report),
  ]),
];
