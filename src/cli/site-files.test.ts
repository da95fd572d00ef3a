import { describe, expect, it } from 'vitest';
import { fileOfPage, linkInCopy, pageInCopy, scriptInCopy, asksRoot, type Places } from './site-files.ts';

const PAGES = ['/', '/uk', '/events', '/events/e-a', '/uk/events', '/days/2024-11-25', '/uk/days/2024-11-25'];
const places: Places = {
  origin: 'https://map.example',
  edition: 2,
  has: (path) => PAGES.includes(path),
  fileOf: (address) => (address === '/data/2/map.json' ? 'data/2/map.json' : undefined),
};
const link = (to: string, from: string): string => linkInCopy(to, from, places);

describe('a link in a copy', () => {
  it.each([
    ['/events/e-a', '/events', 'e-a/index.html'],
    ['/', '/events/e-a', '../../index.html'],
    ['/uk/events', '/events/e-a', '../../uk/events/index.html'],
    ['/events#list', '/', 'events/index.html#list'],
    ['../events', '/days/2024-11-25', '../../events/index.html'],
    ['/data/2/map.json', '/uk', '../data/2/map.json'],
    ['/events/e-a?edition=2&theme=dark', '/events', 'e-a/index.html'],
  ])('%s on %s leads to %s', (to, from, file) => expect(link(to, from)).toBe(file));

  it('to the map keeps what it asks; from the map itself, a day by itself is the page of that day', () => {
    expect(link('/?day=2024-11-25', '/events')).toBe('../index.html?day=2024-11-25');
    expect(link('/?day=2024-11-25&place=kurakhove', '/')).toBe('index.html?day=2024-11-25&place=kurakhove');
    expect(link('/?day=2024-11-25', '/')).toBe('days/2024-11-25/index.html');
    expect(link('/uk?day=2024-11-25', '/uk')).toBe('days/2024-11-25/index.html');
  });

  it.each([
    '/search?q=x',
    '/events?kinds=strike',
    '/events/e-a?edition=1',
    '/?known=2024-11-20',
    '/places/far',
  ])('%s, which it has not, leads to the site', (to) =>
    expect(link(to, '/events')).toBe(`https://map.example${to}`),
  );

  it.each(['#content', 'https://else.example/x', 'mailto:a@b.example', '//else.example'])('%s stays', (to) =>
    expect(link(to, '/events')).toBe(to),
  );
});

it('a page has its links turned, its forms sent to the site, and does not say that it can be embedded', () => {
  const page =
    '<link rel="alternate" type="application/json+oembed" href="https://map.example/oembed?url=x">' +
    '<form action="/search"></form><a href="/uk?day=2024-11-25&amp;place=x">x</a>';
  expect(pageInCopy(page, '/events', places)).toBe(
    '<form action="https://map.example/search"></form><a href="../uk/index.html?day=2024-11-25&amp;place=x">x</a>',
  );
  expect(fileOfPage('/uk')).toBe('uk/index.html');
});

it('a script finds its parts from where it stands', () => {
  const code = 'a=`/_app/immutable/assets/x.woff2`;b=function(e){return`/`+e}';
  const copied = scriptInCopy(code);
  expect(copied).toBe(
    'a=new URL("../../../_app/immutable/assets/x.woff2",import.meta.url).href;' +
      'b=function(e){return new URL("../../../"+e,import.meta.url).href}',
  );
  expect([asksRoot(code), asksRoot(copied)]).toEqual([true, false]);
});
