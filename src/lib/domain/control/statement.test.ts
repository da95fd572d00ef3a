import { describe, expect, it } from 'vitest';
import { aLedger } from '../../../../tests/fixtures/front.ts';
import { aStatement, square } from '../../../../tests/fixtures/ground.ts';
import { parse } from '../parse.ts';
import { ledgerSchema } from './ledger.ts';
import {
  statementFeatureSchema,
  statementFromFeature,
  statementToFeature,
  type Statement,
} from './statement.ts';

const citation = { report: 'r-aaaaaaaaaa', says: { en: 'It was taken.' } } as Statement['citations'][number];
const cited = aStatement('russia', square(36, 47, 37, 48), '2024-10-05', { citations: [citation] });
const reasons = (more: Partial<Record<keyof Statement, unknown>>): string => {
  const feature = statementToFeature({ ...cited, ...more } as Statement);
  const result = parse(statementFeatureSchema, JSON.parse(JSON.stringify(feature)));
  return result.ok ? 'none' : result.problems.map((p) => `${p.path}: ${p.reason}`).join('; ');
};

describe('a statement about ground', () => {
  it('is the same after being written and read', () => {
    const result = parse(statementFeatureSchema, JSON.parse(JSON.stringify(statementToFeature(cited))));
    expect(result.ok && statementFromFeature(result.value)).toEqual(cited);
  });

  it('cites a report, unless the ledger opens with it', () => {
    expect(reasons({ citations: [] })).toMatch(
      /^properties\.citations: is empty; a change of ground needs a citation/,
    );
    expect(reasons({ citations: [], opening: true })).toBe('none');
  });

  it('has holder unknown exactly where ground is contested or infiltrated', () => {
    expect(reasons({ basis: 'contested' })).toMatch(/^properties\.holder: contested and infiltrated/);
    expect(reasons({ holder: 'unknown' })).toMatch(/^properties\.holder: /);
    expect(reasons({ holder: 'unknown', basis: 'infiltration' })).toBe('none');
  });

  it('is refused on a day that is none', () => {
    expect(reasons({ day: '2024-02-30' })).toBe('properties.day: is no day; write it as YYYY-MM-DD');
  });
});

describe('a ledger', () => {
  it('is called after its holder and basis', () => {
    expect(parse(ledgerSchema, aLedger('russia', 'assessed')).ok).toBe(true);
    const result = parse(ledgerSchema, aLedger('russia', 'assessed', { id: 'russia-claimed' }));
    expect(result.ok ? '' : result.problems[0]).toEqual({ path: 'id', reason: 'must be "holder-basis"' });
  });
});
