import { eventToFeature, type Event } from '#lib/domain/events/event.ts';
import { evidenceOf } from '#lib/domain/events/evidence.ts';
import { canonical } from '#lib/domain/history/canonical.ts';
import { dayOfItem } from '#lib/domain/history/item-day.ts';
import type { Report } from '#lib/domain/reports/report.ts';
import { monthOf } from '#lib/domain/time/month.ts';
import type { Built, EditionReader, Months, Replaced } from '../store/store.ts';
import { exchanged, listOf, type Frame } from './lines.ts';

/** A list that readers get whole, and that an edition keeps by month: a change touches the months that it is about. */
export interface List extends Frame {
  readonly kind: 'event' | 'report';
  /** The name under which readers get all of it. Editions from before keep all of it under that name. */
  readonly name: string;
  readonly media: string;
  /** Where its months are kept, and how their names end. */
  readonly folder: string;
  readonly ending: string;
}

const EVENTS: List = {
  kind: 'event',
  name: 'events.geojson',
  media: 'application/geo+json',
  head: '{"features":[',
  tail: '],"type":"FeatureCollection"}',
  folder: 'events/',
  ending: '.geojson',
};
const REPORTS: List = {
  kind: 'report',
  name: 'reports.json',
  media: 'application/json',
  head: '{"reports":[',
  tail: ']}',
  folder: 'reports/',
  ending: '.json',
};
export const LISTS: readonly List[] = [EVENTS, REPORTS];

/** The list that readers get under a name. */
export const listNamed = (name: string): List | undefined => LISTS.find((list) => list.name === name);

/** Under which name an edition keeps the things of a month. */
export const monthOfList = ({ folder, ending }: List, month: string): string => folder + month + ending;

/** The names of the months of a list among those of all objects, in order. */
export const monthsOfList = ({ folder }: List, names: Iterable<string>): string[] =>
  [...names].filter((name) => name.startsWith(folder)).sort();

const citedBy = (events: readonly Event[]): string[] => [
  ...new Set(events.flatMap((event) => event.claims.map((claim) => claim.citation.report))),
];

/** An event as readers get it, with what its claims add up to. */
async function eventLines(reader: EditionReader, events: readonly Event[]): Promise<Map<string, string>> {
  const reports = new Map((await reader.reports({ ids: citedBy(events) })).map((r) => [r.id, r]));
  return new Map(
    events.map((event) => {
      const feature = eventToFeature(event);
      const properties = { ...feature.properties, evidence: evidenceOf(event, reports) };
      return [event.id, canonical({ ...feature, properties })];
    }),
  );
}

const reportLines = (reports: readonly Report[]): Map<string, string> =>
  new Map(reports.map((report) => [report.id, canonical(report)]));

const linesOf = (list: List, reader: EditionReader, things: readonly (Event | Report)[]) =>
  list === EVENTS ? eventLines(reader, things as Event[]) : reportLines(things as Report[]);

const monthIn = (list: List, thing: Event | Report): string => monthOf(dayOfItem(list.kind, thing));

/**
 * A list made anew.
 *
 * @param months those that are wanted; unset, all of them
 */
export async function listAnew(
  list: List,
  reader: EditionReader,
  months?: Months,
): Promise<Map<string, Built>> {
  const which = months && { months };
  const things: (Event | Report)[] = await (list === EVENTS ? reader.events(which) : reader.reports(which));
  const objects = new Map<string, Built>();
  for (const [month, of] of Map.groupBy(things, (thing) => monthIn(list, thing))) {
    const lines = await linesOf(list, reader, of);
    objects.set(monthOfList(list, month), { media: list.media, bytes: listOf(list, lines) });
  }
  return objects;
}

/**
 * A list as the edition before has it, with what this one changes.
 *
 * @param had the names of the objects of the edition before
 */
export async function listGoneOn(
  list: List,
  reader: EditionReader,
  had: readonly string[],
): Promise<Map<string, Built>> {
  const objects = new Map<string, Built>(monthsOfList(list, had).map((name) => [name, 'same']));
  const replaced = await replacedIn(list, reader);
  const is = replaced.flatMap((each) => each.is ?? []);
  const lines = await linesOf(list, reader, is);
  const changed = new Map<string, Map<string, string | undefined>>();
  const change = (month: string, id: string, line: string | undefined): void => {
    const name = monthOfList(list, month);
    const of = changed.get(name) ?? new Map<string, string | undefined>();
    changed.set(name, of.set(id, line));
  };
  // It may have moved from one month to another.
  for (const { id, was } of replaced) if (was) change(monthIn(list, was), id, undefined);
  for (const thing of is) change(monthIn(list, thing), thing.id, lines.get(thing.id));
  for (const [name, of] of changed) {
    const before = (await reader.object(name)) ?? listOf(list, new Map());
    const bytes = exchanged(list, before, of);
    if (bytes) objects.set(name, { media: list.media, bytes });
    else objects.delete(name);
  }
  return objects;
}

/** What of a list is another in this edition than in the one before. */
async function replacedIn(list: List, reader: EditionReader): Promise<Replaced<Event | Report>[]> {
  if (list === REPORTS) return reader.replaced('report');
  const replaced = new Map<string, Replaced<Event>>();
  // By who published what it cites an event is more or less well known.
  for (const { id, was, is } of await reader.replaced('report')) {
    if (was?.publisher === is?.publisher || !was) continue;
    for (const { kind, payload } of await reader.leaningOn({ kind: 'report', id }))
      if (kind === 'event') replaced.set(payload.id, both(payload as Event));
  }
  for (const each of await reader.replaced('event')) replaced.set(each.id, each);
  return [...replaced.values()];
}

const both = (event: Event): Replaced<Event> => ({ id: event.id, was: event, is: event });
