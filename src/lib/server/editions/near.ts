import { begins } from '#lib/domain/control/begins.ts';
import { gainedLost } from '#lib/domain/control/change.ts';
import type { ControlIndex } from '#lib/domain/control/control-file.ts';
import { flipsOf } from '#lib/domain/control/flips.ts';
import { nearGround, wellKnown, type NearGround } from '#lib/domain/control/near.ts';
import type { Statement, StatementId } from '#lib/domain/control/statement.ts';
import { ledgerIn, type ControlHistory } from '#lib/domain/control/states.ts';
import { canonical } from '#lib/domain/history/canonical.ts';
import type { Place } from '#lib/domain/places/place.ts';
import { addDays, type Day } from '#lib/domain/time/day.ts';
import { monthOf } from '#lib/domain/time/month.ts';
import type { Told } from '#lib/scene/catalogue.ts';
import { toldOfGround } from '#lib/scene/told.ts';
import type { Built, EditionReader } from '../store/store.ts';
import type { Grown } from './control-objects.ts';
import { controlOf } from './control.ts';
import { monthsOf, NEAR } from './kept.ts';
import { byMonth, monthName } from './months.ts';

type Near = Readonly<Record<StatementId, NearGround>>;

/** A whole day says what is held, not where that is news. What a ledger begins with is none. */
const namesNothing = (history: ControlHistory, s: Statement): boolean =>
  s.extent === 'snapshot' && s.basis === 'assessed' && s.places.length === 0 && !begins(history, s);

/** Metres of line that a ledger moved from one day to another. */
function edgeMoved(history: ControlHistory, holder: Statement['holder'], a: Day, b: Day): number {
  if (holder !== 'russia' && holder !== 'ukraine') return 0;
  const earlier = ledgerIn(history, holder, 'pre-2022') && 'with';
  return gainedLost(history, holder, a, b, { resolution_m: 0, earlier }).edge_m;
}

/** Where what changed with each statement of a whole day lies. */
export function nearIn(
  history: ControlHistory,
  statements: readonly Statement[],
  places: readonly Place[],
): Near {
  const settlements = wellKnown(places);
  const days = new Set(statements.filter((s) => namesNothing(history, s)).map((s) => s.day));
  return Object.fromEntries(
    [...days].flatMap((d) =>
      flipsOf(history, statements, addDays(d, -1), d)
        .filter((flip) => namesNothing(history, flip.statement))
        .map(({ statement, patch }) => {
          const edge_m = edgeMoved(history, statement.holder, addDays(d, -1), d);
          return [statement.id, nearGround(patch, settlements, edge_m)] as const;
        }),
    ),
  );
}

/** The same of an edition that is being made, by month; what earlier days have is kept from the edition before. */
export async function nearAfter(
  reader: EditionReader,
  { history, index, pieces, statements, on }: Grown,
): Promise<Map<string, Built>> {
  // What was occupied before 2022 is left out of every flip, earlier ones too.
  const had = on ? occupied(on.earlier.index) : [];
  const has = occupied(index);
  const isSettled = had.length === has.length && !has.some((name) => pieces.has(name));
  const from = on && isSettled ? on.since : undefined;
  const later = statements.filter((s) => !from || s.day >= from);
  const found = nearIn(history, later, await reader.places());

  const objects = new Map<string, Built>();
  // Of the month of the first changed day, what its earlier days have is kept; so are all months before it.
  const first = from ? monthOf(from) : '';
  const name = monthName(NEAR, first);
  if (from)
    for (const kept of on?.names ?? [])
      if (kept.startsWith(`${NEAR}/`) && kept < name) objects.set(kept, 'same');
  const bytes = from && (await reader.object(name));
  const old = bytes ? (JSON.parse(new TextDecoder().decode(bytes)) as Near) : {};
  const made = statements.filter((s) => s.day >= first);
  for (const [month, of] of byMonth(NEAR, made)) {
    const near = of.flatMap((s) => {
      const ground = from && s.day < from ? old[s.id] : found[s.id];
      return ground ? [[s.id, ground] as const] : [];
    });
    if (near.length === 0) continue;
    const said = new TextEncoder().encode(canonical(Object.fromEntries(near)));
    objects.set(month, { media: 'application/json', bytes: said });
  }
  return objects;
}

/** Whether an edition changes a place by which ground is told, or was in the edition before. */
export async function namesChanged(reader: EditionReader): Promise<boolean> {
  const changes = (await reader.changes()).filter((c) => c.item.kind === 'place');
  if (changes.length === 0) return false;
  const months = (await monthsOf(reader, NEAR)) as Near[];
  if (months.length === 0) return false;
  const changed = new Set<string>(changes.map((c) => c.item.id));
  if (wellKnown(await reader.places()).some((p) => changed.has(p.id))) return true;
  return months.some((near) =>
    Object.values(near).some((ground) => ground.places.some((id) => changed.has(id))),
  );
}

/** The pieces that tell what was occupied before 2022. */
const occupied = ({ ledgers }: ControlIndex): string[] =>
  ledgers.filter((l) => l.basis === 'pre-2022').flatMap((l) => l.objects.map((piece) => piece.name));

/** The same as an edition has it: as it was made when that was published, else made now. */
async function nearOf(reader: EditionReader, places: readonly Place[]): Promise<Near> {
  const months = (await monthsOf(reader, NEAR)) as Near[];
  if (months.length > 0) return Object.assign({}, ...months) as Near;
  const { history, statements } = await controlOf(reader);
  return nearIn(history, statements, places);
}

/** What statements of whole days are told by: places and words. */
export async function toldOf(
  reader: EditionReader,
  places: readonly Place[],
): Promise<ReadonlyMap<StatementId, Told>> {
  const [near, control] = [await nearOf(reader, places), await controlOf(reader)];
  const byId = new Map(places.map((p) => [p.id, p]));
  return new Map(
    control.statements.flatMap((s) => {
      const ground = near[s.id];
      const ledger = control.ledgers.find((l) => l.holder === s.holder && l.basis === s.basis);
      return ground && ledger ? [[s.id, toldOfGround(ground, ledger, (id) => byId.get(id))] as const] : [];
    }),
  );
}
