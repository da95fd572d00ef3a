import fc from 'fast-check';
import { encode } from 'pluscodes';
import { LatLon } from 'geodesy/mgrs.js';
import { describe, expect, it } from 'vitest';
import { saidPoint, THEATRE, type PointAnswer, type SaidPoint } from './said-point.ts';
import { distance, type Position } from './sphere.ts';

/** The middle of Kurakhove, as it is written everywhere below. */
const HERE: Position = [37.2825, 47.9836];

const valueOf = (answer: PointAnswer, text: string): SaidPoint => {
  if (!answer.ok) throw new Error(`${text}: ${answer.problems[0]?.reason}`);
  return answer.value;
};
/** What was read, where nothing about it is in doubt. */
const sure = (text: string, near?: Position): SaidPoint => {
  const answer = saidPoint(text, near ? { near } : {});
  const value = valueOf(answer, text);
  expect(answer.ok && answer.doubt, text).toBeFalsy();
  return value;
};
const reason = (text: string): string => {
  const answer = saidPoint(text);
  return answer.ok ? `read as ${answer.value.point.join()}` : (answer.problems[0]?.reason ?? '');
};

describe('a point in degrees', () => {
  it.each([
    ['47.9836, 37.2825', 'decimal', 11],
    ['47.9836 37.2825', 'decimal', 11],
    ['47.9836;37.2825', 'decimal', 11],
    ['(47.9836, 37.2825)', 'decimal', 11],
    ['47.9836/37.2825', 'decimal', 11],
    ['GPS: 47.9836, 37.2825.', 'decimal', 11],
    ['Координати: 47.9836, 37.2825', 'decimal', 11],
    ['+47.9836 +37.2825', 'decimal', 11],
    ['47,9836; 37,2825', 'decimal', 11],
    ['47,9836, 37,2825', 'decimal', 11],
    ['47,9836 37,2825', 'decimal', 11],
    ['47,9836,37,2825', 'decimal', 11],
    ['47.9836° N, 37.2825° E', 'decimal', 11],
    ['N47.9836 E37.2825', 'decimal', 11],
    ['E 37.2825, N 47.9836', 'decimal', 11],
    ['37.2825E 47.9836N', 'decimal', 11],
    ['47.9836N37.2825E', 'decimal', 11],
    ['47.9836 пн.ш., 37.2825 сх.д.', 'decimal', 11],
    ['47,9836° пн. ш. 37,2825° сх. д.', 'decimal', 11],
    ['Пн 47.9836 Сх 37.2825', 'decimal', 11],
    ['37.2825 сх. д., 47.9836 пн. ш.', 'decimal', 11],
    ['47.9836 с.ш. 37.2825 в.д.', 'decimal', 11],
    ['С47.9836 В37.2825', 'decimal', 11],
    ['47.9836 північної широти, 37.2825 східної довготи', 'decimal', 11],
    ['lat: 47.9836, lng: 37.2825', 'decimal', 11],
    ['Longitude: 37.2825 Latitude: 47.9836', 'decimal', 11],
    ['lat=47.9836 lon=37.2825', 'decimal', 11],
    ['широта 47.9836 довгота 37.2825', 'decimal', 11],
    ['Latitude: 47.9836 N, Longitude: 37.2825 E', 'decimal', 11],
    ['47°59.016′ N 37°16.95′ E', 'degrees-minutes', 12],
    ["N 47° 59.016' E 37° 16.950'", 'degrees-minutes', 1.9],
    ['47 59.016 N, 37 16.95 E', 'degrees-minutes', 12],
    ['47°59′00.96″N 37°16′57″E', 'degrees-minutes-seconds', 21],
    ['47°59\'00.96"N, 37°16\'57.00"E', 'degrees-minutes-seconds', 0.31],
    ["47°59'00.96''N 37°16'57.00''E", 'degrees-minutes-seconds', 0.31],
    ['47º59’00,96”N 37º16’57,00”E', 'degrees-minutes-seconds', 0.31],
    ['47 59 00.96 N 37 16 57.00 E', 'degrees-minutes-seconds', 0.31],
    ['37°16′57.00″ сх. д. 47°59′00.96″ пн. ш.', 'degrees-minutes-seconds', 0.31],
    ['47° 59\' 00.96" пн.ш. 37° 16\' 57.00" сх.д.', 'degrees-minutes-seconds', 0.31],
    ['47 градусов 59.016 мин. с.ш., 37 градусов 16.950 мин. в.д.', 'degrees-minutes', 1.9],
  ])('is read from %s', (text, form, metres) => {
    const value = sure(text);
    expect(value.form).toBe(form);
    expect(distance(value.point, HERE)).toBeLessThan(1);
    expect(value.metres).toBe(metres);
  });

  it('is as true as the coarser of its two numbers', () => {
    expect(sure('48, 37').metres).toBe(110_000);
    expect(sure('47.9836, 37.3').metres).toBe(7400);
    expect(sure('48.0, 37.2825').metres).toBe(11_000);
    expect(sure('47.98360000, 37.28250000').metres).toBe(0.1);
  });

  it('lies south and west with a minus or with letters', () => {
    for (const text of [
      '-34.6037, -58.3816',
      'Coordinates -34.6037, -58.3816',
      '−34.6037, −58.3816',
      '34.6037 S 58.3816 W',
      '34.6037 пд.ш. 58.3816 зх.д.',
    ])
      expect(valueOf(saidPoint(text), text).point).toEqual([-58.3816, -34.6037]);
  });

  it('is written in many ways and read back from each', () => {
    const inTheatre = fc.record({
      lat: fc.integer({ min: THEATRE.south * 1e5, max: THEATRE.north * 1e5 }),
      lng: fc.integer({ min: THEATRE.west * 1e5, max: THEATRE.east * 1e5 }),
    });
    const dms = (x: number): string => {
      const tenths = Math.round((x / 1e5) * 36_000);
      return `${Math.floor(tenths / 36_000)}°${Math.floor((tenths % 36_000) / 600)}′${((tenths % 600) / 10).toFixed(1)}″`;
    };
    fc.assert(
      fc.property(inTheatre, ({ lat, lng }) => {
        const [y, x] = [lat / 1e5, lng / 1e5];
        const exact = [`${y.toFixed(5)}, ${x.toFixed(5)}`, `${y.toFixed(5)} ${x.toFixed(5)}`.replaceAll('.', ','), `${x.toFixed(5)}E ${y.toFixed(5)}N`, `geo:${y.toFixed(5)},${x.toFixed(5)}`, `POINT(${x.toFixed(5)} ${y.toFixed(5)})`]; // prettier-ignore
        for (const text of exact) expect(sure(text).point, text).toEqual([x, y]);
        const near = `${dms(lng)} E ${dms(lat)} N`;
        expect(distance(sure(near).point, [x, y]), near).toBeLessThan(3);
      }),
    );
  });
});

describe('a point that may be meant otherwise', () => {
  const doubted = (text: string) => {
    const answer = saidPoint(text);
    return answer.ok
      ? { read: answer.value.point, ...answer.doubt, instead: answer.doubt?.instead.point }
      : answer;
  };

  it('is asked about where only its numbers swapped lie in the theatre, and never swapped by itself', () => {
    for (const text of [
      '37.2825, 47.9836',
      '[37.2825, 47.9836]',
      'POINT (47.9836 37.2825)',
      'geo:37.2825,47.9836',
      '37.2825 N 47.9836 E',
    ])
      expect(doubted(text), text).toEqual({ read: [47.9836, 37.2825], why: 'theatre', instead: HERE });
  });

  it('is asked about where nothing tells its order and the theatre does not either', () => {
    expect(doubted('50.0782, 8.2398')).toEqual({
      read: [8.2398, 50.0782],
      why: 'order',
      instead: [50.0782, 8.2398],
    });
    expect(sure('50.0782 N 8.2398 E').point).toEqual([8.2398, 50.0782]);
  });

  it('is refused with the swapped one beside it where only that exists', () => {
    const answer = saidPoint('131.8855, 43.1155');
    expect(answer).toMatchObject({ ok: false, fault: 'range', instead: { point: [131.8855, 43.1155] } });
    expect(reason('131.8855, 43.1155')).toMatch(/latitude 131.8855.*swapped/);
  });

  it('may lie in either hemisphere where the zone of UTM has an S', () => {
    const answer = saidPoint('37S 364000 4315500');
    expect(answer.ok && answer.value.point[1]).toBeCloseTo(38.98, 1);
    expect(answer.ok && answer.doubt).toMatchObject({ why: 'hemisphere' });
  });
});

describe('a grid reference', () => {
  it.each([
    ['37T CP 71843 15904', 'mgrs', 1],
    ['37TCP7184315904', 'mgrs', 1],
    ['MGRS: 37t cp 7184 1590', 'mgrs', 10],
    ['37TCP718159', 'mgrs', 100],
    ['37T CP 71 15', 'mgrs', 1000],
    ['37T 371843 5315904', 'utm', 1],
    ['37 N 371843 5315904', 'utm', 1],
    ['UTM 37T 371843mE 5315904mN', 'utm', 1],
    ['UTM zone 37N, E 371843, N 5315904', 'utm', 1],
  ])('%s is read', (text, form, metres) => {
    const value = sure(text);
    expect(value).toMatchObject({ form, metres });
    expect(distance(value.point, HERE)).toBeLessThan(Math.max(2, metres));
  });

  it('gives the middle of the square that holds what was written', () => {
    const anywhere = fc.tuple(
      fc.double({ min: -179.9, max: 179.9, noNaN: true }),
      fc.oneof(
        fc.double({ min: -79.5, max: -0.01, noNaN: true }),
        fc.double({ min: 0.01, max: 83.5, noNaN: true }),
      ),
    );
    fc.assert(
      fc.property(anywhere, fc.constantFrom(4, 6, 8, 10), ([lng, lat], digits) => {
        const text = new LatLon(lat, lng)
          .toUtm()
          .toMgrs()
          .toString(digits as 10);
        const { point, metres } = valueOf(saidPoint(text), text);
        expect(metres, text).toBe(10 ** (5 - digits / 2));
        // From the middle to a corner, with what the projection stretches.
        expect(distance(point, [lng, lat]), text).toBeLessThan(metres * 0.71 * 1.01 + 0.2);
      }),
    );
  });

  it('is refused with what is wrong with it', () => {
    expect(reason('37U CP 7182 158')).toMatch(/7 digits.*as many for east as for north/);
    expect(reason('37UCP71821')).toMatch(/5 digits/);
    expect(reason('37U ZZ 71828 15805')).toMatch(/no 37UZZ/);
    expect(reason('37U XP 71828 15805')).toMatch(/no 37UXP/);
    expect(reason('61U CP 71828 15805')).toMatch(/no 61UCP/);
    expect(reason('CP 71828 15805')).toMatch(/without its zone/);
    expect(reason('37U 5315805 371828')).toMatch(/northing before easting/);
    expect(reason('37P 371828 5315805')).toMatch(/does not lie in zone 37P/);
  });
});

describe('a Plus Code', () => {
  const code = encode({ latitude: HERE[1], longitude: HERE[0] }) ?? '';

  it('is read whole, with or without the town after it', () => {
    for (const text of [code, code.toLowerCase(), `${code} Kurakhove`, `${code}, Курахове`]) {
      expect(sure(text)).toMatchObject({ form: 'plus-code', metres: 14 });
      expect(distance(sure(text).point, HERE)).toBeLessThan(10);
    }
  });

  it('needs a place to be near where it is short', () => {
    expect(reason(`${code.slice(4)} Kurakhove`)).toMatch(/choose the place that it is near/);
    expect(distance(sure(code.slice(4), [37.1, 47.9]).point, HERE)).toBeLessThan(10);
  });

  it('is written short near any point and read back', () => {
    const point = fc.tuple(
      fc.double({ min: 22, max: 41, noNaN: true }),
      fc.double({ min: 44, max: 53, noNaN: true }),
    );
    const beside = fc.tuple(
      fc.double({ min: -0.4, max: 0.4, noNaN: true }),
      fc.double({ min: -0.4, max: 0.4, noNaN: true }),
    );
    fc.assert(
      fc.property(point, beside, ([lng, lat], [dx, dy]) => {
        const whole = encode({ latitude: lat, longitude: lng }) ?? '';
        expect(sure(whole.slice(4), [lng + dx, lat + dy]).point).toEqual(sure(whole).point);
      }),
    );
  });
});

describe('a link to a map', () => {
  it.each([
    [
      'https://www.google.com/maps/place/Kurakhove/@47.97,37.2,13z/data=!3m1!4b1!4m6!3m5!1s0x40!8m2!3d47.9836!4d37.2825!16z',
      false,
    ],
    ['https://www.google.com.ua/maps?q=47.9836,37.2825', false],
    ['https://maps.google.com/?q=loc:47.9836,37.2825&z=12', false],
    ['https://www.google.com/maps/search/?api=1&query=47.9836%2C37.2825', false],
    ['https://www.google.com/maps/search/47.9836,+37.2825?entry=tts', false],
    ["https://www.google.com/maps/place/47%C2%B059'01.0%22N+37%C2%B016'57.0%22E/", false],
    ['https://www.google.com/maps/@47.9836,37.2825,14z', true],
    ['https://earth.google.com/web/@47.9836,37.2825,120a,1000d,35y,0h,0t,0r', true],
    ['https://www.openstreetmap.org/?mlat=47.9836&mlon=37.2825#map=14/48.1/37.5', false],
    ['https://www.openstreetmap.org/#map=14/47.9836/37.2825', true],
    ['openstreetmap.org/#map=14/47.9836/37.2825&layers=H', true],
    ['https://yandex.com/maps/?ll=37.2825%2C47.9836&z=12', true],
    ['https://yandex.ru/maps/?ll=37.5,48.1&pt=37.2825,47.9836&z=12&l=map', false],
    ['https://yandex.ru/maps/?pt=47.9836,37.2825&sco=latlong', false],
    ['https://yandex.com/maps/?whatshere%5Bpoint%5D=37.2825%2C47.9836', false],
    ['https://maps.apple.com/?ll=47.9836,37.2825&q=Kurakhove', false],
    ['https://maps.apple.com/place?coordinate=47.9836,37.2825&name=x', false],
    ['https://www.bing.com/maps?cp=47.9836~37.2825&lvl=12', true],
    ['https://bing.com/maps/default.aspx?sp=point.47.9836_37.2825_Kurakhove&cp=48~37', false],
    ['https://2gis.ru/?m=37.2825%2C47.9836%2F12', true],
    ['https://wikimapia.org/#lang=en&lat=47.9836&lon=37.2825&z=12', false],
    ['https://map.example/#12/47.9836/37.2825', true],
  ])('%s is read', (text, centre) => {
    const value = sure(text);
    expect(distance(value.point, HERE)).toBeLessThan(2);
    expect(value.form).toBe('map-link');
    expect(value.centre === true).toBe(centre);
  });

  it('is refused with what to do where it holds no point', () => {
    for (const text of [
      'https://maps.app.goo.gl/abcDEF123',
      'https://goo.gl/maps/abc',
      'https://yandex.ru/maps/-/CDabc',
    ])
      expect(reason(text), text).toMatch(/short link.*open it and copy the long address/);
    for (const text of [
      'https://www.google.com/maps/place/Kurakhove',
      'https://www.openstreetmap.org/node/123',
      'https://example.org/article',
    ])
      expect(reason(text), text).toMatch(/without coordinates.*marker/);
  });
});

describe('a point in notation', () => {
  it('is read from geo:, WKT and GeoJSON, each with its own order', () => {
    for (const [text, form] of [
      ['geo:47.9836,37.2825', 'geo-uri'],
      ['geo:47.9836,37.2825,130;crs=wgs84', 'geo-uri'],
      ['geo:0,0?q=47.9836,37.2825(Kurakhove)', 'geo-uri'],
      ['POINT (37.2825 47.9836)', 'wkt'],
      ['SRID=4326;POINT Z(37.2825 47.9836 130)', 'wkt'],
      [
        '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[37.2825, 47.9836]}}',
        'geojson',
      ],
    ] as const) {
      expect(sure(text)).toMatchObject({ point: HERE, form, metres: 11 });
    }
    expect(sure('geo:47.9836,37.2825;u=350').metres).toBe(350);
  });

  it('is refused in another coordinate system, or where it is no point', () => {
    expect(reason('SRID=3857;POINT(4150000 6100000)')).toMatch(/coordinate system 3857/);
    expect(reason('geo:47.9,37.2;crs=moon-2011')).toMatch(/coordinate system moon-2011/);
    expect(reason('POINT EMPTY')).toMatch(/without two numbers/);
    expect(reason('{"type":"Polygon","coordinates":[[[37,47],[38,47],[38,48],[37,47]]]}')).toMatch(
      /something else/,
    );
  });
});

describe('what is no point', () => {
  it.each([
    ['', /is empty/],
    ['Kurakhove', /is no point.*write e\.g\./],
    ['47.98', /one number only/],
    ['47,37', /one number only/],
    ['47.98, 37.28, 48.1, 37.5', /paste one point/],
    ['47°61′ N 37°10′ E', /not between 0 and 60/],
    ['47°58″ N 37°10″ E', /another order/],
    ['-47.98 S, 37.28 E', /minus and a letter/],
    ['47.98 N, 37.28 N', /latitude twice/],
    ['47.98 - 37.28', /is no point/],
    ['479836, 372825', /latitude 479836.*decimal point is missing/],
  ])('"%s" is refused with the remedy', (text, wanted) => {
    expect(reason(text)).toMatch(wanted);
  });

  it('never breaks the reader', () => {
    const piece = fc.constantFrom(
      '47',
      '.9836',
      ' ',
      ',',
      '°',
      "'",
      '"',
      'N',
      'E',
      'пн',
      'сх',
      '-',
      '37U',
      'CP',
      '+',
      'geo:',
      'POINT(',
      ')',
      'https://google.com/maps/@',
      '%',
      '&q=',
      '!3d',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(piece, { maxLength: 12 }).map((p) => p.join('')),
        ),
        (text) => {
          const answer = saidPoint(text);
          if (!answer.ok) {
            expect(answer.problems).toHaveLength(1);
            return;
          }
          const [lng, lat] = answer.value.point;
          expect(Math.abs(lng) <= 180 && Math.abs(lat) <= 90).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
