import { isReviewId } from '#lib/domain/control/review-id.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import type { Statement, StatementId } from '#lib/domain/control/statement.ts';
import { canonical } from '#lib/domain/history/canonical.ts';
import { minDay, type Day } from '#lib/domain/time/day.ts';
import { monthOf } from '#lib/domain/time/month.ts';
import { basemapHash } from '../draw/basemap.ts';
import type { Built, EditionReader } from '../store/store.ts';
import { compiledControl, outwardOf, type Compiled, type GoingOn } from './compiled.ts';
import {
  byId,
  earlierControl,
  INDEX,
  MADE,
  namesOf,
  NEAR,
  STATEMENTS,
  wasMade,
  withoutState,
} from './kept.ts';
import type { Earlier } from './kept.ts';
import { byMonth, monthName } from './months.ts';
import { namesChanged } from './near.ts';
import { hashOf, remembered } from './remembered.ts';

/** Raised when what is kept is made or named in another way: what earlier editions keep is not gone on from. */
const PAINTING = 2;

/** The objects of control by name, and what they are made from; nothing of it where all is the same as before. */
export interface ControlObjects {
  readonly objects: Map<string, Built>;
  readonly made?: Grown;
}

/** Control as it is now, and what it went on from. */
export interface Grown extends Compiled {
  readonly statements: readonly Statement[];
  /** Undefined where all is made anew. */
  readonly on?: GoingOn & {
    /** The months of all days of which anything is said that was not, or is not any more. */
    readonly months: ReadonlySet<string>;
    /** The names of all that the edition before keeps of control. */
    readonly names: readonly string[];
  };
}

/**
 * The objects of an edition's control. It goes on from that of the edition before: only the days from the first changed
 * statement on are read and painted, so that a statement on top of years costs what it costs on top of a week.
 */
export async function controlObjects(reader: EditionReader): Promise<ControlObjects> {
  const ledgers = await reader.ledgers();
  const made = canonical({ painting: PAINTING, outward_m: outwardOf(ledgers), land: basemapHash() });
  const changed = (await reader.changes())
    .filter((c) => c.item.kind === 'statement' && !isReviewId(c.item.id))
    .map((c) => c.item.id);
  // Where days of the front changed hands is told by towns: other towns tell it otherwise.
  const isKept = !(await namesChanged(reader)) && (await wasMade(reader, made));
  const kept = [...(await reader.objects())].filter(([name]) => isControl(name));
  const names = kept.map(([name]) => name);
  if (changed.length === 0 && isKept) return { objects: new Map(names.map((name) => [name, 'same'])) };

  const before = new Map(kept.filter(([name]) => !name.startsWith(NEAR)));
  const earlier = isKept ? await remembered(before, () => earlierControl(reader)) : undefined;
  const grown = await (earlier
    ? goneOn(reader, ledgers, earlier, changed, names)
    : madeAnew(reader, ledgers));
  const objects = objectsOf(made, grown);
  const hashes = [...objects].map(([name, built]): [string, string] => [
    name,
    built === 'same' ? (before.get(name) as string) : hashOf(built.bytes),
  ]);
  const { index, file, beyond, statements } = grown;
  void remembered(new Map(hashes), () => Promise.resolve({ index, file, beyond, statements }));
  return { objects, made: grown };
}

async function madeAnew(reader: EditionReader, ledgers: readonly Ledger[]): Promise<Grown> {
  const statements = await reader.statements();
  return { ...compiledControl(ledgers, statements), statements: statements.map(sent) };
}

async function goneOn(
  reader: EditionReader,
  ledgers: readonly Ledger[],
  earlier: Earlier,
  changed: readonly string[],
  names: readonly string[],
): Promise<Grown> {
  const gone = new Set(changed);
  const stood = earlier.statements.filter((s) => gone.has(s.id));
  const come = (await Promise.all(changed.map((id) => reader.statement(id as StatementId)))).flatMap(
    (s) => s ?? [],
  );
  const days = [...stood, ...come].map((s) => s.day);
  const since = days.reduce(minDay, '9999-12-31' as Day);
  const all = [...earlier.statements.filter((s) => !gone.has(s.id)), ...come.map(sent)].sort(byId);
  const on = { earlier, since, all, months: new Set(days.map(monthOf)), names };
  return { ...compiledControl(ledgers, await reader.statements({ since }), on), statements: all, on };
}

/** A statement as it is sent, its keys in the order of canonical JSON: what was read back has them so already. */
const sent = (s: Statement): Statement => JSON.parse(canonical(withoutState(s))) as Statement;
/** Whether an object is one of control. */
export const isControl = (name: string): boolean =>
  name.startsWith(`${STATEMENTS}/`) || name.startsWith('control/');

const encoder = new TextEncoder();
const json = (text: string): Built => ({ media: 'application/json', bytes: encoder.encode(text) });

/** What is compiled, by its names; what was not made anew is that of the edition before. */
function objectsOf(made: string, { index, pieces, statements, on }: Grown): Map<string, Built> {
  const objects = new Map<string, Built>();
  for (const name of namesOf(index)) {
    const bytes = pieces.get(name);
    objects.set(name, bytes ? { media: 'application/octet-stream', bytes } : 'same');
  }
  for (const name of on?.names ?? []) if (name.startsWith(`${STATEMENTS}/`)) objects.set(name, 'same');
  for (const month of on?.months ?? []) objects.delete(monthName(STATEMENTS, month));
  const written = on ? statements.filter((s) => on.months.has(monthOf(s.day))) : statements;
  for (const [name, month] of byMonth(STATEMENTS, written))
    objects.set(name, json(JSON.stringify({ statements: month })));
  objects.set(INDEX, json(JSON.stringify(index)));
  objects.set(MADE, json(made));
  return objects;
}
