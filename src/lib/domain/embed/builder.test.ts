import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { viewFromUrl } from '../view/view.ts';
import { choicesFrom, choicesToParams, tidied, widgetOptions } from './builder.ts';
import { embedFromUrl, embedToUrl } from './options.ts';

const read = (query: string) => {
  const params = new URLSearchParams(query);
  const { view } = viewFromUrl(params);
  return { view, ...choicesFrom(params, view, 'en') };
};
const PIN = { day: '2024-11-26' as never, edition: 2 };
const address = (query: string): string => {
  const { choices, view } = read(query);
  return embedToUrl(widgetOptions(choices, view, PIN)).toString();
};

describe('the widget that is chosen', () => {
  it('is kept at its day and edition unless it is asked to go on', () => {
    expect(address('place=kurakhove')).toBe('day=2024-11-26&edition=2&place=kurakhove');
    expect(address('place=kurakhove&later=update')).toBe('day=2024-11-26&place=kurakhove');
    expect(address('place=kurakhove&later=live')).toBe('place=kurakhove');
  });

  it('is about one thing alone, the one that is chosen or else the narrowest that the address names', () => {
    expect(address('place=kurakhove&at=37,48,9&later=live')).toBe('place=kurakhove');
    expect(address('place=kurakhove&at=37,48,9&later=live&show=view')).toBe('at=37%2C48%2C9');
    expect(address('place=kurakhove&at=37,48,9&later=live&show=front')).toBe('');
    expect(address('show=view&later=live')).toBe('');
  });

  it('has a theme of its own, whatever the page has on which it is made', () => {
    expect(address('theme=dark&later=live')).toBe('');
    expect(address('theme=light&look=dark&later=live')).toBe('theme=dark');
  });

  it('comes back from its own address as it was made', () => {
    const query = 'place=kurakhove&compare=2024-11-20&layers=control,front&kinds=strike&look=dark&lang=uk';
    const { choices, view } = read(`${query}&ratio=1x1&font=serif&accent=%23B3261E&controls=0`);
    const options = widgetOptions(choices, view, PIN);
    expect(embedFromUrl(embedToUrl(options))).toEqual({ notes: [], options });
  });
});

describe('the choices of an address', () => {
  it('are written as they are read, without what is usual', () => {
    for (const query of [
      '',
      'later=live&look=dark&ratio=9x16&font=serif&accent=b3261e&controls=0&know=1',
      'picture=https%3A%2F%2Fpaper.example%2Fmap.png&lang=uk',
    ]) {
      const { choices, view } = read(query);
      const written = new URLSearchParams(choicesToParams(choices, view, 'en'));
      expect(read(written.toString()).choices).toEqual(choices);
      expect([...written].length).toBe([...new URLSearchParams(query)].length);
    }
  });

  it('of no use are named and fall back', () => {
    const picture = [
      'javascript:alert(1)',
      'data:text/html,x',
      'https://me:secret@paper.example/a.png',
      '/map.png',
    ];
    for (const bad of picture) {
      const { choices, notes } = read(new URLSearchParams({ picture: bad }).toString());
      expect(choices.picture).toBeUndefined();
      expect(notes).toEqual([{ param: 'picture', value: bad.slice(0, 60) }]);
    }
    expect(read('later=never&ratio=2x1&accent=red&show=all').notes.map((n) => n.param)).toEqual([
      'show',
      'later',
      'ratio',
      'accent',
    ]);
  });

  it('are read of anything at all', () => {
    const names = ['show', 'later', 'look', 'lang', 'accent', 'picture', 'know', 'find', 'layers', 'area'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.string()), (params) => {
        const { choices, view } = read(new URLSearchParams(params).toString());
        const { notes } = embedFromUrl(embedToUrl(widgetOptions(choices, view, PIN)));
        expect(notes).toEqual([]);
      }),
    );
  });
});

describe('a form as it was sent', () => {
  it('becomes an address: boxes in one parameter, nothing empty, all boxes the same as none named', () => {
    const sent = (query: string): string => tidied(new URLSearchParams(query)).toString();
    expect(sent('day=&find=&place=kurakhove')).toBe('place=kurakhove');
    expect(sent('layers=&layers=front&layers=control')).toBe('layers=control%2Cfront');
    expect(sent('layers=')).toBe('layers=');
    expect(
      sent(
        'layers=&layers=control&layers=contested&layers=fresh&layers=front&layers=start&layers=events&layers=labels',
      ),
    ).toBe('');
    expect(sent('area=36.5, 47.5; 38  48.5')).toBe('area=36.5%2C47.5%2C38%2C48.5');
  });
});
