import { begins } from '#lib/domain/control/begins.ts';
import { nearGround, wellKnown, type NearGround } from '#lib/domain/control/near.ts';
import type { Statement, StatementId } from '#lib/domain/control/statement.ts';
import type { Place } from '#lib/domain/places/place.ts';
import { addDays } from '#lib/domain/time/day.ts';
import type { Told } from '#lib/scene/catalogue.ts';
import type { Control } from '#lib/scene/control.ts';
import { toldOfGround } from '#lib/scene/told.ts';
import type { EditionReader } from '../store/store.ts';
import { controlOf } from './control.ts';

/** The name under which an edition keeps where the changes of whole days lie. */
export const NEAR = 'control/near.json';

type Near = Readonly<Record<StatementId, NearGround>>;

/** A whole day says what is held, not where that is news. What a ledger begins with is none. */
const namesNothing = ({ history }: Control, s: Statement): boolean =>
  s.extent === 'snapshot' && s.basis === 'assessed' && s.places.length === 0 && !begins(history, s);

/** Where what changed with each statement of a whole day lies. */
export function nearIn(control: Control, places: readonly Place[]): Near {
  const settlements = wellKnown(places);
  const days = new Set(control.statements.filter((s) => namesNothing(control, s)).map((s) => s.day));
  return Object.fromEntries(
    [...days].flatMap((d) =>
      control
        .flips(addDays(d, -1), d)
        .filter((flip) => namesNothing(control, flip.statement))
        .map((flip) => [flip.statement.id, nearGround(flip.patch, settlements)] as const),
    ),
  );
}

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
