import type { Change } from '#lib/domain/control/change.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import { addDays, daysBetween, type Day } from '#lib/domain/time/day.ts';
import type { ChangeTable, SideChange } from '#lib/scene/change.ts';
import { roughKm } from '#lib/scene/card-numbers.ts';
import { changeWords } from '#lib/words/change.ts';
import { mediumDay, shortDay } from '#lib/words/dates.ts';
import { boundedText, km2Text, kmOfEdge } from '#lib/words/km2.ts';
import { pageWords } from '#lib/words/page.ts';
import { oblastName } from './regions.ts';

/** A row of the table: four figures, of which ± is left empty where it is not known. */
export interface ChangeRow {
  readonly key: string;
  readonly name: string;
  readonly gained: string;
  readonly lost: string;
  readonly net: string;
  readonly uncertainty: string;
}

export interface ChangeGroup {
  readonly key: string;
  readonly heading: string | undefined;
  readonly rows: readonly ChangeRow[];
  readonly total: ChangeRow;
}

type Figures = Extract<SideChange, { isWithheld: false }>;

/** The tables of a side as groups of rows; figures that are the same with and without are told once. */
export function groupsOf(
  lang: Lang,
  tables: readonly ChangeTable[],
  whole: string,
): { groups: ChangeGroup[]; note: string | undefined } {
  const t = changeWords[lang];
  const groups = tables.map(({ earlier, total, parts, elsewhere }): ChangeGroup => ({
    key: earlier ?? 'assessed',
    heading: earlier && t.earlier[earlier],
    rows: [
      ...parts.map(({ id, change }) => rowOf(lang, id, oblastName(id, lang) ?? id, change)),
      ...(elsewhere ? [rowOf(lang, 'elsewhere', t.elsewhere, elsewhere)] : []),
    ],
    total: rowOf(lang, 'total', whole, total),
  }));
  const [first, ...others] = groups;
  const figures = ({ rows, total }: ChangeGroup): string => JSON.stringify([rows, total]);
  if (!first || others.length === 0 || others.some((g) => figures(g) !== figures(first)))
    return { groups, note: undefined };
  return { groups: [{ ...first, heading: undefined }], note: t.earlierSame };
}

const rowOf = (
  lang: Lang,
  key: string,
  name: string,
  c: Pick<Change, 'gained_m2' | 'lost_m2' | 'net_m2'> & Partial<Change>,
): ChangeRow => ({
  key,
  name,
  gained: km2Text(lang, c.gained_m2),
  lost: km2Text(lang, c.lost_m2),
  net: km2Text(lang, c.net_m2, true),
  uncertainty: c.uncertainty_m2 === undefined ? '' : km2Text(lang, c.uncertainty_m2),
});

/** What a side gained and lost, in a sentence. */
export function sentenceOf(lang: Lang, between: string, side: Figures, part: string | undefined): string {
  const t = changeWords[lang];
  const change = side.tables[0]?.total;
  const amount = (m2: number, uncertainty_m2: number): string | undefined => {
    if (m2 < 50_000) return undefined;
    const { value, uncertainty } = boundedText(lang, m2, uncertainty_m2);
    return t.amount(value, uncertainty);
  };
  return t.sentence(
    between,
    t.sides[side.side],
    change && amount(change.gained_m2, change.gained_uncertainty_m2),
    change && amount(change.lost_m2, change.lost_uncertainty_m2),
    part,
  );
}

/** Where the definition changed and where nobody reported, as sentences. */
export const warningsOf = (lang: Lang, { breaks, silent, ledger }: SideChange): string[] => [
  ...(breaks ? [changeWords[lang].broken(mediumDay(lang, breaks), textIn(ledger.name, lang).text)] : []),
  ...(silent.length > 0 ? [changeWords[lang].silent(silent.length, stretches(lang, silent))] : []),
];

/** Stretches that are written out. */
const MOST_STRETCHES = 8;

/** Days as stretches: `5 Nov, 12 Nov – 13 Nov`. */
function stretches(lang: Lang, days: readonly Day[]): string {
  const found: [Day, Day][] = [];
  for (const d of days) {
    const last = found.at(-1);
    if (last && addDays(last[1], 1) === d) last[1] = d;
    else found.push([d, d]);
  }
  const said = found
    .slice(0, MOST_STRETCHES)
    .map(([a, b]) => (a === b ? shortDay(lang, a) : `${shortDay(lang, a)} – ${shortDay(lang, b)}`));
  const more = found.length - said.length;
  return said.join(', ') + (more > 0 ? ` ${changeWords[lang].andMore(more)}` : '');
}

/** What ± means here. */
export const tableNote = (lang: Lang, { tables, ledger }: Figures): string =>
  changeWords[lang].tableNote(
    roughKm(lang, ledger.resolution_m),
    pageWords[lang].kilometres(kmOfEdge(tables[0]?.total.edge_m ?? 0)),
    textIn(ledger.name, lang).text,
  );

/** A line of steps over the days, in a box of 1000 by 400, with what is written beside it. */
export interface ChangeChart {
  readonly label: string;
  readonly text: string;
  readonly path: string;
  /** Height of no change. */
  readonly zero: number;
  /** Where the definition changed. */
  readonly breakAt: number | undefined;
  readonly breakText: string | undefined;
  readonly most: string;
  readonly least: string;
  readonly end: string;
  readonly from: string;
  readonly to: string;
}

export function chartOf(lang: Lang, side: Figures): ChangeChart | undefined {
  const { byDay, breaks } = side;
  const [first, last] = [byDay[0], byDay.at(-1)];
  if (!first || !last || byDay.length < 3) return undefined;
  const t = changeWords[lang];
  const values = byDay.map((p) => p.net_m2);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  if (most - least < 100_000) return undefined;
  const span = daysBetween(first.day, last.day);
  const x = (d: Day): number => Math.round((daysBetween(first.day, d) / span) * 10_000) / 10;
  const y = (m2: number): number => Math.round(((most - m2) / (most - least)) * 4000) / 10;
  const name = t.sides[side.side];
  const text = (m2: number): string => (m2 === 0 ? '0' : km2Text(lang, m2, true));
  const [low, high, end] = [least, most, last.net_m2].map(text) as [string, string, string];
  return {
    label: t.chart(name),
    text: t.chartText(
      name,
      mediumDay(lang, first.day),
      mediumDay(lang, last.day),
      t.km2(low),
      t.km2(high),
      t.km2(end),
    ),
    path: byDay.map((p, i) => (i === 0 ? `M0 ${y(p.net_m2)}` : `H${x(p.day)}V${y(p.net_m2)}`)).join(''),
    zero: y(0),
    breakAt: breaks && x(breaks),
    breakText: breaks && t.brokenMark(mediumDay(lang, breaks)),
    most: high,
    least: low,
    end: t.km2(end),
    from: mediumDay(lang, first.day),
    to: mediumDay(lang, last.day),
  };
}
