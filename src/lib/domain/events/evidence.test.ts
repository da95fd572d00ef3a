import { describe, expect, it } from 'vitest';
import { aReport } from '../../../../tests/fixtures/items.ts';
import type { ReportId } from '../reports/report.ts';
import type { Claim } from './claim.ts';
import { evidenceOf } from './evidence.ts';

const reports = new Map(
  [
    aReport('r-aaaaaaaaaa', { publisher: 'First Paper' }),
    aReport('r-bbbbbbbbbb', { publisher: 'Second Paper' }),
    aReport('r-cccccccccc', { publisher: 'First Paper' }),
  ].map((r) => [r.id, r]),
);
const FIRST = 'r-aaaaaaaaaa';
const SECOND = 'r-bbbbbbbbbb';

/** Who says it, in which report. */
const claim = (
  speaker: string,
  report: string,
  more: Partial<Claim> & { party?: 'russia' | 'ukraine' } = {},
): Claim => {
  const { party, ...rest } = more;
  return {
    aspect: 'occurred',
    says: 'reports',
    speaker: { name: { en: speaker }, ...(party ? { party } : {}) },
    text: { en: 'It happened.' },
    citation: { report: report as ReportId },
    ...rest,
  };
};
const level = (...claims: Claim[]): string => evidenceOf({ claims }, reports).level;

describe('an event is', () => {
  it('reported where one paper says so', () => {
    expect(level(claim('First Paper', FIRST))).toBe('reported');
  });

  it('corroborated only by two publishers with two speakers', () => {
    expect(level(claim('First Paper', FIRST), claim('Second Paper', SECOND))).toBe('corroborated');
    expect(level(claim('ISW', FIRST), claim('ISW', SECOND)), 'one speaker, two papers').toBe('reported');
    expect(level(claim('Mayor', FIRST), claim('Eyewitness', FIRST)), 'one report').toBe('reported');
    expect(level(claim('Mayor', FIRST), claim('Eyewitness', 'r-cccccccccc')), 'one publisher').toBe(
      'reported',
    );
  });

  it('not corroborated by who denies it', () => {
    expect(level(claim('First Paper', FIRST), claim('Ministry', SECOND, { says: 'denies' }))).toBe(
      'reported',
    );
  });

  it('not made better known by claims about its cause or its harm', () => {
    for (const aspect of ['cause', 'harm'] as const) {
      expect(level(claim('First Paper', FIRST), claim('Minister', SECOND, { aspect })), aspect).toBe(
        'reported',
      );
    }
  });

  it('claimed where every speaker is a party to the war, however many papers quote them', () => {
    const says = 'claims';
    expect(
      level(
        claim('Putin', FIRST, { party: 'russia', says }),
        claim('Putin', SECOND, { party: 'russia', says }),
      ),
    ).toBe('claimed');
    expect(level(claim('Zelenskyy', FIRST, { party: 'ukraine', says }))).toBe('claimed');
    expect(level(claim('Putin', FIRST, { party: 'russia', says }), claim('First Paper', FIRST))).toBe(
      'reported',
    );
    expect(
      level(claim('Putin', FIRST, { party: 'russia', says }), claim('Analyst', SECOND, { aspect: 'cause' })),
      'a stranger who speaks of the cause does not report the thing',
    ).toBe('claimed');
  });

  it('geolocated where a location claim cites a geolocation, before all else', () => {
    const located = claim('Osint', SECOND, { aspect: 'location', geolocation: true });
    expect(level(claim('Putin', FIRST, { party: 'russia' }), located)).toBe('geolocated');
    expect(level(claim('First Paper', FIRST), { ...located, says: 'denies' })).toBe('reported');
    expect(level(claim('Osint', SECOND, { aspect: 'location' })), 'a location without a picture').toBe(
      'reported',
    );
  });

  it('disputed where anyone denies it, whatever its level', () => {
    const denial = claim('Ministry', SECOND, { says: 'denies', party: 'russia' });
    expect(evidenceOf({ claims: [claim('First Paper', FIRST), denial] }, reports)).toEqual({
      level: 'reported',
      disputed: true,
    });
    expect(evidenceOf({ claims: [claim('First Paper', FIRST)] }, reports).disputed).toBe(false);
  });
});
