import { gainedLost, net } from '#lib/domain/control/change.ts';
import { ledgerIn } from '#lib/domain/control/states.ts';
import { addDays, maxDay, type Day } from '#lib/domain/time/day.ts';
import { netLaneWords } from '#lib/words/net-lane.ts';
import type { Control } from './control.ts';
import type { TimelineBase } from './timeline.ts';

/** The lane of the line in square kilometres. It is the same on every day, so it is made once and sent with the page. */
export interface NetLane {
  /** What the lane shows, and below it the least and the most. */
  readonly name: string;
  /** Bars up for what Russia gained and down for what it lost, as a path in days of the axis and from 0 down to 1. */
  readonly path: string;
  /** What a day came to, to be said after its counts, and a bar of several days: by their first and a hyphen. */
  readonly of: Readonly<Record<string, string>>;
}

const M2_IN_KM2 = 1e6;
/** Share of a bar's days that it fills. */
const FILL = 0.7;
/** So high, as a share of the lane, is the line from which bars go up and down. */
const ZERO = 0.03;

const kept = new WeakMap<TimelineBase, NetLane | undefined>();

/** The net change of the ground that Russia is assessed to hold, a bar for each of the timeline's; none of a demonstration. */
export function netLane(base: TimelineBase, control: Control): NetLane | undefined {
  if (!kept.has(base)) kept.set(base, made(base, control));
  return kept.get(base);
}

function made({ bins, axis, unit, lang, counts }: TimelineBase, control: Control): NetLane | undefined {
  const { history, ledgers } = control;
  const isOf = (basis: 'assessed' | 'pre-2022') =>
    ledgers.find((l) => l.holder === 'russia' && l.basis === basis);
  const ledger = isOf('assessed');
  const reader = ledgerIn(history, 'russia', 'assessed')?.reader;
  if (!ledger || !reader || ledger.demonstration || reader.series.days.length < 2) return undefined;
  const opens = reader.dayOf(0);
  const before2022 = isOf('pre-2022');
  // As /change has it first: what was occupied before 2022 counts as held.
  const between = (a: Day, b: Day): number =>
    before2022 && !before2022.demonstration
      ? gainedLost(history, 'russia', a, b, { resolution_m: ledger.resolution_m, earlier: 'with' }).net_m2
      : net(history, 'russia', a, b);
  /** What changed on days, the ground with which the ledger opens left out. */
  const netOf = (first: Day, last: Day): number => {
    const from = maxDay(addDays(first, -1), opens);
    return from >= last || reader.indexOn(from) === reader.indexOn(last)
      ? 0
      : between(from, last) / M2_IN_KM2;
  };

  const nets = bins.map((bin) => ({ bin, km2: netOf(bin.first, bin.last) }));
  const most = Math.max(0, ...nets.map((n) => n.km2));
  const least = Math.min(0, ...nets.map((n) => n.km2));
  const span = most - least;
  if (span === 0) return undefined;
  const y = (km2: number): number => round((most - km2) * ((1 - ZERO) / span));
  const zero = y(0);
  const bars = nets
    .filter(({ km2 }) => km2 !== 0)
    .map(({ bin, km2 }) => {
      const x = (bin.x + (bin.width * (1 - FILL)) / 2) * axis.days;
      const [from, to] = km2 > 0 ? [zero, y(km2)] : [zero + ZERO, y(km2) + ZERO];
      return `M${round(x)} ${round(from)}V${round(to)}h${round(bin.width * axis.days * FILL)}V${round(from)}Z`;
    });
  const words = netLaneWords[lang];
  const days = [...counts]
    .filter(([d, c]) => c.moved > 0 && d > opens)
    .map(([d]) => [d, netOf(d, d)] as const);
  return {
    name: words.name(unit, least, most),
    path: `M0 ${zero}H${axis.days}V${round(zero + ZERO)}H0Z${bars.join('')}`,
    of: Object.fromEntries([
      ...days.map(([d, km2]) => [d, words.net(km2)] as const),
      ...(unit === 'day'
        ? []
        : nets
            .filter(({ km2 }) => km2 !== 0)
            .map(({ bin, km2 }) => [`${bin.first}-`, words.net(km2)] as const)),
    ]),
  };
}

const round = (x: number): number => Math.round(x * 1000) / 1000;
