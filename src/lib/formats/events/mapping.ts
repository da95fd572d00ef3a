import * as v from 'valibot';
import { parse } from '../../domain/parse.ts';
import { refused, type Result } from '../../domain/result.ts';
import { parseJson } from '../control/input.ts';
import {
  CHOICES,
  DAY_FIELDS,
  DELIMITERS,
  ENCODINGS,
  TEXT_FIELDS,
  type ChoiceField,
  type DayField,
  type TextField,
} from './fields.ts';

const columnSchema = v.union(
  [v.pipe(v.string(), v.nonEmpty()), v.pipe(v.array(v.string()), v.nonEmpty())],
  'is no name of a column, and no list of such names',
);
/** A column (of several, the first that is not empty), a constant, or words with `{columns}` in them. */
const sourceSchema = v.union(
  [
    v.strictObject({ column: columnSchema }),
    v.strictObject({ is: v.pipe(v.string(), v.nonEmpty()) }),
    v.strictObject({ template: v.pipe(v.string(), v.nonEmpty()) }),
  ],
  'has not exactly one of "column", "is" and "template"',
);
export type Source = v.InferOutput<typeof sourceSchema>;

const choiceKeys = Object.fromEntries(
  Object.entries(CHOICES).map(([field, list]) => [field, v.optional(v.picklist(list))]),
) as { [F in ChoiceField]: v.OptionalSchema<v.PicklistSchema<(typeof CHOICES)[F], undefined>, undefined> };

/** What a value of a column stands for: one or more fields, or null for rows that are left out on purpose. */
const valuesSchema = (list: readonly string[]) =>
  v.record(
    v.string(),
    v.nullable(
      v.union(
        [v.picklist(list), v.strictObject(choiceKeys)],
        `is not one of ${list.join(', ')}, no object of such fields, and not null`,
      ),
    ),
  );

const choiceSchema = (list: readonly string[]) =>
  v.union(
    [
      v.strictObject({ column: columnSchema, values: v.optional(valuesSchema(list)) }),
      v.strictObject({ is: v.picklist(list, `is not one of ${list.join(', ')}`) }),
    ],
    'has not exactly one of "column" (with or without "values") and "is"',
  );
const daySchema = v.strictObject({
  column: columnSchema,
  order: v.optional(v.picklist(['dmy', 'mdy', 'ymd'])),
  number: v.optional(v.picklist(['excel', 'unix-s', 'unix-ms'])),
  /** Dates in words, as "25 November 2024"; without a year they are seen from the report. */
  words: v.optional(v.boolean()),
});

const fieldsSchema = v.strictObject({
  ...(Object.fromEntries(DAY_FIELDS.map((f) => [f, v.optional(daySchema)])) as {
    [F in DayField]: v.OptionalSchema<typeof daySchema, undefined>;
  }),
  ...(Object.fromEntries(Object.entries(CHOICES).map(([f, list]) => [f, v.optional(choiceSchema(list))])) as {
    [F in ChoiceField]: v.OptionalSchema<ReturnType<typeof choiceSchema>, undefined>;
  }),
  ...(Object.fromEntries(TEXT_FIELDS.map((f) => [f, v.optional(sourceSchema)])) as {
    [F in TextField]: v.OptionalSchema<typeof sourceSchema, undefined>;
  }),
});

/** Which column is what. */
export const eventMappingSchema = v.pipe(
  v.strictObject({
    format: v.optional(v.picklist(['csv', 'ndjson', 'geojson', 'kml'])),
    delimiter: v.optional(v.picklist(DELIMITERS)),
    encoding: v.optional(v.picklist(ENCODINGS)),
    /** Columns by which a row is known again; without them it is known by all of its cells. */
    identity: v.optional(v.pipe(v.array(v.string()), v.nonEmpty())),
    fields: fieldsSchema,
    /** What each event cites: the report of the import, or one made of its own link. */
    cites: v.optional(v.picklist(['report', 'link']), 'report'),
    /** Whether a row without a day becomes an undated event. */
    undated: v.optional(v.boolean(), false),
    /** Whether what is probably known already is left out. */
    leave_alike: v.optional(v.boolean(), false),
    /** The language of what the links lead to. */
    language: v.optional(v.pipe(v.string(), v.regex(/^[a-z]{2}$/, 'is no language code, e.g. en'))),
    note: v.optional(v.string()),
  }),
  v.check((m) => m.fields.kind !== undefined, 'fields.kind is missing; say of what kind the events are'),
  v.check((m) => m.fields.title !== undefined, 'fields.title is missing; say what the events are called'),
  v.check(
    (m) => m.undated || m.fields.day !== undefined || m.fields.from !== undefined,
    'fields.day is missing; say where the day is, or write "undated": true',
  ),
  v.check(
    (m) => (m.fields.lng === undefined) === (m.fields.lat === undefined),
    'has one of fields.lng and fields.lat; write both',
  ),
  v.check(
    (m) => (m.fields.lng === undefined && m.fields.point === undefined) || m.fields.precision !== undefined,
    'fields.precision is missing; say how exact the points are, e.g. { "is": "settlement" }',
  ),
  v.check(
    (m) => m.cites !== 'link' || m.fields.link !== undefined,
    'cites the link, but fields.link is missing',
  ),
);
export type EventMapping = v.InferOutput<typeof eventMappingSchema>;

/** A mapping from the text of its file. */
export function readEventMapping(text: string): Result<EventMapping> {
  const json = parseJson(text);
  if ('value' in json) return parse(eventMappingSchema, json.value);
  const { fault } = json;
  return refused(
    '',
    fault.code === 'not-json' ? `is no JSON at line ${fault.line}, column ${fault.column}` : 'is empty',
  );
}

const inBraces = /\{([^{}]+)\}/g;

/** The columns that a mapping reads. */
export function columnsOf(mapping: EventMapping): string[] {
  const names = new Set<string>(mapping.identity ?? []);
  for (const source of Object.values(mapping.fields)) {
    if (source === undefined) continue;
    if ('column' in source) [source.column].flat().forEach((name) => names.add(name));
    if ('template' in source)
      for (const [, name = ''] of source.template.matchAll(inBraces)) names.add(name.trim());
  }
  return [...names];
}

/** The cell, the constant or the words that a field is. */
export function valueOf(
  source: Source | { column: string | string[] } | undefined,
  cells: ReadonlyMap<string, string>,
): string {
  if (source === undefined) return '';
  if ('is' in source) return source.is;
  if ('column' in source)
    return (
      [source.column]
        .flat()
        .map((name) => cells.get(name)?.trim() ?? '')
        .find((cell) => cell !== '') ?? ''
    );
  let filled = false;
  const text = source.template.replace(inBraces, (_, name: string) => {
    const cell = cells.get(name.trim())?.trim() ?? '';
    filled ||= cell !== '';
    return cell;
  });
  // Words around nothing say nothing.
  return filled ? text.replace(/\s+/g, ' ').trim() : '';
}
