import { describe, expect, it } from 'vitest';
import { elementSnippet, iframeSnippet, scriptSnippet, type SnippetParts } from './snippets.ts';

const parts: SnippetParts = {
  widget: 'https://map.example/embed?day=2024-11-26&edition=2',
  title: 'Map: Kurakhove',
  ratio: '16x9',
  map: { href: 'https://map.example/?day=2024-11-26&edition=2', text: 'Open the map' },
  picture: {
    href: 'https://paper.example/a.png',
    alt: 'Kurakhove. Edition 2.',
    text: 'The map as a picture',
  },
  script: { src: 'https://map.example/embed.js' },
};
const ALL = { iframeSnippet, scriptSnippet, elementSnippet };

describe('lines to copy', () => {
  it('name the widget once, and a picture and a map that stand without it', () => {
    for (const [name, snippet] of Object.entries(ALL)) {
      const html = snippet(parts);
      expect(html.split('https://map.example/embed?day=2024-11-26&amp;edition=2"'), name).toHaveLength(2);
      expect(html, name).toContain('<img src="https://paper.example/a.png" alt="Kurakhove. Edition 2."');
      expect(html, name).toContain('href="https://map.example/?day=2024-11-26&amp;edition=2"');
    }
    expect(iframeSnippet(parts)).toContain('aspect-ratio:16/9');
  });

  it('hold the script to its hash where that is known, and name none where it is not', () => {
    const known = { ...parts, script: { ...parts.script, integrity: 'sha384-abc' } };
    expect(scriptSnippet(known)).toContain('integrity="sha384-abc" crossorigin="anonymous"');
    expect(elementSnippet(parts)).not.toMatch(/integrity|crossorigin/);
  });

  it('have the picture in the box that a script would fill, and the way to the map', () => {
    for (const snippet of [scriptSnippet(parts), elementSnippet(parts)]) {
      const inside = /min-height:[^>]*>(.*)<\/(?:div|salient-map)>/.exec(snippet)?.[1] ?? '';
      expect(inside).toMatch(/^<a href="https:\/\/map\.example\/\?[^"]*"><img [^>]*><\/a>$/);
      expect(inside).toContain('position:absolute;inset:0;width:100%;height:100%');
    }
  });

  it('let no word become markup', () => {
    const hostile = `"><script>alert('1')</script>&`;
    const said = {
      ...parts,
      title: hostile,
      map: { ...parts.map, text: hostile },
      picture: { ...parts.picture, alt: hostile, text: hostile },
    };
    for (const [name, snippet] of Object.entries(ALL)) {
      const html = snippet(said).replace(
        snippet(parts).match(/<script async[^>]*><\/script>/)?.[0] ?? '',
        '',
      );
      expect(html, name).not.toContain('<script>');
      expect(html, name).not.toContain(`'1'`);
      expect(html, name).toContain('&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;');
    }
  });
});
