import { describe, expect, it } from 'vitest';
import { ledgersOf, picker, readMapping, type LedgerName, type Mapping, type Pick } from './mapping.ts';

const RUSSIA = { holder: 'russia', basis: 'assessed' } as const;
const faults = (mapping: unknown): string[] => {
  const read = readMapping(typeof mapping === 'string' ? mapping : JSON.stringify(mapping));
  return read.ok ? [] : read.problems.map((p) => `${p.path}: ${p.reason}`);
};
const picks = (rules: Mapping['rules'], otherwise: Partial<LedgerName> = {}) => {
  const made = picker({ rules }, otherwise);
  if (!made.ok) throw new Error(JSON.stringify(made.problems));
  return made.value;
};

describe('a mapping', () => {
  it('is refused with the place of each fault', () => {
    expect(faults('{"rules": [}')).toEqual([': is no JSON at line 1, column 12']);
    expect(faults({ rules: [] })[0]).toMatch(/^rules: is empty/);
    expect(faults({})[0]).toMatch(/^rules: is missing/);
    expect(faults({ rules: [{ when: {} }] })[0]).toMatch(/^rules\.0\.when: is empty/);
    expect(faults({ rules: [{ when: { name: {} } }] })[0]).toMatch(
      /^rules\.0\.when\.name: has not exactly one/,
    );
    expect(faults({ rules: [{ when: { name: { regex: '(' } } }] })[0]).toMatch(
      /regex: is no regular expression/,
    );
    expect(faults({ rules: [{ when: { name: { contains: '' } } }] })[0]).toMatch(/contains: is empty/);
    expect(faults({ rules: [{ when: { name: { is: 'x' } } }] })[0]).toMatch(/name\.is: is not known here/);
    expect(faults({ rules: [{ when: { a: { equals: 'x' } }, holder: 'mars' }] })[0]).toMatch(
      /holder: is no holder/,
    );
    expect(faults({ rules: [{ when: { a: { equals: 'x' } }, skip: true, holder: 'russia' }] })[0]).toMatch(
      /"skip"/,
    );
    expect(faults({ rules: [{ when: { a: { equals: 'x' } }, ...RUSSIA, note: 'why' }] })).toEqual([]);
  });

  it('names the rule that leaves open whose ground it is, or says what cannot be', () => {
    const when = { name: { equals: 'x' } };
    const paths = (rules: Mapping['rules']) => {
      const made = picker({ rules }, {});
      return made.ok ? [] : made.problems.map((p) => p.path);
    };
    expect(
      paths([
        { when, ...RUSSIA },
        { when, holder: 'russia' },
      ]),
    ).toEqual(['rules.1']);
    expect(paths([{ when, holder: 'russia', basis: 'contested' }])).toEqual(['rules.0']);
    expect(paths([{ when, skip: true }])).toEqual([]);
  });
});

describe('a rule', () => {
  it.each<[Mapping['rules'][number]['when'], Record<string, unknown>, boolean]>([
    [{ name: { equals: 'Occupied' } }, { name: ' occupied\u00a0' }, true],
    [{ name: { equals: 'Occupied' } }, { name: 'Occupied since' }, false],
    [{ name: { contains: 'unknown status' } }, { name: 'Статус ///\u00a0Unknown  status\n' }, true],
    [{ fill: { equals: '#A52714' } }, { fill: '#a52714' }, true],
    [{ layer: { equals: 4 } }, { layer: 4 }, true],
    [{ layer: { equals: 4 } }, { layer: '4' }, true],
    [{ name: { regex: '^окуп' } }, { name: 'Окуповано' }, true],
    [{ name: { regex: '^окуп' } }, { name: 'Не окуповано' }, false],
    [{ name: { contains: 'a' }, fill: { equals: 'b' } }, { name: 'a', fill: 'b' }, true],
    [{ name: { contains: 'a' }, fill: { equals: 'b' } }, { name: 'a', fill: 'c' }, false],
    [{ name: { equals: 'null' } }, { name: null }, false],
    [{ name: { equals: 'undefined' } }, {}, false],
    [{ name: { contains: 'object' } }, { name: { en: 'object' } }, false],
  ])('%j picks %j: %s', (when, properties, expected) => {
    expect(picks([{ when, ...RUSSIA }])(properties)).toEqual(expected ? RUSSIA : undefined);
  });

  it('that comes first decides, and takes from the command what it leaves out', () => {
    const pick = picks(
      [
        { when: { name: { contains: 'freed' } }, skip: true },
        { when: { name: { contains: 'grey' } }, holder: 'unknown', basis: 'contested' },
        { when: { name: { contains: 'crimea' } }, basis: 'pre-2022' },
        { when: { name: { regex: '.' } } },
      ],
      RUSSIA,
    );
    const of = (name: string): Pick => pick({ name });
    expect(of('freed grey')).toBe('skip');
    expect(of('grey')).toEqual({ holder: 'unknown', basis: 'contested' });
    expect(of('Crimea')).toEqual({ holder: 'russia', basis: 'pre-2022' });
    expect(of('x')).toEqual(RUSSIA);
    expect(of('')).toBeUndefined();
  });

  it('tells which ledgers there may be', () => {
    const when = { name: { equals: 'x' } };
    const rules = [
      { when },
      { when, ...RUSSIA },
      { when, skip: true as const },
      { when, basis: 'claimed' as const },
    ];
    expect(ledgersOf({ rules }, RUSSIA)).toEqual([RUSSIA, { holder: 'russia', basis: 'claimed' }]);
  });
});
