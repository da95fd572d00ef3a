import { daysBetween, type Day } from '../time/day.ts';
import type { View } from './view.ts';

/** The earlier of the two days that a view compares; undefined where it compares none. */
export const comparedWith = ({ compare }: View, day: Day): Day | undefined =>
  compare !== undefined && compare < day ? compare : undefined;

/** A view with the window that it shows on a day: what lies between two days that are compared, else its own. */
export function spanned(view: View, day: Day): View {
  const before = comparedWith(view, day);
  return before ? { ...view, window: daysBetween(before, day) } : view;
}
