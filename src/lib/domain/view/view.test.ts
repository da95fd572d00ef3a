import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVENT_KINDS, SIDES, THEATRES } from '../events/terms.ts';
import { EVIDENCE } from '../events/evidence.ts';
import { day, dayFromNumber, dayNumber } from '../time/day.ts';
import { address, carried, splitLang } from './address.ts';
import {
  DEFAULT_VIEW,
  HOWS,
  LAYERS,
  MAX_WINDOW,
  THEMES,
  VIEW_PARAMS,
  viewFromUrl,
  viewToUrl,
  ZOOMS,
  type View,
} from './view.ts';

const anyDay = fc
  .integer({ min: dayNumber(day('1900-01-01')), max: dayNumber(day('2199-12-31')) })
  .map(dayFromNumber);
/** A number with so many decimals, as an address keeps it. */
const decimal = (least: number, most: number, decimals: number) =>
  fc.integer({ min: least * 10 ** decimals, max: most * 10 ** decimals }).map((n) => n / 10 ** decimals + 0);
const some = <T>(all: readonly T[]) => fc.subarray([...all]);
const id = (prefix: string) =>
  fc
    .string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz234567'), minLength: 10, maxLength: 10 })
    .map((s) => `${prefix}-${s}`);
const slug = fc
  .array(fc.string({ unit: fc.constantFrom(...'abcxyz019'), minLength: 1, maxLength: 6 }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join('-'));
const area = fc
  .tuple(decimal(-180, 179, 4), decimal(-90, 89, 4), decimal(0, 1, 4), decimal(0, 1, 4))
  .map(([w, s, width, height]) => {
    const round = (x: number) => Math.round(x * 1e4) / 1e4 + 0;
    return [w, s, round(w + width + 1e-4), round(s + height + 1e-4)] as const;
  })
  .filter(([, , e, n]) => e <= 180 && n <= 90);

const anyView: fc.Arbitrary<View> = fc
  .record(
    {
      day: anyDay,
      window: fc.oneof(fc.constant('all' as const), fc.integer({ min: 1, max: MAX_WINDOW })),
      edition: fc.integer({ min: 1, max: 999_999_999 }),
      known: anyDay,
      at: fc.record({
        lng: decimal(-180, 180, 4),
        lat: decimal(-85, 85, 4),
        zoom: decimal(ZOOMS.least, ZOOMS.most, 2),
      }),
      scope: fc.constantFrom('view' as const, 'front' as const),
      layers: some(LAYERS),
      reviewed: fc.constant(true as const),
      kinds: some(EVENT_KINDS),
      evidence: some(EVIDENCE),
      by: some(SIDES),
      theatre: some(THEATRES),
      place: slug,
      area,
      event: id('e'),
      report: id('r'),
      compare: anyDay,
      how: fc.constantFrom(...HOWS),
      theme: fc.constantFrom(...THEMES),
    },
    { requiredKeys: [] },
  )
  .map((partial): View => ({ ...DEFAULT_VIEW, ...partial }));

const read = (query: string) => viewFromUrl(new URLSearchParams(query));

describe('a view', () => {
  it('is the same after being written to an address and read from it, whatever it holds', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const { view: again, notes } = viewFromUrl(new URLSearchParams(viewToUrl(view).toString()));
        expect(again).toEqual(view);
        expect(notes).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('has one address: written again, it is the same text, with the parameters in a fixed order', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const written = viewToUrl(view).toString();
        expect(viewToUrl(read(written).view).toString()).toBe(written);
        const keys = [...viewToUrl(view).keys()];
        expect(keys).toEqual(VIEW_PARAMS.filter((p) => keys.includes(p)));
      }),
    );
    expect(viewToUrl(read('theme=dark&kinds=advance,strike,strike&day=2024-11-26').view).toString()).toBe(
      'day=2024-11-26&kinds=strike%2Cadvance&theme=dark',
    );
  });

  it('does not write what is usual anyway', () => {
    expect(viewToUrl(DEFAULT_VIEW).toString()).toBe('');
    expect(viewToUrl(read('window=7&scope=front&theme=system').view).toString()).toBe('');
  });

  it('keeps an empty choice apart from no choice', () => {
    expect(read('kinds=').view.kinds).toEqual([]);
    expect(read('').view.kinds).toBeUndefined();
  });
});

describe('a parameter that cannot be used', () => {
  it.each([
    ['day', '2024-02-30'],
    ['day', 'yesterday'],
    ['window', '0'],
    ['window', '367'],
    ['window', '-7'],
    ['window', '7.5'],
    ['edition', '0'],
    ['edition', '1e3'],
    ['edition', '9999999999'],
    ['known', '26.11.2024'],
    ['at', '37,48'],
    ['at', '37,95,7'],
    ['at', '37,48,7,1'],
    ['at', 'Infinity,48,7'],
    ['at', ',,'],
    ['scope', 'world'],
    ['layers', 'control,lava'],
    ['kinds', 'strike,'],
    ['evidence', 'certain'],
    ['by', 'Russia'],
    ['theatre', 'moon'],
    ['place', '../etc/passwd'],
    ['place', '-'],
    ['area', '37,48,36,49'],
    ['area', '37,48,38'],
    ['event', 'e-1'],
    ['report', 'e-aaaaaaaaaa'],
    ['compare', '2024-11'],
    ['how', 'sideways'],
    ['how', ''],
    ['how', 'Swipe'],
    ['theme', 'pink'],
  ])('falls back with a note that names it: %s=%s', (param, value) => {
    const { view, notes } = viewFromUrl(new URLSearchParams({ [param]: value }));
    expect(view).toEqual(DEFAULT_VIEW);
    expect(notes).toEqual([{ param, value }]);
  });

  it('does not spoil its neighbours', () => {
    const { view, notes } = read('day=2024-11-26&window=never&kinds=strike');
    expect(view).toEqual({ ...DEFAULT_VIEW, day: '2024-11-26', kinds: ['strike'] });
    expect(notes.map((n) => n.param)).toEqual(['window']);
  });

  it('is named, whatever garbage it holds, and no garbage throws', () => {
    const garbage = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '__proto__', 'null', 'NaN', '-0', '%00', '0x10', '１', ',', ',,,', 'constructor'),
      fc.stringMatching(/^[-0-9.,e]{0,20}$/),
    );
    const params = fc.dictionary(fc.constantFrom(...VIEW_PARAMS), garbage);
    fc.assert(
      fc.property(params, (texts) => {
        const { view, notes } = viewFromUrl(new URLSearchParams(texts));
        for (const param of Object.keys(texts)) {
          const key = param as keyof View;
          const noted = notes.some((n) => n.param === param);
          if (noted) expect(view[key]).toEqual(DEFAULT_VIEW[key]);
          else expect(view[key]).toBeDefined();
        }
        expect(viewFromUrl(viewToUrl(view)).notes).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it('is quoted at most to 60 characters', () => {
    expect(read(`place=${'A'.repeat(5_000)}`).notes[0]?.value).toHaveLength(60);
  });
});

describe('the address of a page', () => {
  const path = fc.constantFrom('/', '/events', '/places/dnipro', '/days/2024-11-26', '/ukraine', '/search');

  it('says its language in the path, and gives language, page and view back', () => {
    fc.assert(
      fc.property(fc.constantFrom('en' as const, 'uk' as const), path, anyView, (lang, page, view) => {
        const url = new URL(address(lang, page, view), 'http://host');
        expect(splitLang(url.pathname)).toEqual({ lang, path: page });
        expect(viewFromUrl(url.searchParams)).toEqual({ view, notes: [] });
      }),
    );
  });

  it('keeps other parameters as they were typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (q) => {
        const url = new URL(address('uk', '/search', DEFAULT_VIEW, { q }), 'http://host');
        expect(url.searchParams.get('q')).toBe(q.toWellFormed());
      }),
    );
  });

  it('is Ukrainian only under /uk, not wherever a path begins with these letters', () => {
    expect(splitLang('/uk')).toEqual({ lang: 'uk', path: '/' });
    expect(splitLang('/uk/events')).toEqual({ lang: 'uk', path: '/events' });
    expect(splitLang('/ukraine')).toEqual({ lang: 'en', path: '/ukraine' });
  });

  it('takes only edition and look along to a page without a map', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const { edition, known, theme } = view;
        expect(carried(view)).toEqual({ ...DEFAULT_VIEW, edition, known, theme });
      }),
    );
  });
});
