import type { Statement } from '#lib/domain/control/statement.ts';
import type { StatementId } from '#lib/domain/control/statement.ts';
import { canonical } from '#lib/domain/history/canonical.ts';
import { minDay, type Day } from '#lib/domain/time/day.ts';
import { basemapHash } from '../draw/basemap.ts';
import type { Built, EditionReader } from '../store/store.ts';
import { compiledControl, outwardOf, type Compiled } from './compiled.ts';
import { earlierControl, INDEX, MADE, namesOf, STATEMENTS, wasMade, withoutState } from './kept.ts';

/** Raised when statements are painted, or fronts found, in another way: what earlier editions keep is not gone on from. */
const PAINTING = 1;

/** The objects of control by name, and the day from which on they differ from the edition before. */
export interface ControlObjects {
  readonly objects: Map<string, Built>;
  /** Undefined where all is made anew, or nothing. */
  readonly since: Day | undefined;
}

/**
 * The objects of an edition's control. It goes on from that of the edition before: only the days from the first changed
 * statement on are read and painted, so that a statement on top of years costs what it costs on top of a week.
 */
export async function controlObjects(reader: EditionReader): Promise<ControlObjects> {
  const ledgers = await reader.ledgers();
  const made = canonical({ painting: PAINTING, outward_m: outwardOf(ledgers), land: basemapHash() });
  const changed = (await reader.changes()).filter((c) => c.item.kind === 'statement').map((c) => c.item.id);
  if (changed.length === 0 && (await wasMade(reader, made))) {
    const names = [...(await reader.objects()).keys()].filter(isControl);
    return { objects: new Map(names.map((name) => [name, 'same'])), since: undefined };
  }

  const earlier = await earlierControl(reader, made);
  if (!earlier) {
    const statements = await reader.statements();
    const objects = objectsOf(made, statements.map(sent), compiledControl(ledgers, statements));
    return { objects, since: undefined };
  }
  const gone = new Set(changed);
  const stood = earlier.statements.filter((s) => gone.has(s.id));
  const come = (await Promise.all(changed.map((id) => reader.statement(id as StatementId)))).flatMap(
    (s) => s ?? [],
  );
  const days = [...stood, ...come].map((s) => s.day);
  const since = days.reduce(minDay, '9999-12-31' as Day);
  const all = [...earlier.statements.filter((s) => !gone.has(s.id)), ...come.map(sent)].sort(byId);
  const statements = await reader.statements({ since });
  const compiled = compiledControl(ledgers, statements, { earlier, since, all });
  return { objects: objectsOf(made, all, compiled), since };
}

/** A statement as it is sent, its keys in the order of canonical JSON: what was read back has them so already. */
const sent = (s: Statement): Statement => JSON.parse(canonical(withoutState(s))) as Statement;
const said = (s: Statement): string => JSON.stringify(s);
const isControl = (name: string): boolean => name === STATEMENTS || name.startsWith('control/');
const byId = (a: Statement, b: Statement): number => (a.id < b.id ? -1 : 1);

const encoder = new TextEncoder();
const json = (text: string): Built => ({ media: 'application/json', bytes: encoder.encode(text) });

/** What is compiled, by its names; the pieces that were not made anew are those of the edition before. */
function objectsOf(made: string, statements: readonly Statement[], { index, pieces }: Compiled) {
  const objects = new Map<string, Built>();
  for (const name of namesOf(index)) {
    const bytes = pieces.get(name);
    objects.set(name, bytes ? { media: 'application/octet-stream', bytes } : 'same');
  }
  objects.set(STATEMENTS, json(`{"statements":[${statements.map(said).join(',')}]}`));
  objects.set(INDEX, json(canonical(index)));
  objects.set(MADE, json(made));
  return objects;
}
