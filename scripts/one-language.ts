import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';

type Lang = 'en' | 'uk';
/** A node of the syntax tree, as far as it is looked at here. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}
/** The text to put in place of a stretch of the source. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const children = (node: Node): Node[] => Object.values(node).flat().filter(isNode);

/** The property of an object literal with a plain name. */
function propertyNamed(node: Node, name: string): Node | undefined {
  return (node.properties as Node[]).find(
    (p) => p.type === 'Property' && p.computed !== true && isNode(p.key) && p.key.name === name,
  );
}

/** Wherever an object has both languages, the one that is not built becomes another name for the one that is. */
function languageEdits(node: Node, lang: Lang): Edit[] {
  if (node.type === 'BinaryExpression' && node.operator === '===' && (node.left as Node).name === 'lang') {
    const { value } = node.right as Node;
    return [{ start: node.start, end: node.end, text: String(value === lang) }];
  }
  const other = lang === 'en' ? 'uk' : 'en';
  const kept = node.type === 'ObjectExpression' ? propertyNamed(node, lang) : undefined;
  const dropped = kept && propertyNamed(node, other);
  const edits = children(node)
    .flatMap((child) => (child.type === 'Property' && child === dropped ? [] : [child]))
    .flatMap((child) => languageEdits(child, lang));
  if (dropped)
    edits.push({ start: dropped.start, end: dropped.end, text: `get ${other}() { return this.${lang}; }` });
  return edits;
}

/** Every source file that a file needs, itself included; those that come later only where they are asked for. */
function sourcesOf(file: string, later: boolean, into = new Map<string, string>()): Map<string, string> {
  if (into.has(file) || !existsSync(file)) return into;
  const code = readFileSync(file, 'utf8');
  into.set(file, code);
  for (const [, how, path = ''] of code.matchAll(
    /(import type|import\(|import|export)[^;']*'([.#][^']+)'/g,
  )) {
    if (how === 'import type' || (how === 'import(' && !later)) continue;
    sourcesOf(path.startsWith('#') ? path.replace('#', 'src/') : join(dirname(file), path), later, into);
  }
  return into;
}

/** Every name that the sources may read: rather one too many. */
function namesIn(sources: ReadonlyMap<string, string>): Set<string> {
  const names = new Set<string>();
  for (const [file, code] of sources) {
    // Members, what is taken out of an object, and names in quotes.
    const read = file.includes('/words/') ? /(?<=[.{,] ?)\w+(?= ?[^\w:'’ ])/g : /(?<=[.{,'"`]\s*)\w+/g;
    for (const [name] of code.replace(/^\s*(\/\*)?\*.*$|\/\/ .*$/gm, '').matchAll(read)) names.add(name);
  }
  return names;
}

/** Words on the first level of a language that nothing reads. */
function unreadEdits(program: Node, lang: Lang, read: ReadonlySet<string>): Edit[] {
  const objects = (program.body as Node[])
    .map((s) => (isNode(s.declaration) ? s.declaration : s))
    .filter((s) => s.type === 'VariableDeclaration')
    .flatMap((s) => s.declarations as Node[])
    .flatMap(({ id, init }) => {
      if (!isNode(init) || init.type !== 'ObjectExpression') return [];
      if ((id as Node).name === lang) return [init];
      const own = propertyNamed(init, lang)?.value;
      return isNode(own) && own.type === 'ObjectExpression' ? [own] : [];
    });
  return objects.flatMap((object) => {
    const properties = object.properties as Node[];
    return properties.flatMap((p, i) => {
      const name = p.type === 'Property' && isNode(p.key) ? p.key.name : undefined;
      if (typeof name !== 'string' || read.has(name)) return [];
      return [{ start: p.start, end: properties[i + 1]?.start ?? p.end, text: '' }];
    });
  });
}

/** Top-level constants that are the result of a call. */
function callEdits(program: Node, code: string): Edit[] {
  const statements = (program.body as Node[]).map((s) => (isNode(s.declaration) ? s.declaration : s));
  return statements
    .filter((s) => s.type === 'VariableDeclaration')
    .flatMap((s) => s.declarations as Node[])
    .map((d) => d.init)
    .filter((init) => isNode(init))
    .filter((init) => init.type === 'CallExpression')
    .map(({ start, end }) => ({ start, end, text: `/* @__PURE__ */ (() => ${code.slice(start, end)})()` }));
}

function edited(code: string, edits: readonly Edit[]): string {
  let text = '';
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    // Inside of one that is made already.
    if (edit.start < at) continue;
    text += code.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + code.slice(at);
}

/** Words of which the page needs a part at first, and what comes later another. */
const SPLIT = /\/words\/(kinds|map|page)\.ts$/;

/**
 * A reader has one language and one page, so other words are left out of its script; and what comes later brings the
 * words of its own, so that the page need not wait for them.
 *
 * @param first the files that the page comes to life with
 */
export function oneLanguage(lang: Lang, first: readonly string[]): Plugin {
  let atFirst = new Map<string, string>();
  let read = { first: new Set<string>(), later: new Set<string>(), all: new Set<string>() };
  return {
    name: 'one-language',
    buildStart() {
      atFirst = new Map();
      const all = new Map<string, string>();
      for (const file of first) {
        sourcesOf(file, false, atFirst);
        sourcesOf(file, true, all);
      }
      const later = new Map([...all].filter(([file]) => !atFirst.has(file) || file.includes('/words/')));
      read = { first: namesIn(atFirst), later: namesIn(later), all: namesIn(all) };
    },
    resolveId: {
      order: 'pre',
      filter: { id: SPLIT },
      async handler(source, importer) {
        const from = importer && relative('.', importer.replace(/\?.*/, ''));
        if (!from || from.includes('/words/') || atFirst.has(from)) return null;
        const found = await this.resolve(source, importer, { skipSelf: true });
        return found && `${found.id}?later`;
      },
    },
    transform: {
      filter: { id: /src\/lib\/words\/.*\.ts(\?later)?$/ },
      handler(code, id) {
        const program = this.parse(code) as unknown as Node;
        const names = id.endsWith('?later') ? read.later : SPLIT.test(id) ? read.first : read.all;
        return edited(code, [...languageEdits(program, lang), ...unreadEdits(program, lang, names)]);
      },
    },
  };
}

/** Schemas are for the doors of the server: making one has no effect, so that those which nobody uses are left out. */
export const schemasArePure = (): Plugin => ({
  name: 'schemas-are-pure',
  transform: {
    filter: { id: /src\/lib\/domain\/.*\.ts$/, code: 'valibot' },
    handler(code) {
      return edited(code, callEdits(this.parse(code) as unknown as Node, code));
    },
  },
});
