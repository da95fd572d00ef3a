import * as v from 'valibot';
import { BASES, HOLDERS, type Basis, type Holder } from '../../domain/control/statement.ts';
import { parse } from '../../domain/parse.ts';
import { refused, type Result } from '../../domain/result.ts';
import { parseJson } from './input.ts';

const isRegex = (text: string): boolean => {
  try {
    new RegExp(text, 'iu');
    return true;
  } catch {
    return false;
  }
};

const some = v.union([v.string(), v.number(), v.boolean()], 'is no text, number, true or false');
const testSchema = v.pipe(
  v.strictObject({
    equals: v.optional(some),
    contains: v.optional(v.pipe(v.string(), v.nonEmpty('is empty; it would pick everything'))),
    regex: v.optional(v.pipe(v.string(), v.check(isRegex, 'is no regular expression'))),
  }),
  v.check(
    (test) => Object.values(test).filter((t) => t !== undefined).length === 1,
    'has not exactly one of "equals", "contains" and "regex"',
  ),
);

const ruleSchema = v.pipe(
  v.strictObject({
    /** By property; all of them must hold. */
    when: v.pipe(
      v.record(v.string(), testSchema),
      v.check((when) => Object.keys(when).length > 0, 'is empty; name at least one property'),
    ),
    holder: v.optional(v.picklist(HOLDERS, `is no holder; one of ${HOLDERS.join(', ')}`)),
    basis: v.optional(v.picklist(BASES, `is no basis; one of ${BASES.join(', ')}`)),
    skip: v.optional(v.literal(true, 'is not true; leave "skip" out where features are to be read')),
    note: v.optional(v.string()),
  }),
  v.check(
    (rule) => rule.skip !== true || (rule.holder === undefined && rule.basis === undefined),
    'has "skip" and a holder or basis; take one of them out',
  ),
);

/** Which features are whose ground: the first rule that picks a feature decides. */
export const mappingSchema = v.strictObject({
  rules: v.pipe(v.array(ruleSchema), v.nonEmpty('is empty; write at least one rule')),
});

export type Mapping = v.InferOutput<typeof mappingSchema>;
type Rule = Mapping['rules'][number];
type Test = Rule['when'][string];

/** A holder and basis that go together: ground that is contested or infiltrated has holder `unknown`, and only such. */
export interface LedgerName {
  readonly holder: Holder;
  readonly basis: Basis;
}

export const NOT_TOGETHER =
  'has a holder and a basis that do not go together: contested and infiltrated ground has holder "unknown", and only such';

export const goTogether = ({ holder, basis }: LedgerName): boolean =>
  (basis === 'contested' || basis === 'infiltration') === (holder === 'unknown');

/** A mapping from the text of its file. */
export function readMapping(text: string): Result<Mapping> {
  const json = parseJson(text);
  if ('fault' in json) {
    const { fault } = json;
    return refused(
      '',
      fault.code === 'not-json' ? `is no JSON at line ${fault.line}, column ${fault.column}` : 'is empty',
    );
  }
  return parse(mappingSchema, json.value);
}

/** What a mapping does with a feature. */
export type Pick = LedgerName | 'skip' | undefined;

/**
 * Turn a mapping into a function. `otherwise` stands where a rule leaves out its holder or basis; where both do, or
 * they do not go together, the rule's number tells which to mend.
 */
export function picker(
  mapping: Mapping,
  otherwise: Partial<LedgerName>,
): Result<(properties: Readonly<Record<string, unknown>>) => Pick> {
  const rules: { rule: Rule; gives: Pick }[] = [];
  for (const [i, rule] of mapping.rules.entries()) {
    const { holder, basis } = { ...otherwise, ...definedOf(rule) };
    if (rule.skip) rules.push({ rule, gives: 'skip' });
    else if (holder === undefined || basis === undefined)
      return refused(`rules.${i}`, 'has no holder or no basis; write them, or "skip": true');
    else if (!goTogether({ holder, basis })) return refused(`rules.${i}`, NOT_TOGETHER);
    else rules.push({ rule, gives: { holder, basis } });
  }
  return {
    ok: true,
    value: (properties) =>
      rules.find(({ rule }) => Object.entries(rule.when).every(([key, test]) => holds(test, properties[key])))
        ?.gives,
  };
}

const definedOf = ({ holder, basis }: Rule): Partial<LedgerName> => ({
  ...(holder === undefined ? {} : { holder }),
  ...(basis === undefined ? {} : { basis }),
});

const plain = (value: unknown): string =>
  String(value).normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase();

/** Texts are compared as a reader would: without regard to case, to spaces around, or to their kind within. */
function holds(test: Test, value: unknown): boolean {
  if (value === null || value === undefined || typeof value === 'object') return false;
  if (test.regex !== undefined) return new RegExp(test.regex, 'iu').test(String(value));
  if (test.contains !== undefined) return plain(value).includes(plain(test.contains));
  return plain(value) === plain(test.equals);
}

/** The ledgers that a mapping can give, each once. */
export function ledgersOf(mapping: Mapping, otherwise: Partial<LedgerName>): LedgerName[] {
  const found = new Map<string, LedgerName>();
  for (const rule of mapping.rules) {
    const { holder, basis } = { ...otherwise, ...definedOf(rule) };
    if (!rule.skip && holder && basis) found.set(`${holder}-${basis}`, { holder, basis });
  }
  return [...found.values()];
}
