import { CHOICES, type ChoiceField } from './fields.ts';
import { valueOf, type EventMapping } from './mapping.ts';

/** What the closed lists of a row come to. */
export type Chosen = { readonly [F in ChoiceField]?: (typeof CHOICES)[F][number] };

/** A value that nobody said the meaning of. */
export interface Unknown {
  readonly field: ChoiceField;
  readonly value: string;
}

const NAMES = Object.keys(CHOICES) as ChoiceField[];

/** As a reader compares: without regard to case, or to white space around and within. */
export const plain = (value: string): string =>
  value.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

type Values = Map<string, Chosen | null>;

/** Value tables by how their keys compare; made once for a mapping. */
const made = new WeakMap<EventMapping, Map<ChoiceField, Values>>();

function tablesOf(mapping: EventMapping): Map<ChoiceField, Values> {
  const known = made.get(mapping);
  if (known) return known;
  const tables = new Map<ChoiceField, Values>();
  for (const field of NAMES) {
    const values: Values = new Map(
      CHOICES[field].map((value) => [plain(value), { [field]: value } as Chosen]),
    );
    const source = mapping.fields[field];
    if (source && 'column' in source)
      for (const [value, means] of Object.entries(source.values ?? {}))
        values.set(plain(value), typeof means === 'string' ? ({ [field]: means } as Chosen) : means);
    tables.set(field, values);
  }
  made.set(mapping, tables);
  return tables;
}

/**
 * The closed fields of a row. A value means what the table says, or itself where it is a word of the list; what is
 * neither is told and stays open. `skip` where the table says to leave the row out.
 */
export function chosenOf(
  mapping: EventMapping,
  cells: ReadonlyMap<string, string>,
): { readonly chosen: Chosen; readonly unknown: readonly Unknown[] } | 'skip' {
  const tables = tablesOf(mapping);
  const own: Record<string, string> = {};
  const besides: Record<string, string> = {};
  const unknown: Unknown[] = [];
  for (const field of NAMES) {
    const source = mapping.fields[field];
    if (source === undefined) continue;
    if ('is' in source) {
      own[field] = source.is;
      continue;
    }
    const value = valueOf(source, cells);
    const means = tables.get(field)?.get(plain(value));
    if (means === null) return 'skip';
    if (means === undefined) {
      if (value !== '') unknown.push({ field, value: value.slice(0, 80) });
      continue;
    }
    for (const [name, said] of Object.entries(means)) (name === field ? own : besides)[name] ??= said;
  }
  return { chosen: { ...besides, ...own } as Chosen, unknown };
}
