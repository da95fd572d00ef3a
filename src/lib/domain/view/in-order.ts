import type { Day } from '../time/day.ts';
import type { View } from './view.ts';

/** What was done to the two days of an address so that they can be compared. */
export type OrderNote = 'swapped' | 'same';

/**
 * A view whose day of comparison is the earlier of the two: the wrong way round they are swapped, and a day is not
 * compared with itself.
 *
 * @param day the day shown where the view names none
 */
export function inOrder(view: View, day: Day | undefined): { view: View; note: OrderNote | undefined } {
  const { compare } = view;
  const shown = view.day ?? day;
  if (compare === undefined || shown === undefined || compare < shown) return { view, note: undefined };
  if (compare === shown) return { view: { ...view, compare: undefined, how: undefined }, note: 'same' };
  return { view: { ...view, day: compare, compare: shown }, note: 'swapped' };
}
