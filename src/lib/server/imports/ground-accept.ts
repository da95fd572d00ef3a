import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { Person } from '#lib/domain/access/access.ts';
import { nearGround, wellKnown } from '#lib/domain/control/near.ts';
import { BASES, HOLDERS, type Statement } from '#lib/domain/control/statement.ts';
import { moved, type DeskState } from '#lib/domain/desk/workflow.ts';
import { areaSchema } from '#lib/domain/geometry/geojson.ts';
import { ringsOf } from '#lib/domain/geometry/rings.ts';
import { tooLarge } from '#lib/domain/geometry/vertices.ts';
import { parse } from '#lib/domain/parse.ts';
import { nameOf, type Place } from '#lib/domain/places/place.ts';
import { ok, refused, type Result } from '#lib/domain/result.ts';
import type { Text } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import type { AcceptedGround, GroundAccepted, VerdictFault } from '#lib/formats/control/ground.ts';
import { checkedDay, goTogether, isOfUnits, short } from '#lib/formats/control/index.ts';
import { groundTitle } from '#lib/words/ground-title.ts';
import { stateTitle } from '#lib/words/ledgers.ts';
import { othersTurn } from '../others-turn.ts';
import type { AcceptedDraft, Draft, Store } from '../store/store.ts';
import { groundId, shapeOf } from './ground-identity.ts';
import { knownGround } from './ground-known.ts';
import { CitedReports } from './ground-reports.ts';

const text = (most: number) => v.pipe(v.string(), v.maxLength(most));

const rowSchema = v.strictObject({
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** What its feature is called, and its number in the file. */
  name: v.optional(text(200)),
  folder: v.optional(text(200)),
  feature: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  line: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  holder: v.picklist(HOLDERS),
  basis: v.picklist(BASES),
  day: text(40),
  extent: v.picklist(['patch', 'snapshot']),
  reports: v.pipe(v.array(text(80)), v.maxLength(20)),
  area: v.looseObject({}),
});

const acceptSchema = v.strictObject({
  file: text(200),
  rows: v.pipe(v.array(rowSchema), v.minLength(1), v.maxLength(2000)),
});
type Row = v.InferOutput<typeof rowSchema>;

export interface Accepting {
  readonly person: Person;
  readonly today: Day;
  /** Places of the edition, by which ground is told. */
  readonly places: readonly Place[];
}

/** Drafts of one small write; others can write between two of them. */
const CHUNK = 50;

/**
 * Make drafts of rows that somebody accepted, all of them or none. What the store has already stays as it is; what had
 * been put away is a draft again.
 */
export async function acceptGround(
  store: Store,
  body: unknown,
  { person, today, places }: Accepting,
): Promise<Result<GroundAccepted>> {
  const read = parse(acceptSchema, body);
  if (!read.ok) return read;
  const { file, rows } = read.value;
  const reports = await CitedReports.of(store);
  const faults: { number: number; fault: VerdictFault }[] = [];
  const known = wellKnown(places);
  const taken: { row: Row; draft: Draft<'statement'> & { payload: Statement }; shape: string }[] = [];
  for (const [i, row] of rows.entries()) {
    const fault = faultOf(row, today, reports);
    if (fault) {
      faults.push({ number: row.number, fault });
      continue;
    }
    const many = tooLarge(row.area);
    if (many) return refused(`rows.${i}.area`, many);
    const area = parse(areaSchema, row.area);
    if (!area.ok) return refused(`rows.${i}.area`, area.problems[0]?.reason ?? '');
    await othersTurn();
    const shape = shapeOf(area.value);
    const payload = statementOf(row, area.value, shape, known);
    taken.push({
      row,
      shape,
      draft: { kind: 'statement', payload, by: person.id, note: noteOf(file, row), onlyNew: true },
    });
    await othersTurn();
  }
  if (faults.length > 0) return ok({ refused: faults });
  return ok({ accepted: await written(store, file, taken, person) });
}

function faultOf(row: Row, today: Day, reports: CitedReports): VerdictFault | undefined {
  if (!goTogether(row)) return { code: 'not-together' };
  const day = checkedDay(row.day, today);
  if (typeof day !== 'string') return day;
  if (row.reports.length === 0) return { code: 'no-report' };
  // What stands for troops is no ground, whoever says so.
  if (isOfUnits({ name: row.name, folder: row.folder }, true)) return { code: 'units' };
  return row.reports.map((id) => reports.faultOf(id)).find((f) => f !== undefined);
}

const CYRILLIC = /\p{Script=Cyrillic}/u;
/** Letters that Ukrainian does not have. */
const RUSSIAN = /[ыэъё]/i;

function statementOf(row: Row, area: Statement['area'], shape: string, known: readonly Place[]): Statement {
  const { holder, basis, extent } = row;
  const day = row.day as Day;
  const near = extent === 'patch' ? nearGround(ringsOf(area), known, 0).places.slice(0, 3) : [];
  const first = known.find((p) => p.id === near[0]);
  const own = groundTitle({ holder, basis }, first && { en: nameOf(first, 'en'), uk: nameOf(first, 'uk') });
  const name = short(row.name ?? '');
  const title: Text =
    extent === 'snapshot'
      ? stateTitle(day)
      : name === '' || RUSSIAN.test(name)
        ? own
        : CYRILLIC.test(name)
          ? { en: own.en, uk: name }
          : { en: name };
  return {
    id: groundId(row, shape),
    holder,
    basis,
    day,
    extent,
    title,
    places: near,
    citations: row.reports.map((report) => ({ report, says: title })) as Statement['citations'],
    area,
    // Its place within the day is given when it is approved.
  } as Omit<Statement, 'order'> as Statement;
}

/** Where it is from, for those at the desk. */
const noteOf = (file: string, { name, feature, line }: Row): string =>
  [file, line === undefined ? '' : `line ${line}`, feature === undefined ? '' : `feature ${feature}`, name]
    .filter((part) => part !== '' && part !== undefined)
    .join(', ')
    .slice(0, 300);

async function written(
  store: Store,
  file: string,
  taken: readonly { row: Row; draft: Draft<'statement'> & { payload: Statement }; shape: string }[],
  person: Person,
): Promise<AcceptedGround[]> {
  const known = await knownGround(
    store.work,
    taken.map(({ draft: { payload }, shape }) => ({ ...payload, shape })),
  );
  const fresh = new Map(
    taken.filter(({ draft }) => !known.has(draft.payload.id)).map(({ draft }) => [draft.payload.id, draft]),
  );
  const drafts = await drafted(store, [...fresh.values()]);
  const answers: AcceptedGround[] = [];
  for (const { row, draft } of taken) {
    const { id } = draft.payload;
    const { number } = row;
    const has = known.get(id);
    const { revision = 1, left } = drafts.get(id) ?? {};
    if (has?.state === 'discarded' && has.id === id) {
      const to = await restored(store, has, person);
      answers.push({ number, ...has, state: to ?? has.state, outcome: to ? 'restored' : 'known' });
    } else if (has) answers.push({ number, ...has, outcome: 'known' });
    // Another may have accepted the same at the same moment: then it is there once, as theirs.
    else answers.push({ number, id, revision, state: 'draft', outcome: left ? 'known' : 'draft' });
  }
  const count = answers.filter((a) => a.outcome !== 'known').length;
  if (count > 0) await store.work.log(person.id, 'import', 'ground', { file, drafts: count });
  return answers;
}

/** Put aside in small writes, and taken over whole. */
async function drafted(store: Store, drafts: readonly Draft[]): Promise<Map<string, AcceptedDraft>> {
  if (drafts.length === 0) return new Map();
  const batch = randomUUID();
  try {
    for (let i = 0; i < drafts.length; i += CHUNK) await store.desk.stage(batch, drafts.slice(i, i + CHUNK));
  } catch (error) {
    await store.desk.discard(batch);
    throw error;
  }
  const accepted = await store.desk.accept(batch);
  return new Map(accepted.map((each) => [each.id, each]));
}

async function restored(
  store: Store,
  { id, revision }: { readonly id: string; readonly revision: number },
  person: Person,
): Promise<DeskState | undefined> {
  const to = await store.work.move({ kind: 'statement', id, revision }, person.id, 'restore', (standing) =>
    moved('restore', standing, person, { twoPeople: false }),
  );
  return to === 'draft' ? to : undefined;
}
