import * as v from 'valibot';
import { textSchema } from '../text.ts';
import { daySchema } from '../time/day.ts';
import { BASES, HOLDERS } from './statement.ts';

/** All statements of one holder and basis, with what a reader must know about them. Its id is `holder-basis`. */
export const ledgerSchema = v.pipe(
  v.strictObject({
    id: v.string(),
    holder: v.picklist(HOLDERS),
    basis: v.picklist(BASES),
    name: textSchema,
    /** What the category means; dated, because a definition that changes breaks a series. */
    definition: textSchema,
    definition_from: daySchema,
    /** How true the edge is, in metres: the map never answers finer than this. */
    resolution_m: v.pipe(v.number(), v.minValue(1)),
    /** Generalised data that show the software and are no editor's assessment; figures are withheld. */
    demonstration: v.boolean(),
    opens: daySchema,
    last_reviewed: daySchema,
  }),
  v.forward(
    v.partialCheck(
      [['id'], ['holder'], ['basis']],
      (l) => l.id === `${l.holder}-${l.basis}`,
      'must be "holder-basis"',
    ),
    ['id'],
  ),
);
export type Ledger = v.InferOutput<typeof ledgerSchema>;
