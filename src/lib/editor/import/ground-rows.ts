import type {
  AcceptedGround,
  GroundRow,
  GroundWish,
  Verdict,
  VerdictFault,
} from '#lib/formats/control/ground.ts';
import type { Mapping } from '#lib/formats/control/mapping.ts';
import type { PieceFault, Value } from '#lib/formats/control/pieces.ts';
import { BASES, HOLDERS, type Basis, type Holder } from '#lib/domain/control/statement.ts';

/** How a row stands, for who decides on it. */
export type Standing =
  /** It cannot be accepted as it is; what is wrong is told. */
  | { readonly is: 'fault'; readonly fault: PieceFault | VerdictFault }
  /** What it would become is being asked. */
  | { readonly is: 'asked' }
  | { readonly is: 'open' }
  | { readonly is: 'draft'; readonly id: string }
  | { readonly is: 'known' | 'put-away'; readonly id: string }
  | { readonly is: 'twice'; readonly row: number }
  | { readonly is: 'out' | 'skipped' };

/** What was decided on rows of a file so far. */
export interface Decided {
  /** By the ids of statements: said otherwise, a row is another statement. */
  readonly accepted: ReadonlyMap<string, AcceptedGround>;
  readonly skipped: ReadonlySet<number>;
  /** Ids of drafts that were accepted here and taken back. */
  readonly takenBack: ReadonlySet<string>;
}

export const UNDECIDED: Decided = { accepted: new Map(), skipped: new Set(), takenBack: new Set() };

export function standingOf(row: GroundRow, verdict: Verdict | undefined, decided: Decided): Standing {
  if (row.fault) return { is: 'fault', fault: row.fault };
  if (!verdict) return { is: 'asked' };
  const { id, known, twice, out, fault } = verdict;
  if (out) return { is: 'out' };
  const own = id === undefined ? undefined : decided.accepted.get(id);
  if (own) return { is: own.outcome === 'known' ? 'known' : 'draft', id: own.id };
  if (decided.skipped.has(row.number)) return { is: 'skipped' };
  if (fault) return { is: 'fault', fault };
  if (twice !== undefined) return { is: 'twice', row: twice };
  if (!known) return { is: 'open' };
  if (known.state !== 'discarded') return { is: 'known', id: known.id };
  return decided.takenBack.has(known.id) ? { is: 'open' } : { is: 'put-away', id: known.id };
}

export const canAccept = ({ is }: Standing): boolean => is === 'open' || is === 'put-away';

/** Holders and bases that go together, each as one choice. */
export const LEDGERS: readonly { readonly key: string; readonly holder: Holder; readonly basis: Basis }[] =
  HOLDERS.flatMap((holder) =>
    BASES.filter(
      (basis) =>
        (basis === 'contested' || basis === 'infiltration') === (holder === 'unknown') &&
        // Before 2022 no ground was held but by Russia, and what nobody holds is lost to assessment.
        (basis !== 'pre-2022' || holder === 'russia') &&
        (holder !== 'none' || basis === 'assessed'),
    ).map((basis) => ({ key: `${holder} ${basis}`, holder, basis })),
  );

/** What a value of a property means: a ledger by its key, `-` for rows to leave out, nothing where it is not said. */
export type Meanings = Readonly<Record<string, string>>;

/** The rules by which a property says whose ground rows are; undefined where none is said yet. */
export function rulesOf(key: string, values: readonly Value[], meanings: Meanings): Mapping | undefined {
  const rules = values.flatMap((value): Mapping['rules'] => {
    const means = meanings[String(value)] ?? '';
    const when = { [key]: { equals: value } };
    if (means === '-') return [{ when, skip: true }];
    const ledger = LEDGERS.find((l) => l.key === means);
    return ledger ? [{ when, holder: ledger.holder, basis: ledger.basis }] : [];
  });
  return rules.length > 0 ? { rules } : undefined;
}

export const FIRST_WISH: GroundWish = {
  ledger: {},
  day: { from: 'auto' },
  reports: [],
  extent: 'patch',
};

/** A step that can be taken back. */
export type Step =
  | { readonly did: 'skip' | 'take-up'; readonly number: number }
  | { readonly did: 'accept'; readonly accepted: readonly AcceptedGround[] };
