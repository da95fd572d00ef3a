import { describe, expect, it } from 'vitest';
import { aPlace } from '../../../../tests/fixtures/items.ts';
import { placeIndex } from './in-text.ts';
import { namedPlace, type Nearby } from './named.ts';
import type { Place } from './place.ts';

const inside = (oblast: string, place: Place): Place => ({ ...place, oblast });
const index = placeIndex([
  inside('UA-48', aPlace('mykolaiv', [32, 46.98], { en: 'Mykolaiv', uk: 'Миколаїв' })),
  inside('UA-46', aPlace('mykolaiv-lviv', [23.98, 49.53], { en: 'Mykolaiv', uk: 'Миколаїв', kind: 'town' })),
  inside('UA-14', aPlace('kurakhove', [37.28, 47.98], { en: 'Kurakhove', uk: 'Курахове', kind: 'town' })),
  inside('UA-14', aPlace('donetsk-oblast', [37.7, 48], { en: 'Donetsk Oblast', uk: 'Донецька область', kind: 'oblast' })),
  inside('UA-46', aPlace('lviv-oblast', [24, 49.8], { en: 'Lviv Oblast', uk: 'Львівська область', kind: 'oblast' })),
]); // prettier-ignore

const found = (name: string, near?: Nearby): string => {
  const one = namedPlace(name, index, near);
  return 'place' in one ? one.place.id : one.why === 'several' ? `several ${one.count}` : one.why;
};

describe('the place that a cell names', () => {
  it('is the one of that name, in any script, case and spelling', () => {
    for (const name of ['Kurakhove', 'Курахове', 'Курахово', 'KURAKHOVE', 'м. Курахове', 'town of Kurakhove'])
      expect(found(name), name).toBe('kurakhove');
    expect(found('Donetsk region')).toBe('donetsk-oblast');
  });

  it('is none where several have the name, unless something else tells them apart', () => {
    for (const name of ['Mykolaiv', 'Миколаїв', 'mykolaiv']) expect(found(name), name).toBe('several 2');
    expect(found('Mykolaiv', { within: ['Lviv Oblast'] })).toBe('mykolaiv-lviv');
    expect(found('Mykolaiv, Lviv Oblast')).toBe('mykolaiv-lviv');
    expect(found('Mykolaiv', { point: [32.05, 46.95] })).toBe('mykolaiv');
    expect(found('Mykolaiv', { within: ['Nowhere'] }), 'a holder that nobody knows').toBe('several 2');
  });

  it('is none where the text is more than a name, or the place lies elsewhere', () => {
    expect(found('')).toBe('empty');
    for (const name of ['south', 'Kurakhove and Mykolaiv', 'Kurakhove reservoir', 'near Kurakhove'])
      expect(found(name), name).toBe('none');
    expect(found('Kurakhove', { within: ['Lviv Oblast'] })).toBe('none');
    expect(found('Kurakhove', { point: [30.5, 50.4] })).toBe('none');
  });
});
