// What comparing two days does to the reader's state, whichever button or key asks for it.
import { addDays, maxDay, minDay, type Day } from '#lib/domain/time/day.ts';
import { comparedWith } from '#lib/domain/view/compared.ts';
import type { How } from '#lib/domain/view/view.ts';
import { boxOfFrame } from '#lib/look/mercator.ts';
import { compareWords } from '#lib/words/compare.ts';
import { longDay } from '#lib/words/dates.ts';
import type { Reader } from '../reader.svelte.ts';
import { proposedBefore } from './proposal.ts';

/** The earlier day of the two that are compared. */
export const beforeOf = (reader: Reader): Day | undefined => comparedWith(reader.view, reader.day);
export const howOf = (reader: Reader): How => reader.view.how ?? 'difference';

export function openComparison(reader: Reader): void {
  const compare = proposedBefore(reader.atlas.control, reader.day, boxOfFrame(reader.frame));
  // The day is written out: the other one means nothing without it.
  reader.change({ day: reader.day, compare, how: undefined });
  say(reader);
}

export function closeComparison(reader: Reader): void {
  reader.change({ compare: undefined, how: undefined });
  reader.said = compareWords[reader.lang].ended;
}

/** Choose the earlier day; it stays earlier than the other. */
export function setBefore(reader: Reader, day: Day): void {
  const compare = minDay(maxDay(day, reader.ends.first), addDays(reader.day, -1));
  reader.change({ compare });
  say(reader);
}

export function setHow(reader: Reader, how: How): void {
  reader.change({ how: how === 'difference' ? undefined : how });
  say(reader);
}

/** Whatever moves the later day onto the earlier one or past it pushes that along. */
export function keepOrder(reader: Reader): void {
  const { compare } = reader.view;
  const { day } = reader;
  if (compare === undefined || compare < day) return;
  // While days pass the address is left alone; where the day is written already, this belongs to the same step.
  const isWritten = new URLSearchParams(location.search).get('day') === day;
  reader.change({ compare: addDays(day, -1) }, isWritten ? 'replace' : 'none');
}

function say(reader: Reader): void {
  const before = beforeOf(reader);
  if (before === undefined) return;
  const { lang } = reader;
  reader.said = compareWords[lang].said(howOf(reader), longDay(lang, before), longDay(lang, reader.day));
}
