// Unpacks the web fonts into TTF files for pictures (`npm run fonts`; the results are committed). The renderer reads no
// WOFF2, and takes one file a style: so the Latin, extended Latin and Cyrillic subsets are joined into one font. Glyphs
// are copied as they are; kerning (GPOS) stays for the first subset, whose glyph numbers do not change.
// Writes the advance widths too, which the placing of labels measures with.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { decompress } = createRequire(import.meta.url)('wawoff2');
const OUT = 'src/lib/server/draw/fonts';
const SUBSETS = ['latin', 'latin-ext', 'cyrillic'];
const STYLES = [
  { package: 'noto-sans', weight: 400, file: 'NotoSans-Regular.ttf', key: 'regular' },
  { package: 'noto-sans', weight: 600, file: 'NotoSans-SemiBold.ttf', key: 'bold' },
  { package: 'source-serif-4', weight: 600, file: 'SourceSerif4-SemiBold.ttf', key: 'serif' },
];

/** Tables of a TrueType file by tag. */
function read(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map();
  for (let i = 0; i < view.getUint16(4); i += 1) {
    const at = 12 + i * 16;
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const start = view.getUint32(at + 8);
    tables.set(tag, bytes.slice(start, start + view.getUint32(at + 12)));
  }
  return tables;
}
const dv = (b) => new DataView(b.buffer, b.byteOffset, b.byteLength);

/** Glyphs as bytes with their advance and left bearing, and the characters that stand for them. */
function glyphs(tables) {
  const head = dv(tables.get('head'));
  const count = dv(tables.get('maxp')).getUint16(4);
  const long = head.getInt16(50) === 1;
  const loca = dv(tables.get('loca'));
  const offset = (i) => (long ? loca.getUint32(i * 4) : loca.getUint16(i * 2) * 2);
  const glyf = tables.get('glyf');
  const hmtx = dv(tables.get('hmtx'));
  const metrics = dv(tables.get('hhea')).getUint16(34);
  const list = [];
  for (let i = 0; i < count; i += 1) {
    const last = Math.min(i, metrics - 1);
    list.push({
      data: glyf.slice(offset(i), offset(i + 1)),
      advance: hmtx.getUint16(last * 4),
      bearing: i < metrics ? hmtx.getInt16(i * 4 + 2) : hmtx.getInt16(metrics * 4 + (i - metrics) * 2),
    });
  }
  return { list, map: cmap(tables.get('cmap')), unitsPerEm: head.getUint16(18) };
}

/** Character to glyph, from a cmap of format 4 or 12. */
function cmap(bytes) {
  const view = dv(bytes);
  const result = new Map();
  for (let i = 0; i < view.getUint16(2); i += 1) {
    const at = view.getUint32(4 + i * 8 + 4);
    const format = view.getUint16(at);
    if (format === 12) {
      for (let g = 0; g < view.getUint32(at + 12); g += 1) {
        const group = at + 16 + g * 12;
        const first = view.getUint32(group);
        for (let c = first; c <= view.getUint32(group + 4); c += 1) {
          result.set(c, view.getUint32(group + 8) + c - first);
        }
      }
    } else if (format === 4) {
      const segments = view.getUint16(at + 6) / 2;
      for (let s = 0; s < segments; s += 1) {
        const end = view.getUint16(at + 14 + s * 2);
        const start = view.getUint16(at + 16 + segments * 2 + s * 2);
        const delta = view.getInt16(at + 16 + segments * 4 + s * 2);
        const rangeAt = at + 16 + segments * 6 + s * 2;
        const range = view.getUint16(rangeAt);
        for (let c = start; c <= end && c !== 0xffff; c += 1) {
          const raw = range === 0 ? c : view.getUint16(rangeAt + range + (c - start) * 2);
          const glyph = range === 0 || raw !== 0 ? (raw + delta) & 0xffff : 0;
          if (glyph !== 0) result.set(c, glyph);
        }
      }
    }
  }
  return result;
}

/** Move the glyph numbers inside a composite glyph. */
function shifted(data, by) {
  if (data.length === 0 || dv(data).getInt16(0) >= 0 || by === 0) return data;
  const copy = data.slice();
  const view = dv(copy);
  let at = 10;
  for (;;) {
    const flags = view.getUint16(at);
    view.setUint16(at + 2, view.getUint16(at + 2) + by);
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 64 ? 4 : flags & 128 ? 8 : 0);
    if (!(flags & 32)) return copy;
  }
}

const u16 = (...xs) => Uint8Array.from(xs.flatMap((x) => [(x >> 8) & 255, x & 255]));
const u32 = (...xs) =>
  Uint8Array.from(xs.flatMap((x) => [(x >>> 24) & 255, (x >>> 16) & 255, (x >>> 8) & 255, x & 255]));
const join = (parts) => Uint8Array.from(parts.flatMap((p) => [...p]));
const padded = (b, to) => (b.length % to === 0 ? b : join([b, new Uint8Array(to - (b.length % to))]));

function merge(fonts) {
  const all = [];
  const map = new Map();
  for (const font of fonts) {
    const by = all.length;
    for (const g of font.list) all.push({ ...g, data: shifted(g.data, by) });
    for (const [c, g] of font.map) if (!map.has(c)) map.set(c, g + by);
  }
  return { all, map };
}

function cmapTable(map) {
  const chars = [...map.keys()].sort((a, b) => a - b);
  const groups = [];
  for (const c of chars) {
    const last = groups.at(-1);
    if (last && c === last.end + 1 && map.get(c) === last.glyph + c - last.start) last.end = c;
    else groups.push({ start: c, end: c, glyph: map.get(c) });
  }
  const body = join(groups.map((g) => u32(g.start, g.end, g.glyph)));
  return join([u16(0, 1, 3, 10), u32(12), u16(12, 0), u32(16 + body.length, 0, groups.length), body]);
}

function build(first, { all, map }) {
  const tables = new Map();
  for (const tag of ['OS/2', 'name', 'GPOS', 'GDEF', 'hhea', 'head', 'maxp']) {
    const table = first.get(tag);
    if (table) tables.set(tag, table.slice());
  }
  const offsets = [0];
  const data = [];
  for (const g of all) {
    const d = padded(g.data, 4);
    data.push(d);
    offsets.push(offsets.at(-1) + d.length);
  }
  tables.set('glyf', join(data));
  tables.set('loca', u32(...offsets));
  tables.set('hmtx', join(all.map((g) => u16(g.advance, g.bearing & 0xffff))));
  tables.set('cmap', cmapTable(map));
  tables.set('post', join([u32(0x00030000, 0), u16(0, 0), u32(0, 0, 0, 0, 0)]));
  dv(tables.get('head')).setInt16(50, 1);
  dv(tables.get('hhea')).setUint16(34, all.length);
  dv(tables.get('maxp')).setUint16(4, all.length);
  const tags = [...tables.keys()].sort();
  let at = 12 + tags.length * 16;
  const directory = [];
  const bodies = [];
  for (const tag of tags) {
    const body = padded(tables.get(tag), 4);
    let sum = 0;
    const view = dv(body);
    for (let i = 0; i < body.length; i += 4) sum = (sum + view.getUint32(i)) >>> 0;
    directory.push(
      join([Uint8Array.from([...tag].map((c) => c.charCodeAt(0))), u32(sum, at, tables.get(tag).length)]),
    );
    bodies.push(body);
    at += body.length;
  }
  return join([u32(0x00010000), u16(tags.length, 0, 0, 0), ...directory, ...bodies]);
}

/** The characters whose widths labels are measured with. */
const MEASURED = [
  ...Array.from({ length: 95 }, (_, i) => 32 + i),
  ...Array.from({ length: 96 }, (_, i) => 0xa0 + i),
  ...Array.from({ length: 96 }, (_, i) => 0x400 + i),
  0x490,
  0x491,
  0x2013,
  0x2014,
  0x2018,
  0x2019,
  0x201c,
  0x201d,
  0x2026,
  0x2116,
  0x2212,
];

mkdirSync(OUT, { recursive: true });
const widths = {};
for (const style of STYLES) {
  const files = [];
  for (const subset of SUBSETS) {
    const path = `node_modules/@fontsource/${style.package}/files/${style.package}-${subset}-${style.weight}-normal.woff2`;
    // The result is a view into the decoder's memory, which the next call writes over: one by one, and copied.
    files.push(read(Uint8Array.from(await decompress(readFileSync(path)))));
  }
  const fonts = files.map(glyphs);
  const merged = merge(fonts);
  const bytes = build(files[0], merged);
  writeFileSync(`${OUT}/${style.file}`, bytes);
  const em = fonts[0].unitsPerEm;
  widths[style.key] = Object.fromEntries(
    MEASURED.filter((c) => merged.map.has(c)).map((c) => [
      String.fromCodePoint(c),
      Math.round((merged.all[merged.map.get(c)].advance / em) * 1000),
    ]),
  );
  console.log(`${style.file}: ${merged.map.size} characters, ${bytes.length} bytes`);
}
for (const name of ['noto-sans', 'source-serif-4']) {
  writeFileSync(`${OUT}/LICENSE-${name}.txt`, readFileSync(`node_modules/@fontsource/${name}/LICENSE`));
}

/** Characters of one width stand together: `['ac', 561]`. */
const rows = (table) => {
  const by = new Map();
  for (const [char, width] of Object.entries(table)) by.set(width, (by.get(width) ?? '') + char);
  return [...by]
    .sort((a, b) => a[0] - b[0])
    .map(([width, chars]) => `    [${JSON.stringify(chars)}, ${width}],`)
    .join('\n');
};
writeFileSync(
  'src/lib/look/glyph-widths.ts',
  `// Made by \`npm run fonts\`; do not edit. Advance widths in thousandths of the size, characters of one width together.
export const GLYPH_WIDTHS: Readonly<Record<'regular' | 'bold' | 'serif', readonly (readonly [string, number])[]>> = {
${Object.entries(widths)
  .map(([key, table]) => `  ${key}: [\n${rows(table)}\n  ],`)
  .join('\n')}
};
`,
);
