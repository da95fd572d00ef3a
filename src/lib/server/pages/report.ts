import type { Report, ReportId } from '#lib/domain/reports/report.ts';
import { hasDay } from '#lib/domain/reports/report.ts';
import { textIn, type Lang } from '#lib/domain/text.ts';
import { addDays } from '#lib/domain/time/day.ts';
import { address, carried } from '#lib/domain/view/address.ts';
import type { View } from '#lib/domain/view/view.ts';
import { longDay, mediumDay } from '#lib/words/dates.ts';
import { pageWords } from '#lib/words/page.ts';
import { counted } from '#lib/words/plural.ts';
import type { Config } from '../config.ts';
import { aboutPage, pinned } from './about.ts';
import type { Asked } from './asked.ts';
import { catalogueOf } from '../editions/catalogue.ts';
import type { Catalogue } from '#lib/scene/catalogue.ts';
import { picturesOf, SMALL } from './pictures.ts';
import { eventRow, newestFirst } from '#lib/scene/rows.ts';
import { rowViews } from './row-views.ts';

const languageNames = {
  en: new Intl.DisplayNames('en', { type: 'language' }),
  uk: new Intl.DisplayNames('uk', { type: 'language' }),
};

/** The days of a report in words, both bounds where it shows none. */
export function reportDays(report: Report, lang: Lang): string {
  if (hasDay(report)) return longDay(lang, report.published.from);
  return pageWords[lang].datedBetween(
    longDay(lang, report.published.from),
    longDay(lang, addDays(report.published.until, -1)),
  );
}

/** Events that rest on a report, by any of their claims. */
const eventsOf = (catalogue: Catalogue, id: ReportId) =>
  catalogue.events.filter((e) => e.claims.some((c) => c.citation.report === id || c.via === id));

export async function reportPage(asked: Asked, config: Config, id: string) {
  const { lang, reader, edition, control, view } = asked;
  const report = await reader.report(id as ReportId);
  if (!report) return undefined;
  const catalogue = await catalogueOf(reader);
  const t = pageWords[lang];
  const kept = carried(view);
  const events = eventsOf(catalogue, report.id);
  const rows = events.map((e) => eventRow(e, 'dated', catalogue, lang)).sort(newestFirst);
  const day = control.lastReviewed;
  const located = events.filter((e) => e.point);
  const shown: View = { ...kept, report: report.id, window: 'all', ...(day ? { day } : {}) };
  const drawn = day && located.length > 0 ? (await picturesOf(asked, shown, SMALL)).pictures : undefined;
  const statements = control.statements.filter((s) => s.citations.some((c) => c.report === report.id));
  const path = address(lang, `/reports/${id}`);
  const facts: { name: string; value: string; href?: string; external?: boolean; more?: string }[] = [
    { name: t.publisher, value: report.publisher },
    ...(report.author ? [{ name: t.author, value: report.author }] : []),
    { name: t.date, value: reportDays(report, lang) },
    { name: t.languageOf, value: languageNames[lang].of(report.language) ?? report.language },
    ...(report.citing?.length ? [{ name: t.citing, value: report.citing.join(', ') }] : []),
    ...(report.republished_by ? [{ name: t.republished, value: report.republished_by }] : []),
  ];
  return {
    title: report.title,
    titleLang: report.language,
    publisher: report.publisher,
    facts,
    original: report.url ? { href: report.url, text: t.original } : undefined,
    archive: report.archive_url ? { href: report.archive_url, text: t.archived } : undefined,
    noUrl: report.url ? undefined : t.noUrl,
    dating: report.dating && {
      heading: t.dating,
      text: textIn(report.dating, lang),
      reports: (report.dated_by ?? []).flatMap((other) => {
        const cited = catalogue.reports.get(other);
        return cited ? [reportLink(cited, asked)] : [];
      }),
    },
    note: report.note && textIn(report.note, lang),
    pictures: drawn,
    rows: rowViews(rows, asked),
    statements: statements.map((s) => ({
      key: s.id,
      when: mediumDay(lang, s.day),
      title: textIn(s.title, lang).text,
      says: textIn(s.citations.find((c) => c.report === report.id)?.says ?? s.title, lang).text,
      href: address(lang, `/days/${s.day}`, kept),
    })),
    words: {
      events: t.eventsOfReport,
      statements: t.statementsOfReport,
      none: t.noneOfReport,
      claimed: t.claimed,
      disputed: t.disputed,
    },
    data: { href: `/data/${edition.number}/reports.json`, text: `JSON · ${t.edition(edition.number)}` },
    about: aboutPage(asked, config, {
      title: report.title,
      item: `report ${id}`,
      url: pinned(config, path, edition.number),
      embed: { report: id },
    }),
    head: {
      title: `${report.title} · ${report.publisher} · Salient`,
      description: [report.publisher, reportDays(report, lang), ...rows.slice(0, 3).map((r) => r.title)].join(
        ' · ',
      ),
      image: undefined,
      jsonLd: {
        '@context': 'https://schema.org',
        '@type': 'Article',
        headline: report.title,
        publisher: { '@type': 'Organization', name: report.publisher },
        ...(report.author ? { author: { '@type': 'Person', name: report.author } } : {}),
        ...(report.url ? { url: report.url } : {}),
        inLanguage: report.language,
        ...(hasDay(report) ? { datePublished: report.published.from } : {}),
      },
    },
  };
}

/** A report in a list: who, when, title. */
export function reportLink(report: Report, asked: Asked) {
  const { lang } = asked;
  const t = pageWords[lang];
  return {
    key: report.id as string,
    title: report.title,
    lang: report.language,
    publisher: report.publisher,
    when: hasDay(report)
      ? mediumDay(lang, report.published.from)
      : t.datedOnOrAfter(mediumDay(lang, report.published.from)),
    sort: report.published.from,
    href: address(lang, `/reports/${report.id}`, carried(asked.view)),
  };
}

/** All reports of the edition, newest first, with what rests on each. */
export async function reportsPage(asked: Asked, config: Config) {
  const { lang, edition, control } = asked;
  const catalogue = await catalogueOf(asked.reader);
  const t = pageWords[lang];
  const path = address(lang, '/reports');
  const count = (id: ReportId) => {
    const events = eventsOf(catalogue, id).length;
    const ground = control.statements.filter((s) => s.citations.some((c) => c.report === id)).length;
    return t.weekCount(events, ground);
  };
  return {
    title: t.reports,
    reports: [...catalogue.reports.values()]
      .map((r) => ({ ...reportLink(r, asked), count: count(r.id) }))
      .sort((a, b) => (a.sort === b.sort ? (a.publisher < b.publisher ? -1 : 1) : a.sort < b.sort ? 1 : -1)),
    empty: t.noEdition,
    about: aboutPage(asked, config, {
      title: t.reports,
      item: 'reports',
      url: pinned(config, path, edition.number),
      embed: {},
    }),
    head: {
      title: `${t.reports} · Salient`,
      description: `${t.tagline} ${counted(lang, catalogue.reports.size, lang === 'uk' ? { one: 'повідомлення', few: 'повідомлення', many: 'повідомлень', other: 'повідомлення' } : { one: 'report', other: 'reports' })}.`,
      image: undefined,
      jsonLd: undefined,
    },
  };
}
