import type { Field } from '#lib/formats/events/fields.ts';

/** What a field of the mapping is, as the page writes it; other keys that a loaded file has are kept. */
export interface FieldSource {
  readonly column?: string | readonly string[];
  readonly is?: string;
  readonly template?: string;
  readonly order?: 'dmy' | 'mdy';
  readonly number?: 'excel' | 'unix-s' | 'unix-ms';
  readonly words?: boolean;
  readonly values?: Readonly<Record<string, string | null | Readonly<Record<string, string>>>>;
}

export type Fields = Readonly<Partial<Record<Field, FieldSource>>>;

export interface MappingState {
  readonly fields: Fields;
  readonly cites?: 'report' | 'link';
  readonly undated?: boolean;
  readonly leave_alike?: boolean;
  readonly delimiter?: string;
  readonly encoding?: string;
}

export const EMPTY: MappingState = { fields: {} };

/** Fields as a person is asked for them. */
export const GROUPS: readonly {
  readonly name: 'what' | 'when' | 'where' | 'who';
  readonly fields: readonly Field[];
}[] = [
  { name: 'what', fields: ['title', 'title_uk', 'kind', 'by', 'weapon', 'target', 'role', 'note'] },
  { name: 'when', fields: ['day', 'from', 'until'] },
  { name: 'where', fields: ['lng', 'lat', 'point', 'precision', 'radius_m', 'place', 'within', 'theatre'] },
  {
    name: 'who',
    fields: [
      'link',
      'geolocation',
      'publisher',
      'reported',
      'speaker',
      'party',
      'says',
      'claim',
      'quotation',
    ],
  },
];

export const DAYS: readonly Field[] = ['day', 'from', 'until', 'reported'];

/** Set what a field is, or take it off. */
export function withField(state: MappingState, field: Field, source: FieldSource | undefined): MappingState {
  const { [field]: _, ...others } = state.fields;
  return { ...state, fields: source === undefined ? others : { ...others, [field]: source } };
}

/** Say what a value of a field's column means: a word of its list, null for rows to leave out, undefined for nothing. */
export function withValue(
  state: MappingState,
  field: Field,
  value: string,
  means: string | null | undefined,
): MappingState {
  const source = state.fields[field];
  if (!source) return state;
  const { [value]: _, ...others } = source.values ?? {};
  const values = means === undefined ? others : { ...others, [value]: means };
  return withField(state, field, { ...source, values });
}

/** Fields that have to be said before a file can be tried. */
export function stillMissing({ fields, undated, cites }: MappingState): Field[] {
  const missing: Field[] = [];
  if (!fields.title) missing.push('title');
  if (!fields.kind) missing.push('kind');
  if (!undated && !fields.day && !fields.from) missing.push('day');
  if (fields.lng && !fields.lat) missing.push('lat');
  if (fields.lat && !fields.lng) missing.push('lng');
  if ((fields.lng ?? fields.point) && !fields.precision) missing.push('precision');
  if (cites === 'link' && !fields.link) missing.push('link');
  return missing;
}
