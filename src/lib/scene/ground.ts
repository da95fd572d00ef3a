import { causeOf } from '#lib/domain/control/flips.ts';
import type { Ledger } from '#lib/domain/control/ledger.ts';
import type { Basis, Holder, Statement } from '#lib/domain/control/statement.ts';
import { ledgerIn } from '#lib/domain/control/states.ts';
import { inRings, ringsOf, type Rings } from '#lib/domain/geometry/rings.ts';
import { bearing, distance, type Position } from '#lib/domain/geometry/sphere.ts';
import { nameOf, type Place } from '#lib/domain/places/place.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import { addDays, minDay, type Day } from '#lib/domain/time/day.ts';
import { cardWords } from '#lib/words/cards.ts';
import { mediumDay } from '#lib/words/dates.ts';
import { mapWords } from '#lib/words/map.ts';
import { pageWords } from '#lib/words/page.ts';
import { citedReport, type CitedReport, type HrefOf, type Told } from './card-claims.ts';
import { BESIDE_M, coordinatesText, roughKm, windOf } from './card-numbers.ts';
import { statusOn, stretchesAt } from './card-status.ts';
import type { Catalogue } from './catalogue.ts';
import type { Control } from './control.ts';

/** Whose land a point is; `water` is sea or a lake. */
export type Land = 'ukraine' | 'russia' | 'elsewhere' | 'water';

/** What an answer about ground is made from. */
export interface GroundInput {
  readonly control: Control;
  readonly catalogue: Catalogue;
  readonly lang: Lang;
  readonly hrefOf: HrefOf;
  /** Whose land a point is, where the base map is at hand; without it nothing is said of it. */
  readonly landAt?: ((point: Position) => Land | undefined) | undefined;
}

/** A report behind a statement about ground, with what it says in our words. */
export interface GroundSource {
  readonly key: string;
  readonly report: CitedReport;
  readonly locator: Told | undefined;
  readonly says: Told;
}

/** One ledger that reaches a point on a day. */
export interface GroundLedger {
  readonly holder: Holder;
  readonly basis: Basis;
  readonly name: Told;
  /** What the category means. */
  readonly definition: Told | undefined;
  /** The first day of the run of days, up to the one asked for, on which the ledger has had the point. */
  readonly since: Day;
  readonly sinceWords: string;
  /** The run begins as the ledger opens: the ground may have been held before. */
  readonly opening: boolean;
  /** Said where the run begins without a source. */
  readonly unsourced: string | undefined;
  /** The statement that put the point there; its area holds the point. */
  readonly cause: GroundCause | undefined;
}

/** A statement about ground with the reports behind it. */
export interface GroundCause {
  readonly id: string;
  readonly title: Told;
  /** The log of its day. */
  readonly href: string;
  readonly sources: readonly GroundSource[];
}

/** Who holds the ground at a point on a day, by which reports, and how sure that is. */
export interface GroundAnswer {
  readonly lang: Lang;
  readonly point: Position;
  readonly day: Day;
  readonly dayWords: string;
  readonly coordinates: string;
  /** "about 4 km west of Kurakhove". */
  readonly beside: string | undefined;
  /** The answer in one line; where it is too near the line, that. */
  readonly headline: string;
  /** Nearer to the line than the line is true. */
  readonly tooNear: boolean;
  /** What the ledgers have at the point. */
  readonly status: string;
  readonly ledgers: readonly GroundLedger[];
  /** Where nobody is said to hold ground that somebody did: since when not, and by which statement. */
  readonly lost: (GroundCause & { readonly sinceWords: string }) | undefined;
  readonly sure: string | undefined;
  /** The day lies after the last review. */
  readonly unreviewed: string | undefined;
  /** Who held it when, newest first, up to the day; empty where it changed once at most. */
  readonly history: readonly { readonly key: string; readonly when: string; readonly status: string }[];
  readonly demonstration: string | undefined;
}

/** Who holds the ground at a point on a day. A function of the edition, the point and the day. */
export function groundAnswer(input: GroundInput, point: Position, day: Day): GroundAnswer {
  const { control, catalogue, lang } = input;
  const t = cardWords[lang];
  const { opens, lastReviewed, resolution_m } = control;
  const land = input.landAt?.(point);
  const kept = opens !== undefined && opens <= day;
  const ledgers = control
    .holders(point, day)
    .map(({ holder, basis }) => ledgerAt(input, holder, basis, point, day));
  const unheld =
    opens === undefined ? t.noLedgers : kept ? unheldAt(land, lang) : t.beforeOpens(mediumDay(lang, opens));
  const status = statusAt(input, point, day, unheld, land, ledgers);
  const metres = kept ? control.distanceToFront(point, day) : undefined;
  const reached = ledgers.length > 0 || land === 'ukraine' || land === 'russia' || land === undefined;
  const tooNear = reached && metres !== undefined && metres < resolution_m;
  return {
    lang,
    point,
    day,
    dayWords: mediumDay(lang, day),
    coordinates: coordinatesText(point, Math.max(1, resolution_m)),
    beside: besideWords(catalogue.places, lang, point),
    headline: tooNear ? t.tooNear : status,
    tooNear,
    status,
    ledgers,
    lost: ledgers.some((l) => l.basis === 'assessed' || l.basis === 'pre-2022')
      ? undefined
      : lostAt(input, point, day),
    sure: kept && reached ? sureWords(lang, resolution_m, metres) : undefined,
    unreviewed:
      lastReviewed !== undefined && lastReviewed < day
        ? t.afterReviewed(mediumDay(lang, lastReviewed))
        : undefined,
    history: kept ? historyAt(input, point, day, unheld) : [],
    demonstration: control.demonstration ? mapWords[lang].demonstration(resolution_m) : undefined,
  };
}

/** The answer where no ledger reaches a point. */
function unheldAt(land: Land | undefined, lang: Lang): string {
  const t = cardWords[lang];
  switch (land) {
    case 'ukraine':
      return pageWords[lang].heldUkraine;
    case 'russia':
      return t.notUkraines;
    case 'elsewhere':
      return t.notReached;
    case 'water':
      return t.water;
    default:
      return t.inNone;
  }
}

/** Ground that is only fought over, claimed or entered is said to be in no ledger of what Russia holds, too. */
function statusAt(
  { control, lang }: GroundInput,
  point: Position,
  day: Day,
  unheld: string,
  land: Land | undefined,
  ledgers: readonly GroundLedger[],
): string {
  const status = statusOn({ control, lang }, point, day, unheld);
  const held = ledgers.some((l) => l.basis === 'assessed' || l.basis === 'pre-2022');
  if (held || ledgers.length === 0 || land !== 'ukraine') return status;
  return `${status}; ${lowered(unheld)}`;
}
const lowered = (s: string): string => s.charAt(0).toLowerCase() + s.slice(1);

/** A ledger that has a point on a day: since when, walked back through its states, and by which statement. */
function ledgerAt(input: GroundInput, holder: Holder, basis: Basis, point: Position, day: Day): GroundLedger {
  const { control, lang } = input;
  const ledger = control.ledgers.find((l) => l.holder === holder && l.basis === basis);
  const found = ledgerIn(control.history, holder, basis);
  const turn = found?.reader.turnsAt(point).findLast((t) => t.day <= day);
  const since = turn?.day ?? day;
  const by = (turn && found?.by[turn.index]) ?? [];
  // Rounding while painting may put a point that lies on an edge into ground of which no statement has it.
  const put = by.findLast(
    (s) =>
      s.holder === holder &&
      s.basis === basis &&
      !s.ends &&
      (s.extent === 'snapshot' || inRings(point, ringsOf(s.area))),
  );
  const opening = put ? put.opening === true : turn?.index === 0;
  const cause = put && told(put, input);
  return {
    holder,
    basis,
    name: ledger ? textIn(ledger.name, lang) : { text: `${holder}, ${basis}`, lang: 'en' },
    definition: ledger && textIn(ledger.definition, lang),
    since,
    sinceWords: sinceWords(ledger, basis, since, opening, lang),
    opening,
    unsourced: cause?.sources.length ? undefined : pageWords[lang].opening,
    cause,
  };
}

function sinceWords(
  ledger: Ledger | undefined,
  basis: Basis,
  since: Day,
  opening: boolean,
  lang: Lang,
): string {
  const t = cardWords[lang];
  if (basis === 'pre-2022') return t.before2022;
  if (!opening) return pageWords[lang].since(mediumDay(lang, since));
  return t.sinceOrEarlier(mediumDay(lang, ledger ? minDay(ledger.opens, since) : since));
}

const told = (statement: Statement, { catalogue, lang, hrefOf }: GroundInput): GroundCause => ({
  id: statement.id,
  title: textIn(statement.title, lang),
  href: hrefOf(`/days/${statement.day}`),
  sources: statement.citations.map((c, i) => ({
    key: `${i} ${c.report}`,
    report: citedReport(c.report, catalogue.reports, lang, hrefOf),
    locator: c.locator && textIn(c.locator, lang),
    says: textIn(c.says, lang),
  })),
});

/** Where ground that a side held went to no ledger at all: since when, and by which statement. */
function lostAt(input: GroundInput, point: Position, day: Day): GroundAnswer['lost'] {
  const { control, lang } = input;
  const last = (['russia', 'ukraine'] as const)
    .flatMap((side) => ledgerIn(control.history, side, 'assessed')?.reader.turnsAt(point) ?? [])
    .filter((t) => t.day <= day)
    .sort((p, q) => (p.day < q.day ? -1 : 1))
    .at(-1);
  const statement = last && causeOf(control.history, last.day, point);
  if (!statement) return undefined;
  return {
    ...told(statement, input),
    sinceWords: pageWords[lang].since(mediumDay(lang, last.day)),
  };
}

/** How true the line is and how far it is away: nearer than it is true, nothing can be said. */
function sureWords(lang: Lang, resolution_m: number, metres: number | undefined): string {
  const t = cardWords[lang];
  const km = roughKm(lang, resolution_m);
  if (metres === undefined) return `${t.trueTo(km)}.`;
  const away = metres < resolution_m ? t.lineNear(km) : t.lineAway(roughKm(lang, metres));
  return `${t.trueTo(km)}; ${away}.`;
}

/** Who held the point when; empty where it changed once at most, which `since` tells already. */
function historyAt(input: GroundInput, point: Position, day: Day, unheld: string): GroundAnswer['history'] {
  const { lang } = input;
  const t = pageWords[lang];
  const stretches = stretchesAt(input, point, unheld).filter((s) => s.from <= day);
  if (stretches.length <= 2) return [];
  return stretches
    .map((s, i) => {
      const next = stretches[i + 1];
      const from = mediumDay(lang, s.from);
      return {
        key: s.from as string,
        when: next ? t.fromTo(from, mediumDay(lang, addDays(next.from, -1))) : t.since(from),
        status: s.status,
      };
    })
    .reverse();
}

/** Further away than this a settlement says nothing of a point. */
const FAR_M = 100_000;
const SETTLEMENTS: ReadonlySet<Place['kind']> = new Set(['city', 'town', 'settlement', 'village']);

/** Where a point lies by the nearest settlement that is known here: "about 4 km west of Kurakhove". */
export function besideWords(places: readonly Place[], lang: Lang, point: Position): string | undefined {
  const t = cardWords[lang];
  let nearest: { place: Place; metres: number } | undefined;
  for (const place of places) {
    if (!SETTLEMENTS.has(place.kind)) continue;
    const metres = distance(place.point, point);
    if (metres < (nearest?.metres ?? FAR_M)) nearest = { place, metres };
  }
  if (!nearest) return undefined;
  const { place, metres } = nearest;
  const name = nameOf(place, lang);
  if (metres < BESIDE_M) return t.beside(name, place.kind);
  return t.awayFrom(Math.round(metres / 1000), windOf(bearing(place.point, point)), name, place.kind);
}

/** Whose land points are, from the areas of countries. */
export const landFinder =
  (countries: readonly { readonly iso: string; readonly rings: Rings }[]) =>
  (point: Position): Land => {
    const country = countries.find((c) => inRings(point, c.rings));
    if (!country) return 'water';
    return country.iso === 'UA' ? 'ukraine' : country.iso === 'RU' ? 'russia' : 'elsewhere';
  };
