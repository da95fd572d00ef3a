import { choicesFrom, choicesToParams, tidied, type Show } from '#lib/domain/embed/builder.ts';
import type { EventId } from '#lib/domain/events/event.ts';
import type { Position } from '#lib/domain/geometry/sphere.ts';
import { nameOf, type PlaceId } from '#lib/domain/places/place.ts';
import { address } from '#lib/domain/view/address.ts';
import { viewFromUrl, type View } from '#lib/domain/view/view.ts';
import { hitsOf } from '../api/find.ts';
import type { Asked } from '../pages/asked.ts';
import { aroundNearestFlip } from './nearest-flip.ts';

/** The name of the form's own field: an address that has it is a form as it was sent. */
export const SENT = 'go';

/**
 * The address to which a form leads: the place found by its name, two days proposed where two are wanted and the first
 * is not named, and nothing of what was not chosen. What could not be read goes along, so that the page can say so.
 */
export async function addressOfSent(asked: Asked, form: URLSearchParams): Promise<string> {
  const { lang } = asked;
  const params = tidied(form);
  const { view: read, notes: viewNotes } = viewFromUrl(params);
  const { choices: first, notes } = choicesFrom(params, read, lang);
  const { show } = first;
  const named = show === 'place' ? await placeOf(asked, read.place, first.find) : { find: '' };
  const about: View = only(show, { ...read, place: named.place });
  const isTwo = params.get('days') === 'two';
  const around =
    isTwo && (!read.compare || params.has('around'))
      ? aroundNearestFlip({ ...asked, day: read.day ?? asked.day }, await pointOf(asked, about))
      : undefined;
  const view: View = {
    ...about,
    day: around?.after ?? read.day,
    compare: isTwo ? (around?.before ?? read.compare) : undefined,
  };
  const unread = [...viewNotes, ...notes].filter(({ param }) => !ABOUT.includes(param) || param === show);
  return address(lang, '/embed/new', view, {
    ...choicesToParams({ ...first, find: named.find }, view, lang),
    ...(isTwo && !view.compare ? { days: 'two' } : {}),
    ...Object.fromEntries(unread.map(({ param, value }) => [param, value])),
  });
}

const ABOUT = ['place', 'event', 'report', 'area'];

/** A view about one thing alone. Where somebody looked on the map stays, to be chosen again. */
const only = (show: Show, view: View): View => ({
  ...view,
  place: show === 'place' ? view.place : undefined,
  event: show === 'event' ? view.event : undefined,
  report: show === 'report' ? view.report : undefined,
  area: show === 'area' ? view.area : undefined,
});

/** The place that a name means: the one that was chosen, as long as its name stands, else the best that is found. */
async function placeOf(
  asked: Asked,
  chosen: string | undefined,
  find: string,
): Promise<{ place?: string | undefined; find: string }> {
  const known = chosen && (await asked.reader.place(chosen as PlaceId));
  if (known && (find === '' || nameOf(known, asked.lang) === find)) return { place: known.id, find: '' };
  const { places } = await hitsOf(asked, find, { places: 1, events: 0, reports: 0 });
  return places[0] ? { place: places[0].place.id, find: '' } : { find };
}

/** The middle of what a view is about; nothing where it is the front, or has no place. */
export async function pointOf({ reader }: Pick<Asked, 'reader'>, view: View): Promise<Position | undefined> {
  if (view.place) return (await reader.place(view.place as PlaceId))?.point;
  if (view.event) return (await reader.event(view.event as EventId))?.point ?? undefined;
  if (view.area) return [(view.area[0] + view.area[2]) / 2, (view.area[1] + view.area[3]) / 2];
  return undefined;
}
