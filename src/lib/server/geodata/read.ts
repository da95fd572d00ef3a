import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { csvParse } from 'd3-dsv';
import * as v from 'valibot';
import { ledgerSchema, type Ledger } from '#lib/domain/control/ledger.ts';
import {
  statementFeatureSchema,
  statementFromFeature,
  type Statement,
} from '#lib/domain/control/statement.ts';
import { eventFeatureSchema, eventFromFeature, type Event } from '#lib/domain/events/event.ts';
import { collectionSchema } from '#lib/domain/geometry/geojson.ts';
import { CHANGE_KINDS, type ChangeKind } from '#lib/domain/history/edition.ts';
import { referencesOf } from '#lib/domain/history/references.ts';
import { parse } from '#lib/domain/parse.ts';
import { gazetteerRowSchema } from '#lib/domain/places/gazetteer.ts';
import { placeFeatureSchema, placeFromFeature, type Place } from '#lib/domain/places/place.ts';
import { reportSchema, type Report } from '#lib/domain/reports/report.ts';
import type { Result } from '#lib/domain/result.ts';
import { textSchema, type Text } from '#lib/domain/text.ts';

/** One fault in a shipped file: which file, which feature or row, where in it, and why. */
export interface Fault {
  readonly file: string;
  readonly feature: string;
  readonly path: string;
  readonly reason: string;
}

/** One edition as the files under `geodata/` have it, read and checked. */
export interface SeedEdition {
  readonly number: number;
  /** UTC milliseconds. */
  readonly published_at: number;
  readonly note: Text;
  readonly places: Place[];
  readonly reports: Report[];
  readonly events: Event[];
  readonly ledgers: Ledger[];
  readonly statements: Statement[];
  readonly changes: Record<string, { kind: ChangeKind; note?: Text | undefined }>;
}

const filesSchema = v.strictObject({
  places: v.optional(v.array(v.string()), []),
  reports: v.optional(v.array(v.string()), []),
  events: v.optional(v.array(v.string()), []),
  ledgers: v.optional(v.array(v.string()), []),
  statements: v.optional(v.array(v.string()), []),
});

export const editionsFileSchema = v.strictObject({
  editions: v.array(
    v.strictObject({
      number: v.pipe(v.number(), v.integer(), v.minValue(1)),
      published_at: v.pipe(v.string(), v.isoTimestamp('is no instant; write e.g. 2026-11-22T06:00:00Z')),
      note: textSchema,
      files: filesSchema,
      changes: v.record(
        v.string(),
        v.strictObject({ kind: v.picklist(CHANGE_KINDS), note: v.optional(textSchema) }),
      ),
    }),
  ),
});

/** Read and check everything that ships. Either all of it is good, or every fault is told. */
export function readGeodata(folder: string): { editions: SeedEdition[]; faults: Fault[] } {
  const faults: Fault[] = [];
  const reader = new FileReader(folder, faults);
  const index = reader.json('editions.json', editionsFileSchema);
  const origins: Origins[] = [];
  const editions = (index?.editions ?? []).map(({ files, published_at, ...rest }): SeedEdition => {
    const origin: Origins = new Map();
    origins.push(origin);
    /** The items of several files, each remembered with its own. */
    const from = <T extends { readonly id: string }>(
      names: readonly string[],
      read: (file: string) => T[],
    ): T[] =>
      names.flatMap((file) => {
        const items = read(file);
        for (const { id } of items) origin.set(id, file);
        return items;
      });
    return {
      ...rest,
      published_at: Date.parse(published_at),
      places: from(files.places, (f) =>
        f.endsWith('.csv')
          ? reader.rows(f, gazetteerRowSchema)
          : reader.features(f, placeFeatureSchema).map(placeFromFeature),
      ),
      reports: from(files.reports, (f) => reader.list(f, 'reports', reportSchema)),
      events: from(files.events, (f) => reader.features(f, eventFeatureSchema).map(eventFromFeature)),
      ledgers: from(files.ledgers, (f) => reader.list(f, 'ledgers', ledgerSchema)),
      statements: from(files.statements, (f) =>
        reader.features(f, statementFeatureSchema).map(statementFromFeature),
      ),
    };
  });
  faults.push(...crossFaults(editions, origins));
  return { editions, faults };
}

/** In which file an edition has an item, by its id. */
type Origins = Map<string, string>;

class FileReader {
  readonly #folder: string;
  readonly #faults: Fault[];

  constructor(folder: string, faults: Fault[]) {
    this.#folder = folder;
    this.#faults = faults;
  }

  #fault(file: string, feature: string, path: string, reason: string): void {
    this.#faults.push({ file, feature, path, reason });
  }

  #text(file: string): string | undefined {
    const path = join(this.#folder, file);
    if (!existsSync(path)) {
      this.#fault(file, '', '', 'is missing; restore it from the repository');
      return undefined;
    }
    return readFileSync(path, 'utf8');
  }

  #keep<T>(file: string, feature: string, result: Result<T>): T[] {
    if (result.ok) return [result.value];
    for (const { path, reason } of result.problems) this.#fault(file, feature, path, reason);
    return [];
  }

  #parsed(file: string): unknown {
    const text = this.#text(file);
    if (text === undefined) return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch (error) {
      this.#fault(file, '', '', `is no JSON: ${error instanceof Error ? error.message : String(error)}`);
      return undefined;
    }
  }

  json<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> | undefined {
    const value = this.#parsed(file);
    return value === undefined ? undefined : this.#keep(file, '', parse(schema, value))[0];
  }

  /** The features of a collection, each read on its own, so that each fault names its feature. */
  features<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S>[] {
    const collection = this.json(file, collectionSchema);
    const features = collection?.features ?? [];
    return this.#unique(file, features, (f, i) => idOf(f) ?? `number ${i + 1}`, schema);
  }

  /** The members of a list inside a JSON file, e.g. `{ "reports": […] }`. */
  list<S extends v.GenericSchema>(file: string, name: string, schema: S): v.InferOutput<S>[] {
    const whole = this.json(file, v.strictObject({ [name]: v.array(v.unknown(), 'is no list') }));
    const items = (whole as Record<string, unknown[]> | undefined)?.[name] ?? [];
    return this.#unique(file, items, (f, i) => idOf(f) ?? `number ${i + 1}`, schema);
  }

  rows<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S>[] {
    const text = this.#text(file);
    if (text === undefined) return [];
    return this.#unique(file, csvParse(text), (row, i) => `row ${i + 2} (${idOf(row) ?? 'no id'})`, schema);
  }

  #unique<S extends v.GenericSchema>(
    file: string,
    inputs: readonly unknown[],
    nameOf: (input: unknown, i: number) => string,
    schema: S,
  ): v.InferOutput<S>[] {
    const seen = new Set<string>();
    return inputs.flatMap((input, i) => {
      const id = idOf(input);
      if (id !== undefined && seen.has(id))
        this.#fault(file, nameOf(input, i), 'id', 'stands twice in the file');
      if (id !== undefined) seen.add(id);
      return this.#keep(file, nameOf(input, i), parse(schema, input));
    });
  }
}

const idOf = (input: unknown): string | undefined =>
  typeof input === 'object' && input !== null && 'id' in input && typeof input.id === 'string'
    ? input.id
    : undefined;

/** Faults that no single file shows: editions out of order, things that lean on what no edition has published. */
function crossFaults(editions: readonly SeedEdition[], origins: readonly Origins[]): Fault[] {
  const faults: Fault[] = [];
  const there = new Set<string>();
  for (const [i, edition] of editions.entries()) {
    const fault = (feature: string, path: string, reason: string, file = 'editions.json') =>
      faults.push({ file, feature: feature || `edition ${edition.number}`, path, reason });
    if (edition.number !== i + 1) fault('', 'number', `is ${edition.number} where ${i + 1} comes next`);
    if (i > 0 && edition.published_at <= (editions[i - 1]?.published_at ?? 0)) {
      fault('', 'published_at', 'is not later than the edition before it');
    }
    const items = itemsOf(edition);
    const before = new Set(there);
    for (const { kind, id } of items) {
      const name = `${kind} ${id}`;
      const change = edition.changes[id]?.kind;
      if (there.has(name) && !before.has(name)) {
        fault(id, 'id', 'stands in two files of one edition', origins[i]?.get(id));
      } else if (before.has(name) && (change === undefined || change === 'new')) {
        fault(id, 'changes', 'is published again; say of what kind the change is');
      } else if (!before.has(name) && change !== undefined && change !== 'new') {
        fault(id, 'changes', `is published for the first time, which is no ${change}`);
      } else if (change === 'retraction') {
        fault(id, 'changes', 'cannot be retracted by a file that ships; leave it out instead');
      }
      there.add(name);
    }
    for (const id of Object.keys(edition.changes)) {
      if (!items.some((item) => item.id === id))
        fault(id, 'changes', 'is not among the items of this edition');
    }
    for (const { kind, id, payload } of items) {
      for (const reference of referencesOf(kind, payload)) {
        if (there.has(`${reference.kind} ${reference.id}`)) continue;
        const reason = `names ${reference.kind} ${reference.id}, which no edition up to this one has`;
        fault(id, reference.path, reason, origins[i]?.get(id));
      }
    }
  }
  return faults;
}

/** Every item of a seed edition, in the order in which it is written. */
export function itemsOf(edition: SeedEdition) {
  return [
    ...edition.places.map((payload) => ({ kind: 'place' as const, id: payload.id as string, payload })),
    ...edition.reports.map((payload) => ({ kind: 'report' as const, id: payload.id as string, payload })),
    ...edition.ledgers.map((payload) => ({ kind: 'ledger' as const, id: payload.id, payload })),
    ...edition.statements.map((payload) => ({
      kind: 'statement' as const,
      id: payload.id as string,
      payload,
    })),
    ...edition.events.map((payload) => ({ kind: 'event' as const, id: payload.id as string, payload })),
  ];
}
