import { difference, intersection, unionAll } from '#lib/domain/control/clip.ts';
import { toMultiPolygon } from '#lib/domain/control/polygons.ts';
import type { Basis, Holder } from '#lib/domain/control/statement.ts';
import type { Rings } from '#lib/domain/geometry/rings.ts';
import type { Text } from '#lib/domain/text.ts';
import { riverSites } from './dnipro.ts';
import { statementIdOf } from './ids.ts';
import { anchorSites, around, groundBefore2022, history, type Inputs } from './states.ts';
import type { Settlement } from './table.ts';
import * as words from './words.ts';

/** The day on which the ledgers open. */
export const OPENS = '2024-09-01';

/** A statement as a GeoJSON feature, before its schema has seen it. */
export interface StatementFeature {
  readonly type: 'Feature';
  readonly id: string;
  readonly geometry: GeoJSON.MultiPolygon;
  readonly properties: {
    readonly holder: Holder;
    readonly basis: Basis;
    readonly day: string;
    readonly order: number;
    readonly extent: 'patch';
    readonly ends?: true;
    readonly opening?: true;
    readonly title: Text;
    readonly note?: Text;
    readonly places: readonly string[];
    readonly citations: readonly Citation[];
  };
}
type Citation = Settlement['changes'][number]['citation'];

/** A statement before it has its place in the order of its day. */
interface Draft {
  readonly about: string;
  readonly holder: Holder;
  readonly basis: Basis;
  readonly day: string;
  readonly ends?: true;
  readonly opening?: true;
  readonly title: Text;
  readonly note?: Text;
  readonly places: readonly string[];
  readonly citations: readonly Citation[];
  readonly ground: Rings;
}

/** Radius of contested ground around its settlement, in kilometres. */
const CONTESTED = 5;

/** All statements of all four ledgers, in order of days. Throws where a row has no effect. */
export function statementsOf(inputs: Inputs): StatementFeature[] {
  const pre2022 = groundBefore2022(inputs);
  const drafts = [
    ...heldInUkraine(inputs, pre2022),
    preDraft(pre2022),
    ...heldInRussia(inputs),
    ...foughtOver(inputs),
  ];
  drafts.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const perDay = new Map<string, number>();
  return drafts.map(({ about, ground, ...draft }) => {
    const order = perDay.get(draft.day) ?? 0;
    perDay.set(draft.day, order + 1);
    if (ground.length === 0)
      throw new Error(`${about} on ${draft.day} changes no ground; look at its neighbours`);
    const { holder, basis, day, ...rest } = draft;
    return {
      type: 'Feature',
      id: statementIdOf(about, day, basis, ...(draft.ends ? ['ends'] : [])),
      geometry: toMultiPolygon(ground),
      properties: { holder, basis, day, order, extent: 'patch', ...rest },
    };
  });
}

/** Russia's ground inside Ukraine. */
function heldInUkraine({ settlements, anchors, dnipro, land }: Inputs, pre2022: Rings): Draft[] {
  const rows = settlements.filter((row) => row.country === 'UA');
  const fixed = [...riverSites(dnipro), ...anchorSites(anchors, 'UA', 'russia')];
  const trim = (rings: Rings) => difference(intersection(rings, land.UA), pre2022);
  return assessed('russia', 'UA', words.openingOfRussia, history(rows, 'russia', fixed, trim));
}

/** Ukraine's ground inside Russia. */
function heldInRussia({ settlements, anchors, land }: Inputs): Draft[] {
  const rows = settlements.filter((row) => row.country === 'RU');
  const fixed = anchorSites(anchors, 'RU', 'ukraine');
  const trim = (rings: Rings) => intersection(rings, land.RU);
  return assessed('ukraine', 'RU', words.openingOfUkraine, history(rows, 'ukraine', fixed, trim));
}

/**
 * The opening state and each row that changes side. Ledgers are for ground held in the other state, so ground that
 * comes back to its own is merely taken away, by holder `none`.
 */
function assessed(
  holder: 'russia' | 'ukraine',
  country: 'UA' | 'RU',
  start: { readonly title: Text; readonly note: Text },
  { opening, steps }: ReturnType<typeof history>,
): Draft[] {
  const basis = 'assessed';
  return [
    {
      about: `opening ${holder}`,
      holder,
      basis,
      day: OPENS,
      opening: true,
      ...start,
      // The town by which a reader knows the ground.
      places: country === 'RU' ? ['sudzha'] : [],
      citations: [],
      ground: opening,
    },
    ...steps.map(({ row, change, ground }): Draft => ({
      about: row.id,
      holder: change.to === holder ? holder : 'none',
      basis,
      day: change.day,
      title: words.passes(row.names, change.to, country),
      places: [row.id],
      citations: [change.citation],
      ground,
    })),
  ];
}

const preDraft = (ground: Rings): Draft => ({
  about: 'opening russia',
  holder: 'russia',
  basis: 'pre-2022',
  day: OPENS,
  opening: true,
  ...words.openingBefore2022,
  places: [],
  citations: [],
  ground,
});

/** Contested ground, and its end where a row says so or where the settlement changes side. */
function foughtOver({ settlements, land }: Inputs): Draft[] {
  const spans = settlements.flatMap((row) => {
    if (!row.contested) return [];
    const from = row.contested.from ?? OPENS;
    const given = row.contested.until;
    const change = row.changes.find((c) => c.day > from && (given === null || c.day === given));
    const why = row.contested.ended ?? change?.citation;
    const patch = intersection([around(row.point, CONTESTED)], land[row.country]);
    return [{ row, from, until: given ?? change?.day, why, patch }];
  });
  return spans.flatMap(({ row, from, until, why, patch }): Draft[] => {
    const common = { about: row.id, holder: 'unknown', basis: 'contested', places: [row.id] } as const;
    const citation = row.contested?.citation;
    const start: Draft = {
      ...common,
      day: from,
      ...(row.contested?.from === null ? { opening: true as const } : {}),
      title: words.isFoughtOver(row.names),
      citations: citation ? [citation] : [],
      ground: patch,
    };
    if (until === undefined || why === undefined) return [start];
    const still = spans.filter((s) => s.row !== row && s.from <= until && (s.until ?? '9') > until);
    const ground = difference(patch, unionAll(still.map((s) => s.patch)));
    const title = words.isQuiet(row.names);
    return [start, { ...common, day: until, ends: true, title, citations: [why], ground }];
  });
}
