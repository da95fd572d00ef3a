import * as v from 'valibot';
import type { Brand } from '../brand.ts';
import { citationSchema } from '../events/claim.ts';
import { areaSchema, featureSchema } from '../geometry/geojson.ts';
import { placeIdSchema } from '../places/place.ts';
import { textSchema } from '../text.ts';
import { daySchema } from '../time/day.ts';

/** `c-` and ten random base32 characters. */
export type StatementId = Brand<string, 'StatementId'>;

export const statementIdSchema = v.pipe(
  v.string(),
  v.regex(/^c-[a-z2-7]{10}$/, 'is no statement id; it is "c-" and ten of a–z, 2–7'),
  v.transform((s) => s as StatementId),
);

export const BASES = ['assessed', 'claimed', 'contested', 'infiltration', 'pre-2022'] as const;
export type Basis = (typeof BASES)[number];

/** `none` only takes ground away; contested and infiltrated ground has holder `unknown`. */
export const HOLDERS = ['russia', 'ukraine', 'none', 'unknown'] as const;
export type Holder = (typeof HOLDERS)[number];

const statementPropertiesSchema = v.pipe(
  v.strictObject({
    holder: v.picklist(HOLDERS),
    basis: v.picklist(BASES),
    day: daySchema,
    /** Order within the day, given at approval. */
    order: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** Whether the area is added to what is held, or is all that is held on the day. */
    extent: v.picklist(['patch', 'snapshot']),
    /** Ends contested or infiltrated ground, or a claim, inside the area. */
    ends: v.optional(v.boolean()),
    /** Part of the state with which a ledger opens; only such a statement may be without a citation. */
    opening: v.optional(v.boolean()),
    title: textSchema,
    note: v.optional(textSchema),
    places: v.array(placeIdSchema),
    citations: v.array(v.strictObject({ ...citationSchema.entries, says: textSchema })),
  }),
  v.forward(
    v.partialCheck(
      [['citations'], ['opening']],
      (s) => s.opening === true || s.citations.length > 0,
      'is empty; a change of ground needs a citation of a report',
    ),
    ['citations'],
  ),
  v.forward(
    v.partialCheck(
      [['holder'], ['basis']],
      (s) => (s.basis === 'contested' || s.basis === 'infiltration') === (s.holder === 'unknown'),
      'contested and infiltrated ground has holder "unknown", and only such ground has',
    ),
    ['holder'],
  ),
);

export const statementFeatureSchema = v.pipe(
  featureSchema(areaSchema, statementPropertiesSchema),
  v.check((f) => v.is(statementIdSchema, f.id), 'the id is no statement id; it is "c-" and ten of a–z, 2–7'),
);

/** A claim about ground: the record of truth from which every state of control is painted. */
export interface Statement extends v.InferOutput<typeof statementPropertiesSchema> {
  readonly id: StatementId;
  readonly area: v.InferOutput<typeof areaSchema>;
}

export const statementFromFeature = (f: v.InferOutput<typeof statementFeatureSchema>): Statement => ({
  id: f.id as StatementId,
  area: f.geometry,
  ...f.properties,
});

export const statementToFeature = ({ id, area, ...properties }: Statement) => ({
  type: 'Feature' as const,
  id,
  geometry: area,
  properties,
});

/** The order in which statements are painted: by day, then as approved, then by id so that it is total. */
export const inOrder = (a: Statement, b: Statement): number =>
  a.day < b.day ? -1 : a.day > b.day ? 1 : a.order - b.order || (a.id < b.id ? -1 : 1);
