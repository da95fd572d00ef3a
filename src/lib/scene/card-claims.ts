import type { Claim } from '#lib/domain/events/claim.ts';
import { ASPECTS } from '#lib/domain/events/terms.ts';
import type { Event } from '#lib/domain/events/event.ts';
import type { Report, ReportId } from '#lib/domain/reports/report.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import type { Day } from '#lib/domain/time/day.ts';
import { longDay } from '#lib/words/dates.ts';
import { cardWords } from '#lib/words/cards.ts';
import { detailWords, kindWords } from '#lib/words/kinds.ts';
import type { Catalogue } from './catalogue.ts';
import { publishedWords, speakerOf } from './rows.ts';

/** The whole address of a page, from its path without a language. */
export type HrefOf = (path: string) => string;

/** A text with the language that it is really in. */
export interface Told {
  readonly text: string;
  readonly lang: string;
}

/** A report as something on the map cites it. */
export interface CitedReport {
  readonly id: string;
  readonly title: string;
  readonly lang: string;
  readonly publisher: string;
  /** Its day in words, or since when it can have appeared. */
  readonly published: string;
  /** Its page here. */
  readonly href: string;
  /** Where it was published; none where that is not known. */
  readonly url: string | undefined;
  readonly archive: string | undefined;
}

/** What one speaker says. */
export interface CardClaim {
  readonly key: string;
  readonly aspect: string;
  readonly speaker: string;
  /** The publisher through which we know of the words, where it is another than the speaker. */
  readonly via: string | undefined;
  /** Speaker and publisher in one: "ISW, via JadeTimes". */
  readonly who: string;
  readonly says: string;
  readonly denies: boolean;
  /** The side of the war that the speaker is a party to. */
  readonly party: string | undefined;
  readonly text: Told;
  readonly quotation: string | undefined;
  readonly report: CitedReport;
  readonly locator: Told | undefined;
}

/** Claims about one aspect: a suspicion of a cause never stands among what is said to have happened. */
export interface ClaimGroup {
  readonly aspect: Claim['aspect'];
  readonly heading: string;
  readonly claims: readonly CardClaim[];
}

/** Harm as one speaker gives it. */
export interface CardHarm {
  readonly key: string;
  /** `injured: 3`, `killed: 1–2, injured: 3`. */
  readonly text: string;
  /** Whom it met, where the speaker says so. */
  readonly harmed: string;
  readonly who: string;
  readonly asOf: string;
  readonly report: CitedReport;
}

/** A report as cards cite it; what is not among the known ones is named by its id. */
export function citedReport(
  id: ReportId,
  reports: ReadonlyMap<ReportId, Report>,
  lang: Lang,
  hrefOf: HrefOf,
): CitedReport {
  const report = reports.get(id);
  return {
    id,
    title: report?.title ?? id,
    lang: report?.language ?? 'en',
    publisher: report?.publisher ?? '',
    published: report ? publishedWords(report.published, lang) : '',
    href: hrefOf(`/reports/${id}`),
    url: report?.url ?? undefined,
    archive: report?.archive_url,
  };
}

/** Every claim of an event by itself, in the order of the record. */
export function claimsOf(event: Event, catalogue: Catalogue, lang: Lang, hrefOf: HrefOf): CardClaim[] {
  const k = kindWords[lang];
  return event.claims.map((claim, i) => {
    const text = textIn(claim.text, lang);
    const speaker = textIn(claim.speaker.name, lang).text;
    const who = speakerOf(claim, catalogue, lang);
    return {
      key: String(i),
      aspect: detailWords[lang].aspect[claim.aspect],
      speaker,
      via: who === speaker ? undefined : catalogue.reports.get(claim.via ?? claim.citation.report)?.publisher,
      who,
      says: detailWords[lang].says[claim.says],
      denies: claim.says === 'denies',
      party: claim.speaker.party && k.side[claim.speaker.party],
      text,
      quotation: claim.citation.quotation,
      report: citedReport(claim.citation.report, catalogue.reports, lang, hrefOf),
      locator: claim.citation.locator && textIn(claim.citation.locator, lang),
    };
  });
}

/** The claims of an event by what they are about, in the order of the aspects; none is left out. */
export function claimGroups(
  event: Event,
  catalogue: Catalogue,
  lang: Lang,
  hrefOf: HrefOf,
): readonly ClaimGroup[] {
  const claims = claimsOf(event, catalogue, lang, hrefOf);
  return ASPECTS.flatMap((aspect) => {
    const own = claims.filter((_, i) => event.claims[i]?.aspect === aspect);
    return own.length > 0 ? [{ aspect, heading: detailWords[lang].aspect[aspect], claims: own }] : [];
  });
}

const range = (n: { least: number; most?: number | undefined }): string =>
  n.most === undefined || n.most === n.least ? String(n.least) : `${n.least}–${n.most}`;

/** What each speaker says of killed and injured, never added up. */
export function harmOf(event: Event, catalogue: Catalogue, lang: Lang, hrefOf: HrefOf): CardHarm[] {
  const words = cardWords[lang];
  return (event.harm ?? []).map((h, i) => ({
    key: String(i),
    text: [
      h.killed ? `${words.killed}: ${range(h.killed)}` : '',
      h.injured ? `${words.injured}: ${range(h.injured)}` : '',
    ]
      .filter(Boolean)
      .join(', '),
    harmed: words.harmed[h.who],
    who: textIn(h.speaker.name, lang).text,
    asOf: `${words.asOf} ${longDay(lang, h.as_of as Day)}`,
    report: citedReport(h.citation.report, catalogue.reports, lang, hrefOf),
  }));
}
