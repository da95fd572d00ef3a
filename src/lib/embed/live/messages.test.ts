import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedBy, forWordPress, secretIn } from './messages.ts';

const AT = { lng: 37.3, lat: 47.98, zoom: 8 };

describe('a message from an article', () => {
  it('may set the view and the day, choose an event, play, and ask for the graphics', () => {
    for (const [data, asked] of [
      [
        { type: 'setView', at: AT },
        { type: 'setView', at: AT },
      ],
      [
        { type: 'setDay', day: '2024-11-26' },
        { type: 'setDay', day: '2024-11-26' },
      ],
      [
        { type: 'select', id: 'e-qs5fjj7wdd' },
        { type: 'select', id: 'e-qs5fjj7wdd' },
      ],
      [
        { type: 'select', id: null },
        { type: 'select', id: null },
      ],
      [
        { type: 'play', to: '2024-11-26' },
        { type: 'play', to: '2024-11-26', perSecond: 4 },
      ],
      [{ type: 'play' }, { type: 'play', to: undefined, perSecond: 4 }],
      [{ type: 'rest', more: 1 }, { type: 'rest' }],
    ])
      expect(askedBy({ salient: 1, ...data })).toEqual(asked);
  });

  it('is not heard where it is of another kind or asks for what cannot be', () => {
    for (const data of [
      undefined,
      null,
      'setDay',
      { type: 'setDay', day: '2024-11-26' },
      { salient: 2, type: 'setDay', day: '2024-11-26' },
      { salient: 1, type: 'setDay', day: '2024-02-30' },
      { salient: 1, type: 'setDay', day: 20241126 },
      { salient: 1, type: 'setView', at: { ...AT, zoom: 99 } },
      { salient: 1, type: 'setView', at: { ...AT, lng: NaN } },
      { salient: 1, type: 'setView', at: [37, 48, 8] },
      { salient: 1, type: 'setView' },
      { salient: 1, type: 'select', id: '"><script>' },
      { salient: 1, type: 'select' },
      { salient: 1, type: 'play', to: 'for ever' },
      { salient: 1, type: 'play', to: '2024-11-26', perSecond: 1e9 },
      { salient: 1, type: 'eval', code: 'alert(1)' },
    ])
      expect(askedBy(data)).toBeUndefined();
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.anything(), fc.string(), (rest, type) => {
        askedBy(rest);
        const asked = askedBy({ salient: 1, type, ...(rest as object) });
        expect(['undefined', 'object']).toContain(typeof asked);
      }),
    );
  });
});

describe('what a widget tells WordPress', () => {
  it('is its height and links, with the secret that came behind the address', () => {
    const secret = secretIn('#?secret=Ab3dEf6h9J') as string;
    expect(secret).toBe('Ab3dEf6h9J');
    expect(forWordPress({ type: 'height', height: 480 }, secret)).toEqual({
      message: 'height',
      value: 480,
      secret,
    });
    expect(forWordPress({ type: 'link', url: 'https://map.example/' }, secret)).toEqual({
      message: 'link',
      value: 'https://map.example/',
      secret,
    });
    expect(forWordPress({ type: 'live' }, secret)).toBeUndefined();
    expect(secretIn('#map')).toBeUndefined();
  });
});
