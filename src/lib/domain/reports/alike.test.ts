import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../time/day.ts';
import { periodOfDays } from '../time/period.ts';
import { alikeReports, reportLikeness, titleLikeness, type ComparableReport } from './alike.ts';
import type { ReportId } from './report.ts';
import { urlKey } from './url-key.ts';

const D = day('2024-11-26');
const report = (id: string, more: Partial<ComparableReport> = {}): ComparableReport => ({
  id: `r-${id}` as ReportId,
  title: 'Fighting goes on around Kurakhove',
  publisher: 'Example News',
  published: periodOfDays(D, D),
  url: null,
  ...more,
});

describe('the key of an address', () => {
  it.each([
    'http://example.org/2024/11/front',
    'https://www.example.org/2024/11/front/',
    'https://m.example.org/2024/11/front',
    'https://amp.example.org/2024/11/front',
    'https://example.org/amp/2024/11/front',
    'https://example.org/2024/11/front/amp/',
    'https://example.org/2024/11/front?outputType=amp',
    'https://example.org/2024/11/front?utm_source=telegram&utm_medium=social&fbclid=abc',
    'https://EXAMPLE.org:443//2024/11/front#comments',
    'example.org/2024/11/front',
    'https://web.archive.org/web/20241126120000/https://example.org/2024/11/front',
    'https://web.archive.org/web/20241126120000id_/http://www.example.org/2024/11/front?gclid=1',
    'https://archive.ph/20241126120000/https://example.org/2024/11/front',
    'https://www.google.com/amp/s/www.example.org/2024/11/front',
    'https://www-example-org.cdn.ampproject.org/c/s/www.example.org/2024/11/front',
  ])('does not tell %s from the page itself', (address) => {
    expect(urlKey(address)).toBe('example.org/2024/11/front');
  });

  it('tells pages apart by path, by letter case of the path and by parameters that name a page', () => {
    const addresses = [
      'https://example.org/?p=1',
      'https://example.org/?p=2',
      'https://example.org/a',
      'https://example.org/A',
      'https://uk.example.org/a',
      'https://example.com/a',
      'https://archive.ph/AbCdE',
      'https://archive.ph/AbCdF',
    ];
    expect(new Set(addresses.map(urlKey)).size).toBe(addresses.length);
    expect(urlKey('https://example.org/?b=2&a=1')).toBe(urlKey('https://example.org/?a=1&utm_id=4&b=2'));
    expect(urlKey('https://example.org/фронт')).toBe(
      urlKey('https://example.org/%D1%84%D1%80%D0%BE%D0%BD%D1%82'),
    );
  });

  it('knows posts under the other names of their sites', () => {
    expect(urlKey('https://t.me/s/example/123?single')).toBe(urlKey('https://telegram.me/example/123'));
    expect(urlKey('https://mobile.twitter.com/a/status/1?s=20&ref_src=x')).toBe(
      urlKey('https://x.com/a/status/1?s=20'),
    );
  });

  it('is its own key', () => {
    const part = fc.constantFrom(
      'amp',
      'www.',
      'm.',
      'example',
      '.org',
      '/',
      '?',
      '&',
      '=',
      'a',
      'utm_id',
      'ф',
      '%',
      '%20',
      '#',
      'web.archive.org/web/2024/',
      'index.html',
      '.amp',
    );
    const written = fc.oneof(
      fc.webUrl({ withQueryParameters: true }),
      fc.array(part, { maxLength: 10 }).map((p) => `https://${p.join('')}`),
    );
    fc.assert(
      fc.property(written, (address) => {
        expect(urlKey(urlKey(address))).toBe(urlKey(address));
      }),
      { numRuns: 200 },
    );
  });
});

describe('the likeness of two reports', () => {
  const title = fc
    .array(fc.constantFrom('Kurakhove', 'Курахове', 'strike', 'front', '26', '27', '–', 'Example News'), {
      minLength: 1,
      maxLength: 6,
    })
    .map((words) => words.join(' '));
  const anyReport = fc
    .record({
      id: fc.stringMatching(/^[a-z2-7]{10}$/),
      title,
      publisher: fc.constantFrom('Example News', 'Another Paper'),
      published: fc
        .tuple(fc.nat(6), fc.nat(2))
        .map(([n, more]) => periodOfDays(addDays(D, n), addDays(D, n + more))),
      url: fc.constantFrom(
        null,
        'https://example.org/a',
        'https://www.example.org/a?utm_id=1',
        'https://example.org/b',
      ),
    })
    .map((r): ComparableReport => ({ ...r, id: `r-${r.id}` as ReportId }));

  it('is the same whichever is asked about, and a report is like itself', () => {
    fc.assert(
      fc.property(anyReport, anyReport, (a, b) => {
        expect(reportLikeness(a, b)).toEqual(reportLikeness(b, a));
        expect(alikeReports({ ...a, id: undefined }, [a]).map((f) => f.report)).toEqual([a]);
        expect(titleLikeness(a.title, b.title)).toBe(titleLikeness(b.title, a.title));
      }),
    );
  });

  it('puts the same candidates into the same order however they were given', () => {
    fc.assert(
      fc.property(
        anyReport,
        fc.uniqueArray(anyReport, { selector: (r) => r.id, maxLength: 6 }),
        (one, all) => {
          const found = alikeReports(one, all);
          expect(alikeReports(one, [...all].reverse())).toEqual(found);
          expect(found.map((f) => f.likeness)).toEqual(found.map((f) => f.likeness).sort((a, b) => b - a));
        },
      ),
    );
  });

  it('is of the page, through any archive, whatever its title', () => {
    const one = report('a', { url: 'https://www.example.org/front?utm_source=x' });
    const other = report('b', {
      title: 'Quite another title',
      published: periodOfDays(addDays(D, 9), addDays(D, 9)),
      url: null,
      archive_url: 'https://web.archive.org/web/20241126/https://example.org/front',
    });
    expect(alikeReports(one, [other])).toMatchObject([{ why: 'same-url', days: 9 }]);
  });

  it('is of the title, in any spelling, with or without the name of the site', () => {
    const why = (a: string, b: string, more: Partial<ComparableReport> = {}) =>
      reportLikeness(report('a', { title: a }), report('b', { title: b, ...more })).why;
    expect(why('Fighting near Kurakhove', 'FIGHTING NEAR KURAKHOVE!')).toBe('same-title');
    expect(why('Fighting near Kurakhove', 'Fighting near Kurakhove | Example News')).toBe('same-title');
    expect(why('Бої біля Курахового', 'Бої біля Курахова')).toBe('near-title');
    expect(why('Fighting goes on near Kurakhove', 'Fighting continues near Kurakhove')).toBe('near-title');
    expect(why('Fighting near Kurakhove', 'Power is out in Ternopil')).toBe('other');
    expect(
      why('Fighting near Kurakhove', 'Fighting near Kurakhove', {
        published: periodOfDays(addDays(D, 30), addDays(D, 30)),
      }),
    ).toBe('other');
  });

  it('is not of the daily report of another day', () => {
    expect(titleLikeness('Situation report, November 26', 'Situation report, November 25')).toBeLessThan(0.6);
    expect(
      reportLikeness(
        report('a', { title: 'Day 1007 of the war' }),
        report('b', { title: 'Day 1008 of the war', published: periodOfDays(addDays(D, 1), addDays(D, 1)) }),
      ).why,
    ).toBe('other');
  });
});
