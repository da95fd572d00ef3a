import { describe, expect, it } from 'vitest';
import { anEvent } from '../../../../tests/fixtures/items.ts';
import { parse } from '../parse.ts';
import { eventFeatureSchema, eventFromFeature, eventToFeature, type Event } from './event.ts';

const read = (feature: unknown) => parse(eventFeatureSchema, JSON.parse(JSON.stringify(feature)));
const reasons = (more: Partial<Record<keyof Event, unknown>>): string => {
  const result = read(eventToFeature(anEvent('e-aaaaaaaaaa', more as Partial<Event>)));
  return result.ok ? 'none' : result.problems.map((p) => `${p.path}: ${p.reason}`).join('; ');
};
const dnipro = { precision: 'settlement', radius_m: 12_000, place: 'dnipro' };

describe('an event', () => {
  it('is the same after being written and read', () => {
    const event = anEvent('e-aaaaaaaaaa', { note: { en: 'A note', uk: 'Примітка' } });
    const result = read(eventToFeature(event));
    expect(result.ok && eventFromFeature(result.value)).toEqual(event);
  });

  it('has at least one claim, each with its citation', () => {
    expect(reasons({ claims: [] })).toMatch(/^properties\.claims: has no claim/);
    const [claim] = anEvent('e-aaaaaaaaaa').claims;
    expect(reasons({ claims: [{ ...claim, citation: { report: 'somewhere' } }] })).toMatch(
      /^properties\.claims\.0\.citation\.report: is no report id/,
    );
    expect(
      reasons({ claims: [{ ...claim, citation: { report: 'r-aaaaaaaaaa', quotation: 'x'.repeat(161) } }] }),
    ).toMatch(/quotation: is longer than 160 characters/);
  });

  it('known only to an oblast or a country has no point, and one with a point says how true it is', () => {
    expect(reasons({ location: { ...dnipro, precision: 'oblast' } })).toMatch(
      /oblast or country only; it has no point/,
    );
    expect(reasons({ location: { precision: 'settlement', place: 'dnipro' } })).toMatch(
      /has a point but no radius_m/,
    );
    expect(reasons({ location: undefined })).toMatch(/has a point but no location/);
    expect(reasons({ point: null })).toMatch(/names a place to the settlement or finer but has no point/);
    expect(reasons({ point: null, location: undefined })).toBe('none');
    expect(reasons({ point: null, location: { precision: 'country', place: 'russia' } })).toBe('none');
  });

  it('carries a weapon only as a strike, and a heading only as an advance', () => {
    expect(reasons({ kind: 'advance', weapon: 'drone' })).toMatch(/belongs to strikes only/);
    expect(reasons({ kind: 'strike', heading: 90 })).toMatch(/properties\.heading: belongs to advances only/);
    expect(reasons({ kind: 'advance', heading: 90 })).toBe('none');
  });

  it('has an id that tells nothing', () => {
    const { id: _, ...rest } = eventToFeature(anEvent('e-aaaaaaaaaa'));
    for (const id of ['e-1', 'e-AAAAAAAAAA', 'event', 'e-aaaaaaaaa1'])
      expect(read({ ...rest, id }).ok, id).toBe(false);
  });
});
