import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coordinatesIn } from './coordinates.ts';
import { emphasised } from './emphasis.ts';
import { activeAfter, optionsOf } from './options.ts';

const marked = (name: string, written: string): string =>
  emphasised(name, written)
    .map((piece) => (piece.strong ? `[${piece.text}]` : piece.text))
    .join('');

describe('what is emphasised of a name', () => {
  it.each([
    ['Kurakhove', 'kur', '[Kur]akhove'],
    ['Kurakhove', 'kurah', '[Kurakh]ove'],
    ['Kurakhove', 'курах', '[Kurakh]ove'],
    ['Курахове', 'kurakh', '[Курах]ове'],
    ['Velyka Novosilka', 'novo vel', '[Vel]yka [Novo]silka'],
    ['Donetsk Oblast', 'donetsk', '[Donetsk] Oblast'],
    ['Слов’янськ', 'слов', '[Слов]’янськ'],
    ['Sloviansk', 'ans', 'Sloviansk'],
    ['Dnipro', 'kyiv', 'Dnipro'],
    ['Dnipro', '', 'Dnipro'],
  ])('%s, for %j', (name, written, expected) => expect(marked(name, written)).toBe(expected));

  it('leaves the name whole, whatever was written', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(text, text, (name, written) => {
        expect(
          emphasised(name, written)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(name);
      }),
    );
  });
});

describe('coordinates', () => {
  it.each([
    ['47.98, 37.28', [37.28, 47.98]],
    ['47.98 37.28', [37.28, 47.98]],
    ['47.98,37.28', [37.28, 47.98]],
    [' 47.98°; 37.28° ', [37.28, 47.98]],
    ['47,98; 37,28', [37.28, 47.98]],
    ['47,98 37,28', [37.28, 47.98]],
    ['-1.5, −2.25', [-2.25, -1.5]],
    ['+47.9847012345, 37.2806912345', [37.280691, 47.984701]],
  ])('are read from %j, latitude first', (text, point) => expect(coordinatesIn(text)?.point).toEqual(point));

  it.each([
    '',
    'Dnipro',
    '2024',
    '47.98',
    '47,98',
    '47, 37',
    '21.11 2024',
    '91.5, 10.2',
    '47.9, 181.2',
    '1.2.3, 4.5',
    '47°58′ 37°16′',
    'x 4.5, 3.5',
  ])('are not read from %j', (text) => expect(coordinatesIn(text)).toBeUndefined());

  it('are read as they are written', () => {
    const near = (most: number) =>
      fc.integer({ min: -most * 1e5, max: most * 1e5 }).map((n) => (n * 10 + 5) / 1e6);
    fc.assert(
      fc.property(near(179), near(84), (lng, lat) => {
        fc.pre(!/e/.test(`${lng} ${lat}`));
        expect(coordinatesIn(coordinatesIn(`${lat}, ${lng}`)?.written ?? '')?.point).toEqual([lng, lat]);
      }),
    );
  });

  it('never come from anything that is on no map', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const [lng, lat] = coordinatesIn(text)?.point ?? [0, 0];
        expect(Math.abs(lng) <= 180 && Math.abs(lat) <= 85).toBe(true);
      }),
    );
  });
});

describe('what can be chosen', () => {
  const found = {
    edition: 2,
    more: false,
    places: [
      {
        id: 'bakhmut',
        name: 'Bakhmut',
        about: 'City, Donetsk Oblast',
        also: 'Artemivsk (until 2016)',
        point: [38, 48.6] as const,
        kind: 'city' as const,
      },
    ],
    events: [],
    reports: [
      {
        id: 'r-aaaaaaaaaa',
        title: 'A report',
        titleLang: 'en',
        publisher: 'Test Publisher',
        when: '26 Nov 2024',
      },
    ],
  };
  const nothing = { ...found, places: [], reports: [] };
  const of = (written: string, answer = found) => optionsOf(written, answer, 'en', (path) => `/uk${path}`);

  it('stands in groups, of which none is empty', () => {
    expect(of('artem').map((g) => [g.key, g.options.length])).toEqual([
      ['places', 1],
      ['reports', 1],
    ]);
    expect(of('artem', nothing)).toEqual([]);
  });

  it('says by which name it matches, and where a report leads', () => {
    const [places, reports] = of('artem');
    expect(places?.options[0]?.also?.[0]).toEqual({ text: 'Artem', strong: true });
    expect(places?.options[0]?.chosen).toMatchObject({ kind: 'place', id: 'bakhmut', point: [38, 48.6] });
    expect(reports?.options[0]?.chosen).toMatchObject({ href: '/uk/reports/r-aaaaaaaaaa' });
  });

  it('is first of all the point that was typed', () => {
    const [point] = of('47.98, 37.28', nothing);
    expect(point?.options[0]?.title[0]?.text).toBe('Go to 47.98, 37.28');
    expect(point?.options[0]?.chosen).toMatchObject({ kind: 'point', point: [37.28, 47.98] });
  });

  it('is walked through with the arrow keys, round by way of the field', () => {
    const walk = (key: string, steps: number, count: number): number[] => {
      let active = -1;
      return Array.from({ length: steps }, () => (active = activeAfter(key, active, count) ?? active));
    };
    expect(walk('ArrowDown', 4, 3)).toEqual([0, 1, 2, -1]);
    expect(walk('ArrowUp', 4, 3)).toEqual([2, 1, 0, -1]);
    expect(activeAfter('ArrowDown', -1, 0)).toBeUndefined();
    expect(activeAfter('x', 0, 3)).toBeUndefined();
  });
});
