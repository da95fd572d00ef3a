import type { Box } from '../geometry/rings.ts';
import { addDays, isDay, maxDay, minDay, type Day } from '../time/day.ts';
import {
  hasCorners,
  isOutline,
  readOutline,
  writeOutline,
  type Outline,
  type OutlineFault,
} from './outline.ts';
import { viewFromUrl, type ViewNote } from './view.ts';

/** Two days and, where asked for, a part of the map: what is known of how ground changed between them. */
export interface ChangeView {
  readonly from: Day;
  readonly to: Day;
  /** ISO 3166-2 code of a region, a box of degrees, or an area that was drawn; never two of them. */
  readonly oblast?: string | undefined;
  readonly within?: Box | undefined;
  readonly outline?: Outline | undefined;
}

/** What was done with an address that does not name two days in order. */
export type ChangeNote =
  | { readonly type: 'unread'; readonly note: ViewNote }
  /** The days stood the other way round. */
  | { readonly type: 'swapped' }
  /** A day outside of those of the ledgers. */
  | { readonly type: 'moved'; readonly param: 'from' | 'to'; readonly asked: Day; readonly shown: Day }
  /** Both days were the same, and the day before is taken instead. */
  | { readonly type: 'same' }
  /** An outline that is none, and why. */
  | { readonly type: 'outline'; readonly fault: Exclude<OutlineFault, 'unread'> }
  /** An oblast and a box or an outline were given; the oblast is taken. */
  | { readonly type: 'both' };

export const CHANGE_PARAMS = ['from', 'to', 'oblast', 'within'] as const;
/** Without a first day: so many days. */
export const USUAL_DAYS = 30;

/**
 * Read two days and a part of the map from an address. Whatever cannot be used is replaced by what is nearest to it,
 * and noted.
 *
 * @param ledgers the first day of the ledgers and the last reviewed one
 * @param oblasts codes of the regions that are known
 */
export function changeFromUrl(
  params: URLSearchParams,
  ledgers: { readonly opens: Day; readonly lastReviewed: Day },
  oblasts: readonly string[],
): { view: ChangeView; notes: ChangeNote[] } {
  const { opens, lastReviewed } = ledgers;
  const notes: ChangeNote[] = [];
  const unread = (param: string): void => {
    notes.push({ type: 'unread', note: { param, value: (params.get(param) ?? '').slice(0, 60) } });
  };
  const dayOf = (param: 'from' | 'to'): Day | undefined => {
    const text = params.get(param);
    // A form that is sent with an empty field asks for nothing.
    if (text === null || text === '') return undefined;
    if (!isDay(text)) {
      unread(param);
      return undefined;
    }
    const shown = minDay(maxDay(text, opens), lastReviewed);
    if (shown !== text) notes.push({ type: 'moved', param, asked: text, shown });
    return shown;
  };
  const asked = { from: dayOf('from'), to: dayOf('to') };
  const later = asked.to ?? lastReviewed;
  let [from, to] = [asked.from ?? maxDay(opens, addDays(later, -USUAL_DAYS)), later];
  if (from > to) {
    [from, to] = [to, from];
    notes.push({ type: 'swapped' });
  }
  if (from === to && opens < lastReviewed) {
    if (asked.from === asked.to && notes.length === 0) notes.push({ type: 'same' });
    if (from > opens) from = addDays(from, -1);
    else to = addDays(to, 1);
  }

  const code = params.get('oblast') || undefined;
  const oblast = code !== undefined && oblasts.includes(code) ? code : undefined;
  if (code !== undefined && oblast === undefined) unread('oblast');
  const text = params.get('within') || undefined;
  const part = text === undefined ? {} : partOf(text);
  const { fault, ...bounds } = part;
  if (fault === 'unread') unread('within');
  else if (fault !== undefined) notes.push({ type: 'outline', fault });
  else if (oblast !== undefined && text !== undefined) notes.push({ type: 'both' });
  return {
    view: { from, to, ...(oblast ? { oblast } : bounds) },
    notes,
  };
}

/** A part of the map that is no region, from a text: four numbers are a box, corners are an outline. */
export function partOf(
  text: string,
): Pick<ChangeView, 'within' | 'outline'> & { readonly fault?: OutlineFault } {
  if (hasCorners(text)) {
    const read = readOutline(text);
    return isOutline(read) ? { outline: read } : { fault: read };
  }
  const { area } = viewFromUrl(new URLSearchParams({ area: text })).view;
  return area ? { within: area } : { fault: 'unread' };
}

/** The parameters of a change, in a fixed order, so that equal questions have equal addresses. */
export const changeToParams = (view: ChangeView): Record<string, string> => ({
  from: view.from,
  to: view.to,
  ...(view.oblast ? { oblast: view.oblast } : {}),
  ...partToParams(view),
});

/** A part of the map that is no region, as a parameter. */
export const partToParams = ({
  within,
  outline,
}: Pick<ChangeView, 'within' | 'outline'>): { within?: string } =>
  outline ? { within: writeOutline(outline) } : within ? { within: within.join(',') } : {};
