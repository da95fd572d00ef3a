import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each room may import, besides itself. `server` is every room under it; `types:ui` is the types of ui alone. */
const ROOMS: Record<string, string> = {
  domain: 'valibot',
  look: 'domain',
  words: 'domain types:look types:formats',
  scene: 'domain look words',
  formats: 'domain valibot',
  ui: 'domain look words scene svelte @fontsource',
  map: 'domain look words scene @fontsource',
  // What the first page becomes in a browser: the only room that knows both the map and the components.
  reader: 'domain look words scene map ui svelte',
  // The desk in a browser: what is being written, and the tools with which it is.
  editor: 'domain look words map ui svelte types:formats',
  // A map in an article: what it says and shows before a tap, and what a tap brings.
  embed: 'domain look words scene map ui svelte',
  'server/store': 'domain node:',
  'server/editions': 'domain scene formats server node:',
  'server/geodata': 'domain formats server node: valibot @valibot/to-json-schema d3-dsv',
  'server/imports': 'domain formats words server node: valibot',
  'server/draw': 'domain look words scene server node:',
  'server/pages': 'domain formats look words scene server types:ui types:reader',
  'server/api': 'domain formats look words scene server node: types:map',
  'server/embed': 'domain look words scene server embed ui svelte node:',
  'server/live': 'server',
  'server/auth': 'domain server node:',
  'server/desk': 'domain look words scene server node: valibot types:ui',
  'server/webhooks': 'domain scene server node:',
  'server/hooks': 'domain server @sveltejs/kit',
  server: 'domain server node: valibot',
  cli: 'domain formats words server node:',
  // The process, the routes and the hooks: the only place where server and browser meet.
  routes:
    'domain formats look words scene ui reader editor embed server node: compression @sveltejs/kit svelte $app $env',
};

/** Packages with one door: the only file or folder below src that may import them. */
const DOORS: Record<string, string> = {
  'better-auth': 'src/lib/server/auth/',
  'clipper2-ts': 'src/lib/domain/control/clip.ts',
  '@streamparser/json': 'src/lib/formats/events/geojson.ts',
  'csv-parse': 'src/lib/formats/events/csv.ts',
  sax: 'src/lib/formats/xml.ts',
  geodesy: 'src/lib/domain/geometry/said-grid.ts',
  pluscodes: 'src/lib/domain/geometry/plus-code.ts',
  kysely: 'src/lib/server/store/',
  'maplibre-gl': 'src/lib/map/',
  'node:sqlite': 'src/lib/server/store/',
  '@resvg/resvg-js': 'src/lib/server/draw/',
  uqr: 'src/lib/server/desk/qr.ts',
  'terra-draw': 'src/lib/editor/drawing.ts',
  'terra-draw-maplibre-gl-adapter': 'src/lib/editor/drawing.ts',
};

/** Long because it is a table that a script makes. */
const GENERATED = ['src/lib/look/glyph-widths.ts'];
const MOST_LINES = 400;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => join('src', name))
  .filter((name) => /\.(ts|svelte)$/.test(name) && !/\.test\.ts$/.test(name))
  .map((name) => ({ name, text: readFileSync(name, 'utf8') }));

const roomOf = (file: string): string => {
  const [, room] = /^src\/lib\/(server\/[^/]+(?=\/)|[^/]+)/.exec(file) ?? [];
  return room ?? (file.startsWith('src/cli/') ? 'cli' : 'routes');
};
const IMPORT =
  /(?:import|export)\s+(type\s)?[^'";]*?from\s*['"]([^'"]+)['"]|(?:^\s*import|\bimport\s*\()\s*['"]([^'"]+)['"]/gm;
const imports = files.flatMap(({ name, text }) =>
  [...text.matchAll(IMPORT)].map((match) => {
    const source = match[2] ?? match[3] ?? '';
    const path = source.startsWith('#lib/') ? `src/lib/${source.slice(5)}` : join(dirname(name), source);
    const target = /^[.#]/.test(source) ? relative('.', path) : undefined;
    return { from: name, source, target, onlyTypes: match[1] !== undefined };
  }),
);

const allows = (rule: string, to: string, onlyTypes: boolean): boolean =>
  rule.startsWith('types:')
    ? onlyTypes && allows(rule.slice(6), to, onlyTypes)
    : to === rule || to.startsWith(rule.endsWith(':') ? rule : `${rule}/`);

describe('the rooms', () => {
  it('are all in the table', () => {
    expect(Object.keys(ROOMS)).toEqual(
      expect.arrayContaining([...new Set(files.map((f) => roomOf(f.name)))]),
    );
  });

  it('import only what stands below them', () => {
    const wrong = imports.filter(({ from, source, target, onlyTypes }) => {
      if (Object.keys(DOORS).some((name) => allows(name, source, false)) || /\/\$types$/.test(source))
        return false;
      const [own, to] = [roomOf(from), target ? roomOf(target) : source];
      return own !== to && !ROOMS[own]?.split(' ').some((rule) => allows(rule, to, onlyTypes));
    });
    expect(wrong.map(({ from, source }) => `${from} imports ${source}`)).toEqual([]);
  });

  it('reach each of these packages through one door', () => {
    const wrong = imports.filter(({ from, source }) =>
      Object.entries(DOORS).some(([name, door]) => allows(name, source, false) && !from.startsWith(door)),
    );
    expect(wrong.map(({ from, source }) => `${from} imports ${source}`)).toEqual([]);
  });

  it('keep files under src/lib small enough to read at one sitting', () => {
    const long = files.filter(
      ({ name, text }) =>
        name.startsWith('src/lib/') && !GENERATED.includes(name) && text.split('\n').length > MOST_LINES,
    );
    expect(long.map(({ name, text }) => `${name}: ${text.split('\n').length} lines`)).toEqual([]);
  });

  it('have no style in markup, which the policy of the pages would refuse', () => {
    const styled = files.filter(
      ({ name, text }) => name.endsWith('.svelte') && /<[^>]*\sstyle[=:]/.test(text),
    );
    expect(styled.map((f) => f.name)).toEqual([]);
  });
});
