import { begins } from '#lib/domain/control/begins.ts';
import { openControl, packControl, type ControlIndex } from '#lib/domain/control/control-file.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import { nearGround, wellKnown, type NearGround } from '#lib/domain/control/near.ts';
import type { Statement, StatementId } from '#lib/domain/control/statement.ts';
import type { Place } from '#lib/domain/places/place.ts';
import { addDays, type Day } from '#lib/domain/time/day.ts';
import type { Told } from '#lib/scene/catalogue.ts';
import { controlFrom, type Control } from '#lib/scene/control.ts';
import { toldOfGround } from '#lib/scene/told.ts';
import type { EditionReader } from '../store/store.ts';
import type { ControlObjects } from './control-objects.ts';
import { controlOf } from './control.ts';
import { INDEX, STATEMENTS } from './kept.ts';

/** The name under which an edition keeps where the changes of whole days lie. */
export const NEAR = 'control/near.json';

type Near = Readonly<Record<StatementId, NearGround>>;

/** A whole day says what is held, not where that is news. What a ledger begins with is none. */
const namesNothing = ({ history }: Control, s: Statement): boolean =>
  s.extent === 'snapshot' && s.basis === 'assessed' && s.places.length === 0 && !begins(history, s);

/** Where what changed with each statement of a whole day lies. */
export function nearIn(control: Control, places: readonly Place[], since?: Day): Near {
  const settlements = wellKnown(places);
  const told = control.statements.filter((s) => namesNothing(control, s));
  const days = new Set(told.map((s) => s.day).filter((d) => since === undefined || d >= since));
  return Object.fromEntries(
    [...days].flatMap((d) =>
      control
        .flips(addDays(d, -1), d)
        .filter((flip) => namesNothing(control, flip.statement))
        .map((flip) => [flip.statement.id, nearGround(flip.patch, settlements)] as const),
    ),
  );
}

/**
 * The same of an edition that is being made: what earlier days have is kept from the edition before. `same` where
 * nothing of control changed, undefined where there is nothing to tell.
 */
export async function nearAfter(
  reader: EditionReader,
  { objects, since }: ControlObjects,
  ledgers: readonly Ledger[],
): Promise<Near | 'same' | undefined> {
  const kept = await reader.object(NEAR);
  if (objects.get(INDEX) === 'same') return kept && 'same';
  const bytes = new Map<string, Uint8Array>();
  const read = (name: string): unknown => JSON.parse(new TextDecoder().decode(bytes.get(name)));
  const take = async (name: string): Promise<void> => {
    const made = objects.get(name);
    const found = made && made !== 'same' ? made.bytes : await reader.object(name);
    if (found) bytes.set(name, found);
  };
  for (const name of objects.keys()) await take(name);
  const index = read(INDEX) as ControlIndex;
  const file = openControl(packControl(index, (name) => bytes.get(name) as Uint8Array));
  const { statements } = read(STATEMENTS) as { statements: Statement[] };
  const control = controlFrom(file, ledgers, statements);
  // What was occupied before 2022 is left out of every flip, earlier ones too.
  const before = await reader.object(INDEX);
  const had = before ? occupied(JSON.parse(new TextDecoder().decode(before)) as ControlIndex) : [];
  const has = occupied(index);
  const isSettled = had.length === has.length && has.every((name) => objects.get(name) === 'same');
  const from = kept && isSettled ? since : undefined;
  const old = kept && from ? (JSON.parse(new TextDecoder().decode(kept)) as Near) : {};
  const earlier = statements.flatMap((s) => {
    const ground = from && s.day < from ? old[s.id] : undefined;
    return ground ? [[s.id, ground] as const] : [];
  });
  const near = { ...Object.fromEntries(earlier), ...nearIn(control, await reader.places(), from) };
  return Object.keys(near).length > 0 ? near : undefined;
}

/** The pieces that tell what was occupied before 2022. */
const occupied = ({ ledgers }: ControlIndex): string[] =>
  ledgers.filter((l) => l.basis === 'pre-2022').flatMap((l) => l.objects.map((piece) => piece.name));

/** The same as an edition has it: as it was made when that was published, else made now. */
async function nearOf(reader: EditionReader, places: readonly Place[]): Promise<Near> {
  const kept = await reader.object(NEAR);
  return kept
    ? (JSON.parse(new TextDecoder().decode(kept)) as Near)
    : nearIn(await controlOf(reader), places);
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
