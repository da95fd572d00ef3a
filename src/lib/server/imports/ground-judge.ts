import * as v from 'valibot';
import { BASES, HOLDERS } from '#lib/domain/control/statement.ts';
import { parse } from '#lib/domain/parse.ts';
import { ok, refused, type Result } from '#lib/domain/result.ts';
import type { Day } from '#lib/domain/time/day.ts';
import {
  checkedDay,
  coloursOf,
  datesOf,
  goTogether,
  mappingSchema,
  picker,
  type Fault,
  type LedgerName,
  type Pick as Picked,
} from '#lib/formats/control/index.ts';
import type { Verdict, VerdictFault } from '#lib/formats/control/ground.ts';
import type { Store } from '../store/store.ts';
import { groundId } from './ground-identity.ts';
import { knownGround } from './ground-known.ts';
import { CitedReports } from './ground-reports.ts';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
const value = v.union([text(200), v.number(), v.boolean()]);

const wishSchema = v.strictObject({
  ledger: v.strictObject({
    holder: v.optional(v.picklist(HOLDERS)),
    basis: v.optional(v.picklist(BASES)),
  }),
  mapping: v.optional(mappingSchema),
  day: v.union([
    v.strictObject({ is: text(40) }),
    v.strictObject({ from: v.picklist(['auto', 'name', 'file']) }),
    v.strictObject({ from: v.literal('property'), key: text(200) }),
  ]),
  reports: v.pipe(v.array(text(80)), v.maxLength(20)),
  reportFrom: v.optional(text(200)),
  extent: v.picklist(['patch', 'snapshot']),
});

const askedSchema = v.strictObject({
  file: text(200),
  name: v.optional(text(200)),
  rows: v.pipe(
    v.array(
      v.strictObject({
        number: v.pipe(v.number(), v.integer(), v.minValue(1)),
        properties: v.record(v.string(), value),
        shape: v.pipe(v.string(), v.regex(/^[\da-f]{64}$/)),
      }),
    ),
    v.maxLength(2000),
  ),
  wish: wishSchema,
});
type Asked = v.InferOutput<typeof askedSchema>;
type Row = Asked['rows'][number];

/** What each row of a file would become, by what somebody says of them and by what the store has; nothing is written. */
export async function judgeGround(store: Store, body: unknown, today: Day): Promise<Result<Verdict[]>> {
  const read = parse(askedSchema, body);
  if (!read.ok) return read;
  const { rows, wish } = read.value;
  const pick = pickOf(wish);
  if (!pick.ok) return pick;
  const days = daysOf(read.value, today);
  const reports = await CitedReports.of(store);
  const colours = wish.mapping ? [] : coloursOf(rows);
  const verdicts = rows.map((row, i): Verdict => {
    const blank: Verdict = { number: row.number, reports: [], out: false };
    const ledger = pick.value(row.properties);
    if (ledger === 'skip') return { ...blank, out: true };
    if (colours.length > 1) return { ...blank, fault: { code: 'mixed-colours', colours } };
    const cited = citedBy(row, wish, reports);
    const day = days[i] as Day | Fault;
    const fault: VerdictFault | undefined =
      ledger === undefined
        ? { code: 'no-ledger' }
        : !goTogether(ledger)
          ? { code: 'not-together' }
          : typeof day !== 'string'
            ? day
            : cited.fault;
    const said = { ...blank, reports: cited.reports, ...(fault ? { fault } : {}) };
    if (ledger === undefined || typeof day !== 'string')
      return { ...said, ...ledger, ...(typeof day === 'string' ? { day } : {}) };
    return {
      ...said,
      ...ledger,
      day,
      id: groundId({ ...ledger, day, extent: wish.extent }, row.shape),
    };
  });
  return ok(await compared(store, verdicts, read.value));
}

type Picks = (properties: Row['properties']) => Picked;

function pickOf({ mapping, ledger }: Asked['wish']): Result<Picks> {
  const { holder, basis } = ledger;
  // A pattern can be written that takes hours on a few letters, and this process answers everybody.
  const slow = mapping?.rules.findIndex(({ when }) => Object.values(when).some((t) => t.regex !== undefined));
  if (slow !== undefined && slow >= 0)
    return refused(
      `rules.${slow}`,
      'has "regex", which is read at the terminal alone; use "equals" or "contains"',
    );
  const named = { ...(holder ? { holder } : {}), ...(basis ? { basis } : {}) };
  if (mapping) return picker(mapping, named);
  const own: LedgerName | undefined = holder && basis ? { holder, basis } : undefined;
  return ok(() => own);
}

function daysOf({ file, name, rows, wish }: Asked, today: Day): (Day | Fault)[] {
  const { day } = wish;
  if ('is' in day) {
    const said: Day | Fault =
      day.is === '' ? { code: 'no-day', from: 'anywhere' } : checkedDay(day.is, today);
    return rows.map(() => said);
  }
  const found = datesOf({ file, name, properties: rows.map((r) => r.properties), many: false }, day);
  return rows.map((_, i) => {
    const said = Array.isArray(found) ? (found[i] as string | Fault) : found;
    return typeof said === 'string' ? checkedDay(said, today) : said;
  });
}

/** The reports that a row cites, or what keeps it from citing them. */
function citedBy(
  row: Row,
  wish: Asked['wish'],
  reports: CitedReports,
): { readonly reports: readonly string[]; readonly fault?: VerdictFault } {
  const cited = [...wish.reports];
  const named = wish.reportFrom === undefined ? undefined : row.properties[wish.reportFrom];
  if (named !== undefined && named !== '') {
    const found = reports.find(String(named));
    if (found === undefined)
      return { reports: cited, fault: { code: 'unknown-report', value: String(named) } };
    cited.push(found);
  }
  const all = [...new Set(cited)];
  const fault = all.map((id) => reports.faultOf(id)).find((f) => f !== undefined);
  if (fault) return { reports: all, fault };
  return all.length > 0 ? { reports: all } : { reports: all, fault: { code: 'no-report' } };
}

/** The same with what rows have in common, and with what the store has of them. */
async function compared(store: Store, verdicts: readonly Verdict[], { rows, wish }: Asked) {
  const said = verdicts.flatMap(({ id, holder, basis, day }, i) =>
    id !== undefined && holder && basis && day
      ? [{ id, holder, basis, day, extent: wish.extent, shape: (rows[i] as Row).shape }]
      : [],
  );
  const known = await knownGround(store.work, said);
  const first = new Map<string, number>();
  const wholes = new Map<string, number>();
  return verdicts.map((verdict): Verdict => {
    const { id, number, holder, basis, day } = verdict;
    if (id === undefined) return verdict;
    const before = first.get(id);
    if (before !== undefined) return { ...verdict, twice: before };
    first.set(id, number);
    const has = known.get(id);
    const own = has ? { ...verdict, known: has } : verdict;
    if (wish.extent === 'patch' || own.fault) return own;
    // Of two that are all that is held on a day, the second would undo the first.
    const key = [holder, basis, day].join(' ');
    const other = wholes.get(key);
    wholes.set(key, other ?? number);
    return other === undefined ? own : { ...own, fault: { code: 'whole-twice', row: other } };
  });
}
