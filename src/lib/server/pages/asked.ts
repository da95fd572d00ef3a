import type { EventId } from '#lib/domain/events/event.ts';
import { keptFor } from '#lib/domain/places/merging.ts';
import type { PlaceId } from '#lib/domain/places/place.ts';
import type { ReportId } from '#lib/domain/reports/report.ts';
import type { Lang } from '#lib/domain/text.ts';
import type { Edition } from '#lib/domain/history/edition.ts';
import { endOfDay, type Day } from '#lib/domain/time/day.ts';
import { inOrder, type OrderNote } from '#lib/domain/view/in-order.ts';
import { viewFromUrl, type View, type ViewNote } from '#lib/domain/view/view.ts';
import type { Catalogue } from '#lib/scene/catalogue.ts';
import type { Control } from '#lib/scene/control.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import { controlOf } from '../editions/control.ts';
import type { EditionReader, PublicStore } from '../store/store.ts';

/** Why the edition shown is not the one asked for. */
export type EditionNote = 'no-such-edition' | 'before-first';

/** What an address asks for, with everything that needs the store answered. */
export interface Asked {
  readonly lang: Lang;
  readonly view: View;
  /** Parameters that could not be used. */
  readonly notes: readonly ViewNote[];
  readonly editionNote: EditionNote | undefined;
  /** What was done to days that cannot be compared as the address has them. */
  readonly orderNote: OrderNote | undefined;
  readonly reader: EditionReader;
  readonly edition: Edition;
  readonly head: Edition;
  readonly control: Control;
  readonly catalogue: Catalogue;
  /** The day shown: the address's, else its event's, else the last reviewed one; none where nothing is published. */
  readonly day: Day | undefined;
}

export async function readAsked(store: PublicStore, params: URLSearchParams, lang: Lang): Promise<Asked> {
  const { view: read, notes } = viewFromUrl(params);
  const head = await store.head();
  const { number, note } = await chooseEdition(store, read, head);
  const reader = await store.at(number);
  if (!reader) throw new Error(`edition ${number} vanished while it was read`);
  const [control, catalogue] = await Promise.all([controlOf(reader), catalogueOf(reader)]);
  const wanted = followed(catalogue, read);
  const absent = await absentFrom(reader, wanted);
  const there = { ...wanted, ...Object.fromEntries(absent.map(({ param }) => [param, undefined])) };
  const usual = (await dayOfEvent(reader, there)) ?? control.lastReviewed;
  const { view, note: orderNote } = inOrder(there, usual);
  return {
    lang,
    view,
    notes: [...notes, ...absent],
    editionNote: note,
    orderNote,
    reader,
    edition: reader.edition,
    head,
    control,
    catalogue,
    day: view.day ?? usual,
  };
}

/** Opening a link to an event sets its day, where it has one. */
const dayOfEvent = async (reader: EditionReader, view: View): Promise<Day | undefined> =>
  view.event ? (await reader.event(view.event as EventId))?.period.from : undefined;

/** A place that was made one with another is the place that it is now. */
function followed(catalogue: Catalogue, view: View): View {
  const { place } = view;
  if (place === undefined || catalogue.place(place as PlaceId)) return view;
  return { ...view, place: keptFor(catalogue.places, place) ?? place };
}

/** What a view names and the edition does not have: it is noted like any other value of no use. */
async function absentFrom(reader: EditionReader, view: View): Promise<ViewNote[]> {
  const { place, event, report } = view;
  const notes: ViewNote[] = [];
  // Quoted no longer than what could not be read.
  if (place && !(await reader.place(place as PlaceId)))
    notes.push({ param: 'place', value: place.slice(0, 60) });
  if (event && !(await reader.event(event as EventId))) notes.push({ param: 'event', value: event });
  if (report && !(await reader.report(report as ReportId))) notes.push({ param: 'report', value: report });
  return notes;
}

/** The edition that a view means: a number, or the last one published before the end of a day. */
export async function chooseEdition(
  store: PublicStore,
  view: Pick<View, 'edition' | 'known'>,
  head: Edition,
): Promise<{ number: number; note: EditionNote | undefined }> {
  if (view.edition !== undefined) {
    if (view.edition <= head.number) return { number: view.edition, note: undefined };
    return { number: head.number, note: 'no-such-edition' };
  }
  if (view.known !== undefined && head.number > 0) {
    const known = await store.editionBefore(endOfDay(view.known));
    return known ? { number: known.number, note: undefined } : { number: 1, note: 'before-first' };
  }
  return { number: head.number, note: undefined };
}
