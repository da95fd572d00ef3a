import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Problem, Result } from '../domain/result.ts';
import { picker, readMapping } from '../formats/control/index.ts';
import { readEventMapping } from '../formats/events/index.ts';
import { importProblem, importReason } from './import-faults.ts';

const WHOLE = {
  format: 'csv',
  delimiter: ',',
  encoding: 'utf-8',
  identity: ['id'],
  language: 'en',
  cites: 'link',
  undated: false,
  fields: {
    kind: { column: 'type', values: { Blast: 'strike', Parade: null, Raid: { by: 'russia' } } },
    by: { is: 'russia' },
    title: { column: ['name', 'words'] },
    note: { template: '{words}' },
    day: { column: 'date', order: 'dmy', number: 'excel', words: true },
    lng: { column: 'x' },
    lat: { column: 'y' },
    precision: { is: 'exact' },
    link: { column: 'url' },
  },
};
const RULES = {
  rules: [
    { when: { fill: { equals: '#a52714' } }, holder: 'russia', basis: 'assessed', note: 'Red' },
    { when: { name: { contains: 'unit' }, id: { regex: '^u' } }, skip: true },
  ],
};
const GARBAGE = [undefined, null, '', 'x', '(', -1, 0.5, true, false, [], {}, [1], { is: '' }, 'unknown'];

const isBranch = (value: unknown): value is object => typeof value === 'object' && value !== null;
const pathsOf = (value: unknown, path: readonly string[] = []): (readonly string[])[] =>
  isBranch(value)
    ? [...(path.length ? [path] : []), ...Object.entries(value).flatMap(([k, v]) => pathsOf(v, [...path, k]))]
    : [path];

/** The same with something else in one place, or with something that nobody knows beside what is there. */
function spoilt(whole: object, path: readonly string[], by: unknown, beside: boolean): string {
  const copy = structuredClone(whole);
  let at = copy as Record<string, unknown>;
  const to = beside ? [...path, 'unheard-of'] : path;
  for (const key of to.slice(0, -1)) {
    if (!isBranch(at[key])) return JSON.stringify(copy);
    at = at[key] as Record<string, unknown>;
  }
  at[to.at(-1) as string] = by;
  return JSON.stringify(copy);
}

const problemsOf = (read: Result<unknown>): readonly Problem[] => (read.ok ? [] : read.problems);
/** Everything that a page may be told of a mapping of ground: of its rules, and of what they come to. */
const readRules = (text: string): Result<unknown> => {
  const read = readMapping(text);
  return read.ok ? picker(read.value, {}) : read;
};

function isSaid(problem: Problem): void {
  const { reason } = problem;
  const said = importReason('uk', reason);
  expect(said, reason).toMatch(/[а-яіїє]/i);
  expect(said, reason).not.toContain('не годиться');
  // What has to be written stands in quotes.
  expect(said, reason).not.toMatch(/\b(is|has|no|not|the|missing|write|which)\b(?!")/);
  expect(importProblem('en', problem)).not.toMatch(/Invalid|Expected/);
}

describe('what an import is refused for, in the language of the page', () => {
  for (const [name, whole, read] of [
    ['events', WHOLE, readEventMapping],
    ['ground', RULES, readRules],
  ] as const)
    it(`every fault of a mapping of ${name} has its Ukrainian words`, () => {
      expect(problemsOf(read(JSON.stringify(whole)))).toEqual([]);
      fc.assert(
        fc.property(
          fc.constantFrom(...pathsOf(whole)),
          fc.constantFrom(...GARBAGE),
          fc.boolean(),
          (path, by, beside) => problemsOf(read(spoilt(whole, path, by, beside))).forEach(isSaid),
        ),
        { numRuns: 1500, seed: 20241126 },
      );
      for (const text of ['', '{', '[1', '<html>']) problemsOf(read(text)).forEach(isSaid);
    });

  it('every refusal that is written out where imports are judged has them too', () => {
    const files = readdirSync('src/lib/server/imports').filter((f) => f.endsWith('.ts') && !/test/.test(f));
    const source = files.map((f) => readFileSync(`src/lib/server/imports/${f}`, 'utf8')).join('\n');
    const reasons = [...source.matchAll(/refused\(\s*(?:'[^']*'|`[^`]*`),\s*'([^']+)'/g)].map(([, r]) => r);
    expect(reasons).toContain('is not known; choose the report that the rows are from');
    expect(reasons).toContain('has "regex", which is read at the terminal alone; use "equals" or "contains"');
    for (const reason of reasons) isSaid({ path: 'report', reason: reason as string });
  });

  it('names the field as the page does, and where it stands in the file', () => {
    const [problem] = problemsOf(readEventMapping(spoilt(WHOLE, ['fields', 'by', 'is'], 'x', false)));
    expect(importProblem('en', problem as Problem)).toBe(
      'Who acted (fields.by) has not exactly one of "column" (with or without "values") and "is".',
    );
    expect(importProblem('uk', problem as Problem)).toBe(
      'Хто діяв (fields.by): має бути рівно одне з двох: "column" (з "values" чи без) або "is".',
    );
    expect(importProblem('uk', { path: 'report', reason: 'is a map, and a map alone is evidence' })).toBe(
      'Повідомлення: це карта, а сама карта нічого не доводить; посилайтеся на те, на що вона спирається.',
    );
  });
});
