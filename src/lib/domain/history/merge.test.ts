import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical, type Json } from './canonical.ts';
import { dotted, merge, withValue, type Conflict, type Step } from './merge.ts';

/** Payloads like those of the desk: fields in fields, lists of things with ids, lists without, a point, a period. */
const word = fc.constantFrom('strike', 'clash', 'Dnipro', 'Kyiv');
const coordinate = fc.integer({ min: 30, max: 33 });
const things = fc.uniqueArray(
  fc.record({ id: fc.constantFrom('e-a', 'e-b', 'e-c', 'e-d'), title: word, note: word }, {
    requiredKeys: ['id', 'title'],
  }),
  { selector: (thing) => thing.id, maxLength: 4 },
); // prettier-ignore
const claim = fc.record({ aspect: word, text: fc.record({ en: word, uk: word }, { requiredKeys: ['en'] }) });
const payload: fc.Arbitrary<Json> = fc.record(
  {
    kind: word,
    title: fc.record({ en: word, uk: word }, { requiredKeys: ['en'] }),
    point: fc.oneof(fc.constant(null), fc.tuple(coordinate, coordinate)),
    period: fc.record({ from: word, until: word }, { requiredKeys: [] }),
    claims: fc.array(claim, { maxLength: 2 }),
    places: fc.array(word, { maxLength: 3 }),
    things,
    constructor: word,
  },
  { requiredKeys: ['kind', 'title'] },
);

/** What two people made of one payload: each changed one or two of its fields, or took them out. */
const changed = fc
  .tuple(
    payload,
    fc.subarray(['kind', 'title', 'point', 'period', 'claims', 'places', 'things'], { maxLength: 2 }),
  )
  .map(([other, keys]) => (base: Json): Json => {
    const own = (of: Json, wanted: boolean) =>
      Object.entries(of as object).filter(([key]) => keys.includes(key) === wanted);
    return Object.fromEntries([...own(base, false), ...own(other, true)]) as Json;
  });
const three = fc.tuple(payload, changed, changed).map(([base, f, g]) => [base, f(base), g(base)] as const);

/** Lists of things with ids in the order of their ids, so that payloads can be compared whatever the order. */
const sorted = (value: Json): Json => {
  const { things: list, ...rest } = value as { things?: { id: string }[] };
  return list ? { ...rest, things: [...list].sort((a, b) => (a.id < b.id ? -1 : 1)) } : value;
};

const at = (value: Json | undefined, path: readonly Step[]): Json | undefined =>
  path.reduce<Json | undefined>((v, step) => {
    if (Array.isArray(v))
      return typeof step === 'number' ? v[step] : v.find((one) => (one as { id?: string }).id === step);
    return v && typeof v === 'object' && Object.hasOwn(v, step)
      ? (v as Record<string, Json>)[step]
      : undefined;
  }, value);

/** The path of every field, those of things in lists that are merged thing by thing or place by place too. */
const fieldsOf = (value: Json | undefined, byPlace: boolean, path: Step[] = []): Step[][] => {
  const inner = (v: Json | undefined, step: Step) => fieldsOf(v, byPlace, [...path, step]);
  if (Array.isArray(value)) {
    if (path.at(-1) === 'things') return value.flatMap((one) => inner(one, (one as { id: string }).id));
    return path.at(-1) === 'claims' && byPlace ? value.flatMap(inner) : [path];
  }
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, v]) => inner(v, key));
};

const same = (a: Json | undefined, b: Json | undefined): boolean => canonical(a) === canonical(b);

describe('a merge of what two people made of one payload', () => {
  it('is what one made of it where the other changed nothing, or both made the same of it', () => {
    fc.assert(
      fc.property(payload, payload, (base, other) => {
        expect(merge(base, other, base)).toEqual({ merged: other, conflicts: [] });
        expect(merge(base, base, other)).toEqual({ merged: other, conflicts: [] });
        expect(merge(base, other, other)).toEqual({ merged: other, conflicts: [] });
      }),
    );
  });

  it('finds the same conflicts whoever saved first, with the sides the other way round', () => {
    const byPath = (a: Conflict, b: Conflict) => (dotted(a.path) < dotted(b.path) ? -1 : 1);
    fc.assert(
      fc.property(fc.oneof(three, fc.tuple(payload, payload, payload)), ([base, mine, theirs]) => {
        const turned = merge(base, theirs, mine).conflicts.map((c) => ({
          ...c,
          mine: c.theirs,
          theirs: c.mine,
        }));
        expect(turned.sort(byPath)).toEqual([...merge(base, mine, theirs).conflicts].sort(byPath));
      }),
    );
  });

  it('loses nothing that anybody changed: it is in the merged payload or in a conflict', () => {
    fc.assert(
      fc.property(fc.oneof(three, fc.tuple(payload, payload, payload)), ([base, mine, theirs]) => {
        const { merged, conflicts } = merge(base, mine, theirs);
        const claimsOf = (of: Json) => at(of, ['claims']) as Json[] | undefined;
        const before = claimsOf(base)?.length ?? 0;
        const byPlace = [base, mine, theirs].every((p) => (claimsOf(p)?.length ?? -1) >= before);
        for (const side of [mine, theirs]) {
          if (byPlace && !conflicts.some((c) => c.path.length === 1 && c.path[0] === 'claims'))
            for (const added of (claimsOf(side) ?? []).slice(before))
              expect(claimsOf(merged)).toContainEqual(added);
          for (const path of [...fieldsOf(side, byPlace), ...fieldsOf(base, byPlace)]) {
            if (same(at(side, path), at(base, path)) || (byPlace && Number(path[1]) >= before)) continue;
            const told = conflicts.some((c) => c.path.every((step, i) => step === path[i]));
            if (!told) expect(at(merged, path), dotted(path)).toEqual(at(side, path));
          }
        }
      }),
    );
  });

  it('is the same whoever saved first, where they do not disagree', () => {
    fc.assert(
      fc.property(three, ([base, mine, theirs]) => {
        const one = merge(base, mine, theirs);
        fc.pre(one.conflicts.length === 0);
        expect(merge(base, theirs, mine).merged).toEqual(one.merged);
      }),
    );
  });

  it('holds the changes of both where they changed different fields, and asks nobody', () => {
    fc.assert(
      fc.property(payload, payload, fc.boolean(), (base, other, cut) => {
        const first = (key: string) => ['kind', 'things', 'point'].includes(key) === cut;
        const own = (of: Json, mine: boolean) =>
          Object.entries(of as object).filter(([key]) => first(key) === mine);
        const mine = Object.fromEntries([...own(base, false), ...own(other, true)]) as Json;
        const theirs = Object.fromEntries([...own(base, true), ...own(other, false)]) as Json;
        for (const m of [merge(base, mine, theirs), merge(base, theirs, mine)])
          expect(m).toEqual({ merged: other, conflicts: [] });
      }),
    );
  });

  it('is theirs at every conflict once each is settled so', () => {
    fc.assert(
      fc.property(fc.oneof(three, fc.tuple(payload, payload, payload)), ([base, mine, theirs]) => {
        const { merged, conflicts } = merge(base, mine, theirs);
        const settled = conflicts.reduce((p, c) => withValue(p, c.path, c.theirs), merged);
        expect(sorted(settled)).toEqual(sorted(merge(base, theirs, mine).merged));
      }),
    );
  });

  it('writes no key that nobody wrote, whatever it is called', () => {
    const odd = JSON.parse('{"__proto__": 1, "constructor": 2}') as Json;
    expect(Object.keys(merge<Json>({ a: 1 }, odd, { a: 2 }).merged as object)).toEqual([
      '__proto__',
      'constructor',
    ]);
  });
});

describe('two editors of one event', () => {
  type Claim = { says: string; text: { en: string } };
  const base = {
    kind: 'strike',
    title: { en: 'A strike on a depot' },
    point: [37.25, 47.98],
    period: { from: '2024-11-20', until: '2024-11-21' },
    claims: [
      { says: 'claims', text: { en: 'One' } },
      { says: 'reports', text: { en: 'Two' } },
    ],
  };

  it('may each write one language of the title', () => {
    const mine = { ...base, title: { en: 'A strike on a fuel depot' } };
    const theirs = { ...base, title: { ...base.title, uk: 'Удар по складу' } };
    const { merged, conflicts } = merge<Json>(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(merged).toEqual({ ...base, title: { en: 'A strike on a fuel depot', uk: 'Удар по складу' } });
  });

  it('never get the longitude of one and the latitude of the other, nor half a period of each', () => {
    const mine = { ...base, point: [37.3, 47.98], period: { from: '2024-11-19', until: '2024-11-21' } };
    const theirs = { ...base, point: [37.25, 48], period: { from: '2024-11-20', until: '2024-11-22' } };
    const { merged, conflicts } = merge<Json>(base, mine, theirs);
    expect(merged).toEqual(mine);
    expect(conflicts).toEqual([
      { path: ['point'], base: base.point, mine: mine.point, theirs: theirs.point },
      { path: ['period'], base: base.period, mine: mine.period, theirs: theirs.period },
    ]);
  });

  it('may each work on another claim', () => {
    const [one, two] = base.claims as [Claim, Claim];
    const mine = { ...base, claims: [{ ...one, says: 'denies' }, two] };
    const theirs = { ...base, claims: [one, { ...two, text: { en: 'Two, said otherwise' } }] };
    const { merged, conflicts } = merge<Json>(base, mine, theirs);
    expect(conflicts).toEqual([]);
    expect(merged).toMatchObject({ claims: [{ says: 'denies' }, { text: { en: 'Two, said otherwise' } }] });
  });

  it('may each add a claim, and both stand, whoever saved first; the same one stands once', () => {
    const [mine, theirs] = ['Three', 'Four'].map((en) => ({
      ...base,
      claims: [...base.claims, { says: 'denies', text: { en: 'Both' } }, { says: 'reports', text: { en } }],
    })) as unknown as [Json, Json];
    const { merged, conflicts } = merge<Json>(base, mine, theirs);
    expect(conflicts).toEqual([]);
    const texts = (merged as typeof base).claims.map((claim) => claim.text.en);
    expect(texts.slice(0, 2)).toEqual(['One', 'Two']);
    expect(texts.slice(2).toSorted()).toEqual(['Both', 'Four', 'Three']);
    expect(merge<Json>(base, theirs, mine).merged).toEqual(merged);
  });

  it('are asked where one of them moved or took out the claim that the other changed', () => {
    const [one, two] = base.claims as [Claim, Claim];
    const theirs = { ...base, claims: [{ ...one, text: { en: 'One, said otherwise' } }, two] };
    for (const claims of [[two, one], [two], [two, { says: 'reports', text: { en: 'Three' } }]]) {
      const { conflicts } = merge<Json>(base, { ...base, claims }, theirs);
      expect(conflicts.map((c) => dotted(c.path))).toEqual(['claims']);
    }
  });

  it('are told the field at which they disagree', () => {
    const [one, two] = base.claims as [Claim, Claim];
    const with2 = (en: string) => ({ ...base, claims: [one, { ...two, text: { en } }] });
    expect(merge<Json>(base, with2('Mine'), with2('Theirs')).conflicts).toEqual([
      { path: ['claims', 1, 'text', 'en'], base: 'Two', mine: 'Mine', theirs: 'Theirs' },
    ]);
  });
});

describe('a list of things with ids', () => {
  const thing = (id: string, title = id) => ({ id, title });
  const ids = (list: Json) => (list as { id: string }[]).map((one) => one.id).join('');
  const list = ['a', 'b', 'c'].map((id) => thing(id));

  it('keeps what either added, where it was put, in one order for both', () => {
    const mine = [thing('a'), thing('x'), thing('b'), thing('c')];
    const theirs = [thing('a'), thing('b'), thing('c'), thing('y')];
    expect(ids(merge<Json>(list, mine, theirs).merged)).toBe('axbcy');
    const also = [thing('a'), thing('w'), thing('b'), thing('c')];
    for (const [m, t] of [
      [mine, also],
      [also, mine],
    ] as const)
      // prettier-ignore
      expect(ids(merge<Json>(list, m, t).merged)).toBe('awxbc');
  });

  it('lets one move things and the other take one out', () => {
    const moved = [thing('c'), thing('a'), thing('b')];
    const fewer = [thing('a'), thing('c')];
    for (const [m, t] of [
      [moved, fewer],
      [fewer, moved],
    ] as const)
      // prettier-ignore
      expect(merge<Json>(list, m, t)).toEqual({ merged: [thing('c'), thing('a')], conflicts: [] });
  });

  it('asks where one took out what the other changed, and can put it back', () => {
    const fewer = [thing('a'), thing('c')];
    const changed = [thing('a'), thing('b', 'B'), thing('c')];
    const { merged, conflicts } = merge<Json>(list, fewer, changed);
    expect(conflicts).toEqual([{ path: ['b'], base: thing('b'), mine: undefined, theirs: thing('b', 'B') }]);
    expect(ids(merged)).toBe('ac');
    expect(ids(withValue(merged, ['b'], conflicts[0]?.theirs))).toBe('acb');
  });

  it('is one field where both moved it, each otherwise', () => {
    const [mine, theirs] = [
      [thing('b'), thing('a'), thing('c')],
      [thing('a'), thing('c'), thing('b')],
    ];
    expect(merge<Json>(list, mine, theirs).conflicts.map((c) => c.path)).toEqual([[]]);
    const other = [thing('c'), thing('b'), thing('x')];
    expect(merge<Json>(list, mine, other).conflicts.map((c) => c.path)).toEqual([[]]);
  });
});
