import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { ledgerSchema } from '#lib/domain/control/ledger.ts';
import { statementFeatureSchema } from '#lib/domain/control/statement.ts';
import { eventFeatureSchema } from '#lib/domain/events/event.ts';
import { placeFeatureSchema } from '#lib/domain/places/place.ts';
import { reportSchema } from '#lib/domain/reports/report.ts';
import { editionsFileSchema } from './read.ts';

const collectionOf = (feature: v.GenericSchema) =>
  v.strictObject({ type: v.literal('FeatureCollection'), features: v.array(feature) });

/** A JSON Schema for each kind of shipped file. */
export const SCHEMA_FILES = {
  'places.schema.json': collectionOf(placeFeatureSchema),
  'events.schema.json': collectionOf(eventFeatureSchema),
  'statements.schema.json': collectionOf(statementFeatureSchema),
  'reports.schema.json': v.strictObject({ reports: v.array(reportSchema) }),
  'ledgers.schema.json': v.strictObject({ ledgers: v.array(ledgerSchema) }),
  'editions.schema.json': editionsFileSchema,
} as const;

/**
 * The text of a schema file. Rules that JSON Schema has no words for (crossing rings, references between files) are
 * left out of it; `npm run geodata` checks them all.
 */
export function schemaText(name: keyof typeof SCHEMA_FILES): string {
  const schema = toJsonSchema(SCHEMA_FILES[name] as v.GenericSchema, {
    typeMode: 'input',
    errorMode: 'ignore',
    target: 'draft-2020-12',
  });
  const comment = 'Made from the schemas in src/lib/domain by npm run geodata:schemas; do not edit.';
  return `${JSON.stringify({ ...schema, $comment: comment }, null, 2)}\n`;
}
