import { gainedLost, net, type Change, type Earlier, type Gainer } from '#lib/domain/control/change.ts';
import { intersection } from '#lib/domain/control/clip.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import type { Statement } from '#lib/domain/control/statement.ts';
import { ledgerIn } from '#lib/domain/control/states.ts';
import { ringsOf, type Rings } from '#lib/domain/geometry/rings.ts';
import { addDays, type Day } from '#lib/domain/time/day.ts';
import type { Control } from './control.ts';

/** A part of the map that a table has a row for. */
export interface Part {
  readonly id: string;
  readonly rings: Rings;
}

/** Figures of a whole and of its parts; what lies in none of the parts is `elsewhere`. */
export interface ChangeTable {
  /** What is done with ground occupied before 2022; undefined where no ledger tells it. */
  readonly earlier: Earlier | undefined;
  readonly total: Change;
  /** Parts in which anything changed, the greatest first. */
  readonly parts: readonly { readonly id: string; readonly change: Change }[];
  readonly elsewhere: Pick<Change, 'gained_m2' | 'lost_m2' | 'net_m2'> | undefined;
}

/** What is known of one side; figures of a demonstration are withheld. */
export type SideChange = {
  readonly side: Gainer;
  readonly ledger: Ledger;
  /** The day on which the ledger's definition changed, if that is between the days. */
  readonly breaks: Day | undefined;
  /** Days of a ledger of whole days for which there is no report. */
  readonly silent: readonly Day[];
} & (
  | { readonly isWithheld: true }
  | {
      readonly isWithheld: false;
      readonly tables: readonly ChangeTable[];
      /** Net change since the first day, on each day on which there was any, and on the last. */
      readonly byDay: readonly { readonly day: Day; readonly net_m2: number }[];
    }
);

export interface ChangeQuestion {
  readonly from: Day;
  readonly to: Day;
  readonly within?: Rings | undefined;
}

const SIDES = ['russia', 'ukraine'] as const;
/** Less than this, 0.05 km², is shown as nothing. */
const SHOWN_M2 = 50_000;
/** What is not the whole of a ledger is measured day by day, so not too many are. */
const MOST_DAYS = 64;

/** What changed between two days on each side that has a ledger, by parts where no bounds are asked for. */
export function changeOf(
  control: Control,
  parts: readonly Part[],
  question: ChangeQuestion,
): readonly SideChange[] {
  return SIDES.flatMap((side): SideChange[] => {
    const ledger = ledgerOf(control, side, 'assessed');
    if (!ledger || !ledgerIn(control.history, side, 'assessed')) return [];
    const { from, to } = question;
    const { definition_from } = ledger;
    const told = {
      side,
      ledger,
      breaks: definition_from > from && definition_from <= to ? definition_from : undefined,
      silent: silentDays(control.statements, side, from, to),
    };
    if (ledger.demonstration) return [{ ...told, isWithheld: true }];
    const earlier = ledgerOf(control, side, 'pre-2022');
    const modes = earlier && !earlier.demonstration ? (['with', 'without'] as const) : [undefined];
    return [
      {
        ...told,
        isWithheld: false,
        tables: modes.map((mode) => tableOf(control, ledger, side, parts, question, mode)),
        byDay: byDay(control, ledger, side, question, modes[0]),
      },
    ];
  });
}

const ledgerOf = (control: Control, side: Gainer, basis: 'assessed' | 'pre-2022'): Ledger | undefined =>
  control.ledgers.find((l) => l.holder === side && l.basis === basis);

function tableOf(
  control: Control,
  { resolution_m }: Ledger,
  side: Gainer,
  parts: readonly Part[],
  { from, to, within }: ChangeQuestion,
  earlier: Earlier | undefined,
): ChangeTable {
  const measured = (bounds: Rings | undefined): Change =>
    gainedLost(control.history, side, from, to, { resolution_m, within: bounds, earlier });
  const total = measured(within);
  if (within) return { earlier, total, parts: [], elsewhere: undefined };
  const all = parts.map(({ id, rings }) => ({ id, change: measured(rings) }));
  const rest = (of: 'gained_m2' | 'lost_m2' | 'net_m2'): number =>
    all.reduce((left, { change }) => left - change[of], total[of]);
  const elsewhere = { gained_m2: rest('gained_m2'), lost_m2: rest('lost_m2'), net_m2: rest('net_m2') };
  return {
    earlier,
    total,
    parts: all
      .filter(({ change }) => isShown(change))
      .sort((a, b) => turned(b.change) - turned(a.change) || (a.id < b.id ? -1 : 1)),
    elsewhere: isShown(elsewhere) ? elsewhere : undefined,
  };
}

const turned = (c: Pick<Change, 'gained_m2' | 'lost_m2'>): number => c.gained_m2 + c.lost_m2;
const isShown = (c: Pick<Change, 'gained_m2' | 'lost_m2'>): boolean =>
  c.gained_m2 >= SHOWN_M2 || c.lost_m2 >= SHOWN_M2;

function byDay(
  control: Control,
  { resolution_m }: Ledger,
  side: Gainer,
  { from, to, within }: ChangeQuestion,
  earlier: Earlier | undefined,
): { day: Day; net_m2: number }[] {
  const reader = ledgerIn(control.history, side, 'assessed')?.reader;
  if (!reader) return [];
  const days: Day[] = [];
  for (let i = reader.indexOn(from) + 1; i <= reader.indexOn(to); i += 1) days.push(reader.dayOf(i));
  if (!within && !earlier)
    return [from, ...days.filter((d) => d !== to), to].map((day) => ({
      day,
      net_m2: net(control.history, side, from, day),
    }));
  const width = Math.max(1, Math.ceil(days.length / MOST_DAYS));
  const some = days.filter((d, i) => d !== to && (days.length - 1 - i) % width === 0);
  let sum = 0;
  let last = from;
  return [from, ...some, to].map((day) => {
    sum += gainedLost(control.history, side, last, day, { resolution_m, within, earlier }).net_m2;
    last = day;
    return { day, net_m2: sum };
  });
}

/** Days after the first without a statement, where a ledger is made of whole days; of others it is not known. */
function silentDays(statements: readonly Statement[], side: Gainer, from: Day, to: Day): Day[] {
  const whole = new Set(
    statements
      .filter((s) => s.holder === side && s.basis === 'assessed' && s.extent === 'snapshot')
      .map((s) => s.day),
  );
  const silent: Day[] = [];
  if (whole.size > 1)
    for (let d = addDays(from, 1); d <= to; d = addDays(d, 1)) if (!whole.has(d)) silent.push(d);
  return silent;
}

/** Statements that moved assessed ground after one day and up to another, oldest first. */
export const movesBetween = (control: Control, { from, to, within }: ChangeQuestion): readonly Statement[] =>
  control.statements.filter(
    (s) =>
      s.basis === 'assessed' &&
      !s.opening &&
      s.day > from &&
      s.day <= to &&
      // The area of a snapshot is not kept with it.
      (!within || s.extent === 'snapshot' || intersection(ringsOf(s.area), within).length > 0),
  );
